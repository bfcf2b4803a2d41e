import { printStructure } from "../emit/ts-morph.js";
import type { OutputFile } from "../emit/template.js";

/** A file of the output as it is written. */
export interface PrintedFile {
  /** Relative to the output folder, `/` between segments. */
  readonly path: string;
  readonly text: string;
}

/** Structures to text: no project, no parse. `header` becomes the first line of each file. */
export const print = (files: readonly OutputFile[], header: string): readonly PrintedFile[] =>
  files.map((it) => ({
    path: it.path,
    text: `${header}\n\n${it.kind === "text" ? it.text : printStructure(it.structure, { indentNumberOfSpaces: 2 })}`,
  }));
