/**
 * Which keys an object may have, in 32 bits, each for many keys. Nearly all keywords that a schema is asked for it does not
 * have; what is told of all of them at once by these is not looked up one by one.
 */
export type KeyBits = number;

/** Spread so that few of the keywords of OpenAPI and JSON Schema share one; those of two letters do. */
export const bitOf = (key: string): KeyBits => 1 << (2 * key.length + 3 * key.charCodeAt(2));

export function bitsOf(value: object): KeyBits {
  let bits = 0;
  for (const key in value) bits |= bitOf(key);
  return bits;
}

/** Keywords that are asked for together. */
export interface Keywords<K extends string = string> {
  readonly names: readonly K[];
  readonly bits: KeyBits;
}

export const keywords = <K extends string>(...names: readonly K[]): Keywords<K> => ({
  names,
  bits: names.reduce((bits, it) => bits | bitOf(it), 0),
});
