import type { Types } from "./types.js";
/** A schema as plain values. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * The schema that documentation tools mean by `integer(int64)`, `[Pet]`, `array[string]`, `string[]`, `map[string, Pet]`
 * or `string(date)¦null`. Undefined for what is none of these, such as the name of a schema that the page does not show.
 */
export function schemaOf(text: string, known: Types): Schema | undefined {
  const [first = "", ...others] = text.split(/[¦|]/).map((it) => it.trim());
  if (others.length > 0) return others.every((it) => it === "null") ? nullable(schemaOf(first, known)) : undefined;
  const items = ARRAY.exec(first)
    ?.slice(1)
    .find((it) => it !== undefined);
  if (items !== undefined) return { type: "array", items: schemaOf(items, known) ?? {} };
  const [, values] = /^map\[(?:string, ?)?(.+)\]$/i.exec(first) ?? [];
  if (values !== undefined) return { type: "object", additionalProperties: schemaOf(values, known) ?? true };
  if (known.has(first)) return { $ref: `#/components/schemas/${first.replaceAll("~", "~0").replaceAll("/", "~1")}` };
  const [, name = "", format] = /^(\w+)\s*(?:\(\s*([\w-]+)\s*\))?$/.exec(first) ?? [];
  const schema = NAMES.get(name);
  if (schema === undefined && first !== "") known.miss(first);
  // A copy: each place of a description is an object of its own.
  return schema && { ...schema, ...(format !== undefined && { format }) };
}

const ARRAY = /^(?:\[(.+)\]|(?:array|list|set)\[(.+)\]|(.+)\[\])$/i;

function nullable(schema: Schema | undefined): Schema | undefined {
  if (schema === undefined) return undefined;
  const { type } = schema;
  return typeof type === "string" ? { ...schema, type: [type, "null"] } : { anyOf: [schema, { type: "null" }] };
}

/** JSON's own types, and the names that generators for Java have for them and for their formats. */
const NAMES: ReadonlyMap<string, Schema> = new Map<string, Schema>([
  ["any", {}],
  ["null", { type: "null" }],
  ...["string", "integer", "number", "boolean", "object"].flatMap((type) => [
    [type, { type }] as const,
    [type.charAt(0).toUpperCase() + type.slice(1), { type }] as const,
  ]),
  ["Long", { type: "integer", format: "int64" }],
  ["Float", { type: "number", format: "float" }],
  ["Double", { type: "number", format: "double" }],
  ["BigDecimal", { type: "number", format: "decimal" }],
  ["Date", { type: "string", format: "date" }],
  ["date", { type: "string", format: "date" }],
  ["DateTime", { type: "string", format: "date-time" }],
  ["UUID", { type: "string", format: "uuid" }],
  ["URI", { type: "string", format: "uri" }],
  ["File", { type: "string", format: "binary" }],
  ["file", { type: "string", format: "binary" }],
]);
