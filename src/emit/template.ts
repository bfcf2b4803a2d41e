import type { Api } from "../ir/types.js";
import type { Remember } from "../memo/memo.js";
import type { Names } from "../names/names.js";
import type { PlacedTypes } from "./placed-types.js";

/** Names of another output file that a file imports, or exports again. */
export interface ModuleStatement {
  readonly kind: "import" | "export";
  readonly isTypeOnly: boolean;
  /** The output file that the names are from. */
  readonly file: string;
  /** Each as `name` or `name as local`. */
  readonly names: readonly string[];
}

/** What a file of the output says. */
export interface FileParts {
  readonly path: string;
  /** What it imports, or exports again. */
  readonly modules: readonly ModuleStatement[];
  /** What it declares, as source text. */
  readonly declarations: readonly string[];
}

/** A file of the output as it is written. */
export interface OutputFile {
  /** Relative to the output folder, `/` between segments. */
  readonly path: string;
  readonly text: string;
}

/** One that a template gives, with the output files that it imports from, or exports again. */
export interface PrintedFile extends OutputFile {
  readonly uses: readonly string[];
}

export interface EmitContext {
  readonly api: Api;
  readonly names: Names;
  readonly placed: PlacedTypes;
  readonly remember: Remember;
  /** Gives a file as text. Each as soon as it is made: of many parts, it takes more memory and is moved about at each collection of garbage. */
  readonly print: (file: FileParts) => PrintedFile;
}

/** One kind of output: from the IR to files. */
export interface Template {
  readonly name: string;
  readonly emit: (ctx: EmitContext) => readonly PrintedFile[];
}
