/**
 * What a call accepts for a `T`: the same, with lists that nobody changes, and `undefined` for what may be left out, which
 * is not sent.
 */
export type Sendable<T> = T extends Blob | ArrayBuffer | Uint8Array | ReadableStream | ((...args: never) => unknown)
  ? T
  : T extends readonly unknown[]
    ? { readonly [K in keyof T]: Sendable<T[K]> }
    : T extends object
      ? { readonly [K in keyof T]: object extends Pick<T, K> ? Sendable<T[K]> | undefined : Sendable<T[K]> }
      : T;
