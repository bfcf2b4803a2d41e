import { isAnnotation } from "../../document/annotations.js";
import type { Cursor } from "../../document/cursor.js";
import type { Property, Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { intersection, union } from "../../ir/algebra.js";
import { borrow } from "./borrow.js";
import { lowerSchema } from "./schema.js";
import { withoutTypes, withoutValues } from "./subtract.js";

/** What is known of a value besides what is denied of it. */
export interface Known {
  readonly type: Type;
  /** The schema that it gives a property. */
  readonly property: (name: string) => Cursor | undefined;
}

/**
 * The type of the values of a known type that a schema does not allow (JSON Schema 2020-12, section 10.2.1.4). Undefined where
 * no type says so: what is denied must be values or types of a finite list, keys, or such a thing of a property.
 */
export function negate(ctx: Lowering, denied: Cursor, known: Known): Type | undefined {
  if (typeof denied.value === "boolean") return denied.value ? { kind: "never" } : known.type;
  const keywords = denied.entries().flatMap(([key]) => (isAnnotation(key) ? [] : [key]));
  const form = FORMS.find(({ reads }) => keywords.every((it) => reads.includes(it)));
  return form?.negate(ctx, denied, known);
}

interface Form {
  /** Which keywords it understands; one beside them makes it another form. */
  readonly reads: readonly string[];
  readonly negate: typeof negate;
}

/** The first that understands all that is said. */
const FORMS: readonly Form[] = [
  { reads: [], negate: () => ({ kind: "never" }) },
  { reads: ["$ref"], negate: negateReferenced },
  { reads: ["not"], negate: (ctx, denied, { type }) => withInner(ctx, denied, type) },
  { reads: ["anyOf"], negate: negateEach },
  { reads: ["type"], negate: (ctx, denied, { type }) => withoutTypes(ctx, type, typesOf(denied), denied) },
  {
    reads: ["enum", "const", "type", "format"],
    negate: (ctx, denied, { type }) => withoutValues(ctx, type, valuesOf(denied), denied),
  },
  { reads: ["properties", "required"], negate: negateObject },
  { reads: ["properties", "required", "type"], negate: negateTypedObject },
];

const typesOf = (schema: Cursor): readonly string[] => {
  const type = schema.text("type");
  return type === undefined ? schema.texts("type") : [type];
};

const valuesOf = (schema: Cursor): readonly unknown[] =>
  schema.has("const") ? [schema.get("const")?.value] : schema.items("enum").map((it) => it.value);

/** A chain that leads back to itself denies nothing that could be told. */
function negateReferenced(ctx: Lowering, denied: Cursor, known: Known): Type | undefined {
  const target = denied.resolve(denied.text("$ref") ?? "");
  if (target === undefined || ctx.borrowed.has(target.pointer)) return undefined;
  return negate({ ...ctx, borrowed: new Set([...ctx.borrowed, target.pointer]) }, target, known);
}

/** What is not what it is not. */
function withInner(ctx: Lowering, denied: Cursor, type: Type): Type | undefined {
  const inner = denied.get("not");
  return inner === undefined ? undefined : intersection([type, lowerSchema(ctx, inner)]);
}

function negateEach(ctx: Lowering, denied: Cursor, known: Known): Type | undefined {
  return denied
    .items("anyOf")
    .reduce<Type | undefined>((type, it) => type && negate(ctx, it, { ...known, type }), known.type);
}

/** `type: object` denies nothing more of what is an object anyway. */
function negateTypedObject(ctx: Lowering, denied: Cursor, known: Known): Type | undefined {
  return denied.text("type") === "object" && known.type.kind === "object"
    ? negateObject(ctx, denied, known)
    : undefined;
}

/** An object misses one of the keys, or one of the properties is not what the schema says. */
function negateObject(ctx: Lowering, denied: Cursor, known: Known): Type | undefined {
  const needed = new Set(denied.texts("required"));
  const properties = denied.entries("properties");
  const named = new Set(properties.map(([name]) => name));
  const missing = [...needed]
    .filter((it) => !named.has(it))
    .map((it) => property(denied, it, { kind: "never" }, false));
  const other: Property[] = [];
  for (const [name, inner] of properties) {
    const own = known.property(name);
    const type = negate(ctx, inner, { type: own ? borrow(ctx, own) : { kind: "unknown" }, property: () => undefined });
    if (type === undefined) return undefined;
    // Where it may be missing, only one that is there can be another.
    if (needed.has(name)) other.push(property(inner, name, type, false));
    else if (type.kind !== "never") other.push(property(inner, name, type, true));
  }
  const alternatives = [...missing, ...other].map((it): Type => ({
    kind: "object",
    properties: [it],
    extra: { kind: "open" },
  }));
  return intersection([known.type, union(alternatives)]);
}

const property = ({ origin }: Cursor, wireName: string, type: Type, required: boolean): Property => ({
  wireName,
  type,
  required,
  access: "both",
  origin,
  doc: {},
});
