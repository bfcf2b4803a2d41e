import { append } from "../../diagnostics/pointer.js";
import { jsonLocator } from "../../read/json/locate.js";

/** A `package.json` with scripts added. */
export interface WithScripts {
  readonly text: string;
  readonly added: readonly string[];
  /** Scripts of that name which do something else, and stay. */
  readonly taken: readonly string[];
}

/** Adds scripts to the text of a `package.json`, of which nothing else changes. Undefined where it is no object in JSON. */
export function withScripts(text: string, scripts: Readonly<Record<string, string>>): WithScripts | undefined {
  // npm takes a byte order mark, and JSON has none.
  if (text.startsWith(MARK)) {
    const rest = withScripts(text.slice(1), scripts);
    return rest && { ...rest, text: MARK + rest.text };
  }
  const manifest = objectIn(text);
  const present = manifest && (manifest["scripts"] ?? {});
  if (!isObject(present)) return undefined;
  const added = Object.keys(scripts).filter((it) => !Object.hasOwn(present, it));
  const taken = Object.keys(scripts).filter((it) => Object.hasOwn(present, it) && present[it] !== scripts[it]);
  const lacks = !Object.hasOwn(manifest ?? {}, "scripts");
  const start = lacks ? insert(text, "", "scripts", {}) : text;
  return { text: added.reduce((it, name) => insert(it, "/scripts", name, scripts[name]), start), added, taken };
}

const MARK = "\ufeff";

/** Puts a member at the end of the object at a pointer, laid out as the members before it are. */
function insert(text: string, pointer: string, key: string, value: unknown): string {
  const locate = jsonLocator(text);
  const { start, end } = locate(pointer, "value");
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const member = `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  const keys = Object.keys(objectAt(text, pointer)).map((it) => locate(append(pointer, it), "key"));
  const ends = Object.keys(objectAt(text, pointer)).map((it) => locate(append(pointer, it), "value").end);
  if (keys.length === 0) {
    const outer = indentAt(text, start);
    return `${text.slice(0, start)}{${eol}${outer}${unitOf(text)}${member}${eol}${outer}}${text.slice(end)}`;
  }
  const last = Math.max(...ends);
  const first = Math.min(...keys.map((it) => it.start));
  const before = /(\r?\n[ \t]*)$/.exec(text.slice(0, first))?.[1] ?? " ";
  return `${text.slice(0, last)},${before}${member}${text.slice(last)}`;
}

/** The white space that the line of an offset starts with. */
const indentAt = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1))?.[0] ?? "";

/** How deep a member stands in the object around it. */
const unitOf = (text: string): string => /\n([ \t]+)"/.exec(text)?.[1] ?? "  ";

function objectAt(text: string, pointer: string): object {
  const root = objectIn(text) ?? {};
  const found = pointer === "" ? root : root[pointer.slice(1)];
  return isObject(found) ? found : {};
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
