import type { Range } from "../../../diagnostics/diagnostics.js";
import type { Element, Page } from "../page.js";
import { schemaOf, type Schema } from "./type-text.js";
import type { Types } from "./types.js";

/** A parameter of an operation, or a property of a model: both are shown alike. */
export interface Field {
  readonly range: Range;
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema | undefined;
}

/** Fields from a row of elements: each a name, then what is said of it, then the values that it may have. */
export function readFields(page: Page, elements: readonly Element[], known: Types): readonly Field[] {
  const starts = elements.flatMap((it, i) => (hasClass(page, it, "param") ? [i] : []));
  return starts.flatMap((start, i) => {
    const [head, ...rest] = elements.slice(start, starts[i + 1]);
    return head === undefined ? [] : readField(page, head, rest, known);
  });
}

const hasClass = (page: Page, element: Element, name: string): boolean => page.attribute(element, "class") === name;

function readField(page: Page, head: Element, rest: readonly Element[], known: Types): Field {
  const [, name = "", mark] = /^(.*?)\s*(?:\((optional|required)\))?$/.exec(page.textOf(head)) ?? [];
  const about = rest.find((it) => hasClass(page, it, "param-desc"));
  const text = about ? page.textOf(about) : "";
  const [label] = about ? page.all(".param-type", about) : [];
  const type = label ? page.textOf(label) : "";
  const [, format] = /\bformat: (\S+)$/.exec(text) ?? [];
  const values = rest.filter((it) => hasClass(page, it, "param-enum")).map((it) => page.textOf(it));
  const schema = / Parameter$/.test(type) ? FORMATS.get(format ?? "") : schemaOf(type, known);
  return {
    range: page.rangeOf(head),
    name,
    required: mark !== "optional",
    description: text
      .slice(type.length)
      .replace(/^\s*—\s*/, "")
      .replace(/\s*(?:\bdefault: \S*)?\s*(?:\bformat: \S+)?$/, "")
      .trim(),
    schema: schema && {
      ...schema,
      ...(format !== undefined && "type" in schema && { format }),
      ...(values.length > 0 && schema["type"] === "string" && { enum: values }),
    },
  };
}

/** The formats of the OpenAPI registry that tell the type that they are of. */
const FORMATS: ReadonlyMap<string, Schema> = new Map<string, Schema>([
  ...["int32", "int64"].map((it) => [it, { type: "integer" }] as const),
  ...["float", "double"].map((it) => [it, { type: "number" }] as const),
  ...["date", "date-time", "uuid", "uri", "email", "byte", "binary", "password"].map(
    (it) => [it, { type: "string" }] as const,
  ),
]);
