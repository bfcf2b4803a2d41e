import type { CodeBlockWriter } from "ts-morph";
import type { ModuleStatement } from "../emit/template.js";
import { printStructure, StructureKind } from "./ts-morph.js";

/** Gives imports and re-exports as text. Their form is printed once: ts-morph looks at each character that it writes. */
export function moduleStatements(): (statement: ModuleStatement, path: string) => string {
  const forms = new Map<string, Form>();
  return ({ kind, isTypeOnly, file, names }, path) => {
    const id = `${kind} ${isTypeOnly}`;
    const form = forms.get(id) ?? formOf(kind, isTypeOnly);
    forms.set(id, form);
    return `${form.before}${list(names)}${form.between}${specifier(path, file)}${form.after}`;
  };
}

/** What stands around the names in their braces and the module specifier. */
interface Form {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

function formOf(kind: ModuleStatement["kind"], isTypeOnly: boolean): Form {
  const moduleSpecifier = "module";
  const names = (writer: CodeBlockWriter): void => void writer.write("names");
  const text = printStructure(
    kind === "import"
      ? { kind: StructureKind.ImportDeclaration, isTypeOnly, moduleSpecifier, namedImports: names }
      : { kind: StructureKind.ExportDeclaration, isTypeOnly, moduleSpecifier, namedExports: names },
  );
  const [before = "", between = "", after = ""] = text.split(/\{ names \}|module/);
  return { before, between, after };
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
