/**
 * What a call accepts for a `T`: the same, with lists that nobody changes, and `undefined` for what may be left out, which
 * is not sent. A list is not mapped as a tuple is: of an alias that holds lists of itself that would never end.
 */
export type Sendable<T> = T extends Blob | ArrayBuffer | Uint8Array | ReadableStream | ((...args: never) => unknown)
  ? T
  : T extends readonly (infer Item)[]
    ? Item[] extends T
      ? readonly Sendable<Item>[]
      : { readonly [K in keyof T]: InTuple<T[K]> }
    : T extends object
      ? { readonly [K in keyof T]: object extends Pick<T, K> ? Sendable<T[K]> | undefined : Sendable<T[K]> }
      : T;

/** A tuple in a tuple is taken as it is, read-only or not: it may hold itself, and mapped in depth that would never end. */
type InTuple<T> = T extends readonly (infer Item)[] ? (Item[] extends T ? Sendable<T> : Readonly<T>) : Sendable<T>;
