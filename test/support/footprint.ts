/** What code that a description smuggled in would leave behind: a global, or something on the prototype of all objects. */
export const footprint = (): readonly (readonly PropertyKey[])[] =>
  [globalThis, Object.prototype].map((it) => Reflect.ownKeys(it));
