import type { WriterFunction } from "ts-morph";
import type { ModuleStatement } from "../emit/template.js";
import { printStructure, StructureKind } from "./ts-morph.js";

/** Gives imports and re-exports as text. Many files of a folder import the same name: that is printed once. */
export function moduleStatements(): (statement: ModuleStatement, path: string) => string {
  const printed = new Map<string, string>();
  return (statement, path) => {
    const { kind, isTypeOnly, file, names } = statement;
    // Longer lists are seldom the same.
    if (names.length > 1) return textOf(statement, path);
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const id = `${folder} ${kind} ${isTypeOnly} ${file} ${names.join()}`;
    const text = printed.get(id) ?? textOf(statement, path);
    printed.set(id, text);
    return text;
  };
}

function textOf({ kind, isTypeOnly, file, names }: ModuleStatement, path: string): string {
  const [moduleSpecifier, list] = [specifier(path, file), specifierList(names)];
  const structure =
    kind === "import"
      ? ({ kind: StructureKind.ImportDeclaration, isTypeOnly, moduleSpecifier, namedImports: list } as const)
      : ({ kind: StructureKind.ExportDeclaration, isTypeOnly, moduleSpecifier, namedExports: list } as const);
  return printStructure(structure, { indentNumberOfSpaces: 2 });
}

/**
 * The names in the braces of an import or export: several take a line each however short they are, so that git merges what two
 * branches add.
 */
function specifierList(names: readonly string[]): WriterFunction {
  // ts-morph indents what stands in the braces.
  return (writer) => void writer.write(names.length === 1 ? names.join() : `\n${names.join(",\n")},\n`);
}

/** From one output file to another, as an ES module specifier: `../types/index.js`. */
function specifier(from: string, to: string): string {
  const here = from.split("/");
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length - 1 && here[shared] === there[shared]) shared++;
  const up = here.length - 1 - shared;
  return `${up === 0 ? "./" : "../".repeat(up)}${there.slice(shared).join("/").replace(/\.ts$/, ".js")}`;
}
