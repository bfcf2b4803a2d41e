import type { OutputFile, Statement } from "../emit/template.js";
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
  let text = "";
  for (const [i, statement] of statements.entries()) {
    const next = statements[i + 1];
    const gap = next === undefined || (isModule(statement) && isModule(next)) ? "\n" : "\n\n";
    text += printStatement(statement) + gap;
  }
  return text;
}

const isModule = (statement: Statement): boolean =>
  typeof statement === "object" &&
  (statement.kind === StructureKind.ImportDeclaration || statement.kind === StructureKind.ExportDeclaration);

const printStatement = (statement: Statement): string =>
  typeof statement === "string" ? statement : printOne(statement).trimEnd();

const printOne = (statement: Exclude<Statement, string>): string =>
  printStructure({ kind: StructureKind.SourceFile, statements: [statement] }, { indentNumberOfSpaces: 2 });
