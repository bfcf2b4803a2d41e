/** What one description came to. */
export interface Record {
  readonly name: string;
  /** Bytes of the input. */
  readonly size: number;
  /** The version of OpenAPI that it says to be of. */
  readonly version: string;
  readonly ok: boolean;
  /** Why the program itself broke, if it did. */
  readonly crash?: string;
  readonly errors: readonly Said[];
  /** How often each code was said without being an error. */
  readonly others: Readonly<{ [code: string]: number }>;
  /** Codes of diagnostics that name no line and column. */
  readonly unplaced: readonly string[];
  /** Whether a second run gave the same bytes. */
  readonly isStable: boolean;
  readonly files: number;
  /** Bytes of the output. */
  readonly bytes: number;
  readonly ms: number;
  /** Bytes that the process held afterwards. */
  readonly memory: number;
  /** The first errors of the compiler. */
  readonly compiler: readonly string[];
}

export interface Said {
  readonly code: string;
  readonly message: string;
  /** `line:column`. */
  readonly at: string;
}

/** What a worker makes of a batch: the record of each description, and what its rules did not read. */
export interface BatchResult {
  readonly records: readonly Record[];
  /** Each keyword that stands in one of them, as `position.keyword`, with the name of the first that has it. */
  readonly present: Readonly<{ [keyword: string]: string }>;
  /** Those that a rule asked for. */
  readonly read: readonly string[];
}

/** What came of a description that broke the program. */
export const crashed = (name: string, size: number, version: string, crash: string): Record => ({
  name,
  size,
  version,
  ok: false,
  crash,
  errors: [],
  others: {},
  unplaced: [],
  isStable: true,
  files: 0,
  bytes: 0,
  ms: 0,
  memory: 0,
  compiler: [],
});
