import type { OutputFile, Statement } from "../emit/template.js";
import { afresh, type Remember } from "../memo/memo.js";
import { moduleStatements } from "./module-statement.js";

/** A file of the output as it is written. */
export interface PrintedFile {
  /** Relative to the output folder, `/` between segments. */
  readonly path: string;
  readonly text: string;
}

/** Statements to text: no project, no parse. `header` becomes the first line of each file. */
export function print(
  files: readonly OutputFile[],
  header: string,
  remember: Remember = afresh,
): readonly PrintedFile[] {
  const moduleText = moduleStatements();
  const textOf = (file: OutputFile): string =>
    file.kind === "text"
      ? file.text
      : apart(file.statements, (it) => (typeof it === "string" ? it : moduleText(it, file.path)));
  return files.map((it) =>
    remember(it.path, [it, header], {}, () => ({ path: it.path, text: `${header}\n\n${textOf(it)}` })),
  );
}

/** Imports and re-exports stand together, all else is a blank line apart. */
function apart(statements: readonly Statement[], textOf: (statement: Statement) => string): string {
  let text = "";
  statements.forEach((it, i) => {
    const isTogether = typeof it === "object" && typeof statements[i + 1] === "object";
    text += `${textOf(it)}${isTogether || i === statements.length - 1 ? "\n" : "\n\n"}`;
  });
  return text;
}
