import type { CodeBlockWriter } from "ts-morph";
import type { ModuleStatement } from "../emit/template.js";
import { printStructure, StructureKind } from "./ts-morph.js";

/** Gives imports and re-exports as text. Many files of a folder name the same file: what stands around the names is printed once. */
export function moduleStatements(): (statement: ModuleStatement, path: string) => string {
  const known = new Map<string, Around>();
  return (statement, path) => {
    const { kind, isTypeOnly, file, names } = statement;
    const id = `${path.slice(0, path.lastIndexOf("/") + 1)} ${kind} ${isTypeOnly} ${file}`;
    const around = known.get(id) ?? aroundOf(statement, path);
    known.set(id, around);
    return `${around.before}${list(names)}${around.after}`;
  };
}

/** What stands before the braces of a statement and after them. */
interface Around {
  readonly before: string;
  readonly after: string;
}

/** With a word for the names: ts-morph looks at each character that it writes, of which they are nearly all. */
function aroundOf({ kind, isTypeOnly, file }: ModuleStatement, path: string): Around {
  const moduleSpecifier = specifier(path, file);
  const names = (writer: CodeBlockWriter): void => void writer.write("names");
  const text = printStructure(
    kind === "import"
      ? { kind: StructureKind.ImportDeclaration, isTypeOnly, moduleSpecifier, namedImports: names }
      : { kind: StructureKind.ExportDeclaration, isTypeOnly, moduleSpecifier, namedExports: names },
  );
  return { before: text.slice(0, text.indexOf("{")), after: text.slice(text.indexOf("}") + 1) };
}

/** Several names take a line each however short they are, so that git merges what two branches add. */
const list = (names: readonly string[]): string =>
  names.length === 1 ? `{ ${names.join()} }` : `{\n  ${names.join(",\n  ")},\n}`;

/** From one output file to another, as an ES module specifier: `../types/index.js`. */
function specifier(from: string, to: string): string {
  const here = from.split("/");
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length - 1 && here[shared] === there[shared]) shared++;
  const up = here.length - 1 - shared;
  return `${up === 0 ? "./" : "../".repeat(up)}${there.slice(shared).join("/").replace(/\.ts$/, ".js")}`;
}
