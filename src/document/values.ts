/** Plain values: what they are, and how they are changed without touching the original. */

export type PlainObject = Readonly<Record<string, unknown>>;

export const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;

export const isObject = (value: unknown): value is PlainObject => isContainer(value) && !Array.isArray(value);

/** An object without one of its members; the object itself when it has no such member. */
export function without(object: PlainObject, key: string): PlainObject {
  if (!Object.hasOwn(object, key)) return object;
  const { [key]: _, ...rest } = object;
  return rest;
}

/** Sets a member. Assignment would run a setter for the key `__proto__`. */
export function setMember(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}
