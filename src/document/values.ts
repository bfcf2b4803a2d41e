/** Plain values: what they are, and how they are changed without touching the original. */

export type PlainObject = Readonly<Record<string, unknown>>;

export const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;

export const isObject = (value: unknown): value is PlainObject => isContainer(value) && !Array.isArray(value);

/**
 * An object with some members changed in their place, those that become `undefined` left out, new ones at the end.
 *
 * It is built anew, member by member: in V8 that is twice as fast as to copy it and to overwrite members, which gives
 * up what was learnt of all objects of the same layout.
 */
export function edited(object: PlainObject, changes: PlainObject): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const key in object) {
    const value = Object.hasOwn(changes, key) ? changes[key] : object[key];
    if (value !== undefined) setMember(made, key, value);
  }
  for (const key in changes) {
    const value = changes[key];
    if (value !== undefined && !Object.hasOwn(object, key)) setMember(made, key, value);
  }
  return made;
}

/** Sets a member. Assignment would run a setter for the key `__proto__`. */
export function setMember(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}
