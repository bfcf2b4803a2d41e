import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Elsewhere } from "./elsewhere.js";
import type { Source } from "./source.js";

/** A format that an input can be written in. */
export interface Format {
  readonly name: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Asked of a text whose extension is nobody's. */
  readonly looksLike: RegExp;
  /** Loads the reader, and with it the libraries that only this format needs. */
  readonly load: () => Promise<{ readonly read: Reader }>;
}

/** Gives undefined when the text cannot be read; what is wrong is then in the diagnostics. */
export type Reader = (input: Input, diagnostics: Diagnostics) => Reading | Promise<Reading>;
type Reading = Content | Elsewhere | undefined;

/** A text to read. */
export type Input = Pick<Source, "index" | "path" | "text">;
/** What a reader makes of it. */
export interface Content extends Pick<Source, "value" | "locate" | "page"> {
  /** As it is of a source; undefined where that is what stands in the text at the place of the value. */
  readonly written?: (pointer: string) => string | undefined;
}
