import type { ParamWriter, Styles } from "../operation.js";
import { InputError } from "../errors.js";
import { own } from "../own.js";
import { type Style, percentEncode, textOf } from "../styles/style.js";

/** Fills the path with its parameters, each of which stays within the segment where it stands. Styles are for what is not one plain value. */
export function pathParams(styles?: Styles): ParamWriter {
  return (draft, { path }) => {
    draft.url = draft.url.replace(/\{([^{}]+)\}/g, (_, name: string) => {
      const text = (own(styles, name) ?? segment)(name, own(path, name)).join("");
      if (!text) throw new InputError(draft.spec, `the path parameter ${name} is empty`);
      return text;
    });
    // URL parsers remove such segments, escaped or not (WHATWG URL, section 4.4): the request would go elsewhere.
    if (/\/(\.|%2e){1,2}(?=[/?]|$)/i.test(draft.url)) throw new InputError(draft.spec, "a path parameter is . or ..");
  };
}

const segment: Style = (_name, value) => [percentEncode(textOf(value))];
