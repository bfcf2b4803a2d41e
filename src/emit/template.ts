import type { Api } from "../ir/types.js";
import type { Remember } from "../memo/memo.js";
import type { Names } from "../names/names.js";
import type { PlacedTypes } from "./placed-types.js";

/** A top-level statement: an import, a re-export, or source text. */
export type Statement = ModuleStatement | string;

/** Names of another output file that a file imports, or exports again. */
export interface ModuleStatement {
  readonly kind: "import" | "export";
  readonly isTypeOnly: boolean;
  /** The output file that the names are from. */
  readonly file: string;
  /** Each as `name` or `name as local`. */
  readonly names: readonly string[];
}

/** One file of the output: statements to print, or text that is carried over as it is. */
export type OutputFile =
  | { readonly kind: "statements"; readonly path: string; readonly statements: readonly Statement[] }
  | { readonly kind: "text"; readonly path: string; readonly text: string };

export interface EmitContext {
  readonly api: Api;
  readonly names: Names;
  readonly placed: PlacedTypes;
  readonly remember: Remember;
}

/** One kind of output: from the IR to files. */
export interface Template {
  readonly name: string;
  readonly emit: (ctx: EmitContext) => readonly OutputFile[];
}
