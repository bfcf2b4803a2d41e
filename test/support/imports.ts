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
