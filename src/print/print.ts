import type { ModuleStructure, OutputFile, Statement } from "../emit/template.js";
import { afresh, type Remember } from "../memo/memo.js";
import { printStructure, StructureKind } from "../emit/ts-morph.js";

/** A file of the output as it is written. */
export interface PrintedFile {
  /** Relative to the output folder, `/` between segments. */
  readonly path: string;
  readonly text: string;
}

/** Structures to text: no project, no parse. `header` becomes the first line of each file. */
export const print = (
  files: readonly OutputFile[],
  header: string,
  remember: Remember = afresh,
): readonly PrintedFile[] =>
  files.map((it) =>
    remember(it.path, [it, header], {}, () => ({
      path: it.path,
      text: `${header}\n\n${it.kind === "text" ? it.text : printStatements(it.statements)}`,
    })),
  );

/** Imports and re-exports stand together, all else is a blank line apart. */
function printStatements(statements: readonly Statement[]): string {
  const blocks: (string | ModuleStructure[])[] = [];
  for (const it of statements) {
    const last = blocks.at(-1);
    if (typeof it === "string") blocks.push(it);
    else if (typeof last === "object") last.push(it);
    else blocks.push([it]);
  }
  return blocks.length === 0 ? "" : `${blocks.map(blockText).join("\n\n")}\n`;
}

/** Structures at one go: to begin with the next costs more than to print it. */
const blockText = (block: string | readonly ModuleStructure[]): string =>
  typeof block === "string"
    ? block
    : printStructure({ kind: StructureKind.SourceFile, statements: [...block] }, { indentNumberOfSpaces: 2 }).trimEnd();
