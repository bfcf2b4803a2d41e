import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Origin } from "../../diagnostics/origin.js";
import type { Document } from "../document.js";
import type { Position } from "../shape.js";
import { edited, isObject, type PlainObject } from "../values.js";
import { type Kind, walk } from "../walk.js";
import { withExamples } from "./examples.js";
import { withSchemas } from "./schemas.js";

/** The extension that names what OpenAPI asks for, or a reader would expect, and no input tells. */
export const MISSING = "x-sdkwright-missing";

/**
 * The joined description as a valid one that stands alone: what OpenAPI requires is there, empty where no input tells it
 * and then named under `MISSING`, as is what stands where a schema must and is none. `sparse` are the sources that do not tell what responses hold.
 */
export function complete(
  { root, places, sources }: Document,
  sparse: ReadonlySet<number>,
  diagnostics: Diagnostics,
): PlainObject {
  const gap = (): PlainObject => ({ [MISSING]: ["schema"] });
  const walked = walk(root.value, { origin: root.origin, places }, (here) => ({
    leave: (node, kind) => {
      const whole = withSchemas(withExamples(node, kind, here, places), kind, here, gap, diagnostics);
      return completed(whole, kind, here, sparse);
    },
  }));
  const { openapi: _, info, ...rest } = isObject(walked) ? walked : {};
  const described = ["paths", "components", "webhooks"].some((it) => Object.hasOwn(rest, it));
  return {
    openapi: sources.some(is32) ? "3.2.0" : "3.1.1",
    info: marked(isObject(info) ? info : {}, { title: "", version: "" }),
    ...rest,
    ...(!described && { paths: {} }),
  };
}

/** A join keeps the version of the first input, and another one may need the newer one. */
const is32 = ({ value }: Document["sources"][number]): boolean =>
  isObject(value) && typeof value["openapi"] === "string" && value["openapi"].startsWith("3.2");

type Rule = (node: PlainObject, sparse: boolean) => PlainObject;

function completed(
  node: PlainObject,
  { position, holds }: Kind,
  here: () => Origin,
  sparse: ReadonlySet<number>,
): PlainObject {
  const rule = holds === "map" || Object.hasOwn(node, "$ref") ? undefined : rules[position];
  return rule === undefined ? node : rule(node, sparse.size > 0 && sparse.has(here().source));
}

/** By the fixed fields of OpenAPI 3.1.1, section 4.8. */
const rules: Partial<Readonly<Record<Position, Rule>>> = {
  // A parameter in the path is required whether it says so or not.
  parameter: (node) => withValue(node["in"] === "path" ? { ...node, required: true } : node),
  header: (node) => withValue(node),
  // A body without media types is none that could be sent: nobody told.
  requestBody: (node) => (isEmpty(node["content"]) ? naming(node, ["content"]) : marked(node, { content: {} })),
  mediaType: (node) => (hasSchema(node) ? node : marked(node, { schema: {} })),
  response: (node, sparse) => {
    const whole = marked(node, { description: "" });
    return sparse && !Object.hasOwn(node, "content") ? naming(whole, ["content"]) : whole;
  },
};

const isEmpty = (value: unknown): boolean => isObject(value) && Object.keys(value).length === 0;

/** A schema or a content. */
const withValue: (node: PlainObject) => PlainObject = (node) =>
  Object.hasOwn(node, "content") ? node : marked(node, { schema: {} });

const hasSchema = (node: PlainObject): boolean => ["schema", "itemSchema"].some((it) => Object.hasOwn(node, it));

/** The object with each of `values` that it lacks, named as missing. */
function marked(node: PlainObject, values: PlainObject): PlainObject {
  const missing = Object.keys(values).filter((key) => node[key] === undefined || node[key] === null);
  if (missing.length === 0) return node;
  const added = Object.fromEntries(missing.map((key) => [key, values[key]]));
  return naming(edited(node, added), missing);
}

function naming(node: PlainObject, names: readonly string[]): PlainObject {
  const known = node[MISSING];
  return edited(node, { [MISSING]: [...(Array.isArray(known) ? known : []), ...names] });
}
