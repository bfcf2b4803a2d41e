/** A place in an input: which source, and the JSON Pointer (RFC 6901) in it as its author wrote it, before any upgrade. */
export interface Origin {
  readonly source: number;
  readonly pointer: string;
}
