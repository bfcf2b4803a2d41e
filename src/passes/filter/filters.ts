/**
 * Which operations a user asks for. Entries are names or globs, and `!` before one takes out what it matches.
 * `operations`, `tags` and `paths` choose: what one of them names is kept, everything where none names anything. The rest
 * narrows that.
 */
export interface Filters {
  /** By `operationId`, or `"<METHOD> <path>"` where there is none. */
  readonly operations: readonly string[];
  readonly tags: readonly string[];
  /** By path template: `*` stands for one segment of it, `**` for any number. */
  readonly paths: readonly string[];
  readonly methods: readonly string[];
  /** Whether deprecated operations are kept. */
  readonly deprecated: boolean;
  /** Whether operations are kept that the description marks with `x-internal: true`. */
  readonly internal: boolean;
}
