import { nearest } from "../diagnostics/nearest.js";
import type { Cursor } from "../document/cursor.js";
import { METHODS } from "../document/methods.js";
import { isObject, type PlainObject } from "../document/values.js";
import type { Lowering } from "./context.js";

/** What a field holds. */
type Kind = "a text" | "true or false" | "a list" | "an object" | "anything";

/** The objects of a description whose fields are looked through, with their fields (OpenAPI 3.2, section 4). */
const FIELDS = {
  openapi: {
    "a list": ["servers", "security", "tags"],
    "an object": ["info", "paths", "webhooks", "components", "externalDocs"],
    anything: ["openapi", "swagger", "$self", "jsonSchemaDialect"],
  },
  components: {
    "an object": [
      ...["schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links"],
      ...["callbacks", "pathItems", "mediaTypes"],
    ],
  },
  pathItem: {
    "a text": ["summary", "description"],
    "a list": ["servers", "parameters"],
    "an object": [...METHODS, "additionalOperations"],
    anything: ["$ref"],
  },
  operation: {
    "a text": ["summary", "description", "operationId"],
    "true or false": ["deprecated"],
    "a list": ["tags", "parameters", "security", "servers"],
    "an object": ["externalDocs", "requestBody", "responses", "callbacks"],
  },
  parameter: {
    "a text": ["name", "in", "description", "style"],
    "true or false": ["required", "deprecated", "allowEmptyValue", "explode", "allowReserved"],
    "an object": ["content", "examples"],
    anything: ["schema", "example"],
  },
  requestBody: {
    "a text": ["description"],
    "true or false": ["required"],
    "an object": ["content"],
  },
  response: {
    "a text": ["summary", "description"],
    "an object": ["headers", "content", "links"],
  },
  mediaType: {
    "an object": ["encoding", "itemEncoding", "examples"],
    "a list": ["prefixEncoding"],
    anything: ["schema", "itemSchema", "example"],
  },
} as const satisfies Record<string, Partial<Record<Kind, readonly string[]>>>;

type Fielded = keyof typeof FIELDS;

const KINDS: ReadonlyMap<string, ReadonlyMap<string, Kind>> = new Map(
  Object.entries(FIELDS).map(([of, kinds]) => [of, byField(kinds)]),
);

function byField(kinds: Partial<Record<Kind, readonly string[]>>): ReadonlyMap<string, Kind> {
  // The keys of the literal above are kinds; `Object.entries` forgets it.
  const entries = Object.entries(kinds) as readonly (readonly [Kind, readonly string[]])[];
  return new Map(entries.flatMap(([kind, fields]) => fields.map((it) => [it, kind] as const)));
}

/** Says which fields have no effect: those that hold another kind of value than OpenAPI has there, and those that are misspelled. */
export function reportFields(ctx: Lowering, of: Fielded, node: Cursor): void {
  const kinds = KINDS.get(of);
  if (kinds === undefined || !isObject(node.value)) return;
  for (const field in node.value) {
    const kind = kinds.get(field);
    if (kind === undefined) reportMisspelled(ctx, node, node.value, field, kinds);
    // Nearly all are as they should be, which is seen by the value alone.
    else if (kind !== "anything" && kind !== kindOf(node.value[field])) reportOtherKind(ctx, node, field, kind);
  }
}

/** Says that a field holds another kind of value than OpenAPI has there, if it does. */
export function reportOtherKind(ctx: Lowering, node: Cursor, field: string, kind: Kind): void {
  const it = node.get(field);
  // In YAML a field of which nothing is said is null.
  if (it === undefined || it.value === null || kindOf(it.value) === kind) return;
  // A property may say of itself that it is required, which is told by a code of its own.
  if (field === "required" && typeof it.value === "boolean") return;
  ctx.diagnostics.report("field/other-kind", it.origin, { field, kind });
}

function kindOf(value: unknown): Kind {
  if (typeof value === "string") return "a text";
  if (typeof value === "boolean") return "true or false";
  if (Array.isArray(value)) return "a list";
  return isObject(value) ? "an object" : "anything";
}

function reportMisspelled(
  ctx: Lowering,
  node: Cursor,
  fields: PlainObject,
  field: string,
  kinds: ReadonlyMap<string, Kind>,
): void {
  // A method in capitals is read, and told by its own code.
  if (/^x[-_]/i.test(field) || METHODS.includes(field.toLowerCase())) return;
  const meant = nearest(
    field,
    [...kinds.keys()].filter((it) => !Object.hasOwn(fields, it)),
  );
  const it = meant === undefined ? undefined : node.get(field);
  if (it !== undefined && meant !== undefined)
    ctx.diagnostics.report("field/misspelled", { ...it.origin, at: "key" }, { field, meant });
}
