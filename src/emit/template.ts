import type { ExportDeclarationStructure, ImportDeclarationStructure } from "ts-morph";
import type { Api } from "../ir/types.js";
import type { Remember } from "../memo/memo.js";
import type { Names } from "../names/names.js";

/** A top-level statement: a ts-morph structure, or text where that would be too slow. */
export type Statement = ModuleStructure | string;
export type ModuleStructure = ImportDeclarationStructure | ExportDeclarationStructure;

/** One file of the output: statements to print, or text that is carried over as it is. */
export type OutputFile =
  | { readonly kind: "statements"; readonly path: string; readonly statements: readonly Statement[] }
  | { readonly kind: "text"; readonly path: string; readonly text: string };

export interface EmitContext {
  readonly api: Api;
  readonly names: Names;
  readonly remember: Remember;
}

/** One kind of output: from the IR to files. */
export interface Template {
  readonly name: string;
  readonly emit: (ctx: EmitContext) => readonly OutputFile[];
}
