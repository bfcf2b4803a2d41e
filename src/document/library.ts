import type { Target } from "../diagnostics/diagnostics.js";
import type { Source } from "../read/source.js";

/** Gives the files that references name. What may be read, and from where, is decided outside of this stage. */
export interface Library {
  /** The URI that a source was read from; relative references in it are taken from there (RFC 3986, section 5.1.3). */
  addressOf(source: Source): string;
  /**
   * The source at a URI without a fragment, read once however often it is asked for. Undefined where there is none that
   * may be read; that is said in the diagnostics.
   */
  open(address: string, asked: Asked): Promise<Source | undefined>;
  /** All sources that were read so far, by their index. */
  readonly sources: readonly Source[];
}

/** Who asks for a file. */
export interface Asked {
  /** The reference as its author wrote it. */
  readonly reference: string;
  readonly origin: Target;
}
