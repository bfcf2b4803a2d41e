import { isAnnotation } from "../annotations.js";
import type { Cursor } from "../cursor.js";
import { type Field, shapes } from "../shape.js";
import { resolved } from "./fact.js";
import { all, sameItems, sameMembers, sameValue } from "./same-value.js";

/**
 * Whether two schemas allow the same values by the same keywords, whatever they tell about them. A page writes out what
 * a description only refers to.
 */
export function isSameSchema(earlier: Cursor, later: Cursor): boolean {
  return sameSchema(earlier, later, new Set());
}

/** `open` are the pairs in hand: one that comes again inside itself is the same as long as nothing else differs. */
function sameSchema(a: Cursor, b: Cursor, open: Set<string>): boolean {
  const [reference, other] = [a.text("$ref"), b.text("$ref")];
  if (reference === undefined && other === undefined) return sameKeywords(a, b, open);
  // Two components of one name are compared as such.
  if (reference === other) return true;
  const pair = `${a.pointer} ${b.pointer}`;
  if (open.has(pair)) return true;
  const [from, to] = [resolved(a), resolved(b)];
  return from !== undefined && to !== undefined && sameKeywords(from, to, open.add(pair));
}

function sameKeywords(a: Cursor, b: Cursor, open: Set<string>): boolean {
  if (!a.isObject || !b.isObject) return a.value === b.value;
  return sameMembers(
    a,
    b,
    (key) => !isAnnotation(key),
    (key, one, two) => sameKeyword(key, one, two, open),
  );
}

function sameKeyword(key: string, a: Cursor, b: Cursor, open: Set<string>): boolean {
  const field = shapes.schema.fields.get(key);
  if (field !== undefined) return sameField(field, a, b, open);
  return setKeywords.has(key) ? sameSet(a.value, b.value) : sameValue(a, b);
}

function sameField({ holds }: Field, a: Cursor, b: Cursor, open: Set<string>): boolean {
  if (Array.isArray(a.value)) return sameItems(a, b, (one, two) => sameSchema(one, two, open));
  if (holds === "one") return sameSchema(a, b, open);
  return sameMembers(a, b, all, (_, one, two) => sameSchema(one, two, open));
}

/** Lists without an order; `type: string` is short for a list of one. */
function sameSet(a: unknown, b: unknown): boolean {
  const [own, other] = [a, b].map((it) => new Set(Array.isArray(it) ? it : [it]));
  return own !== undefined && other !== undefined && own.size === other.size && [...own].every((it) => other.has(it));
}

const setKeywords: ReadonlySet<string> = new Set(["type", "required", "enum"]);
