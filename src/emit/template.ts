import type { SourceFileStructure } from "ts-morph";
import type { Api } from "../ir/types.js";
import type { Names } from "../names/names.js";

/** One file of the output: a ts-morph structure to print, or text that is carried over as it is. */
export type OutputFile =
  | { readonly kind: "structure"; readonly path: string; readonly structure: SourceFileStructure }
  | { readonly kind: "text"; readonly path: string; readonly text: string };

export interface EmitContext {
  readonly api: Api;
  readonly names: Names;
}

/** One kind of output: from the IR to files. */
export interface Template {
  readonly name: string;
  readonly emit: (ctx: EmitContext) => readonly OutputFile[];
}
