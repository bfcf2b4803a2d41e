import { posix } from "node:path";
import ts from "typescript";

/** What the files of an SDK import and do not have, as `from -> specifier`. */
export const missingImports = (files: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(files).flatMap(([path, text]) =>
    importsOf(text)
      .filter((it) => files[posix.join(posix.dirname(path), it.replace(/\.js$/, ".ts"))] === undefined)
      .map((it) => `${path} -> ${it}`),
  );

/** Every module that a file names: in imports, exports, `import()` and `require`. */
export const importsOf = (text: string): readonly string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map((it) => it.fileName);

/** What the files of an SDK import and do not use, as `file: name`: under `noUnusedLocals` that is an error of its user's. */
export const unusedImports = (files: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(files).flatMap(([path, text]) => {
    const imported: string[] = [];
    const used = new Set<string>();
    const visit = (node: ts.Node): void => {
      if (ts.isImportSpecifier(node)) imported.push(node.name.text);
      else if (ts.isIdentifier(node)) used.add(node.text);
      else ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
    return imported.filter((it) => !used.has(it)).map((it) => `${path}: ${it}`);
  });
