import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A source file of the project, and what it imports. */
export interface Module {
  /** Relative to the project, such as `src/read/read.ts`. */
  readonly path: string;
  readonly source: ts.SourceFile;
  readonly imports: readonly Import[];
}
export interface Import {
  /** The path of a module of ours, else the name of a package. */
  readonly to: string;
  readonly own: boolean;
  /** Erased by the compiler: it costs nothing and loads nothing. */
  readonly typeOnly: boolean;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** All TypeScript below some folders of the project. */
export const modulesIn = (...folders: readonly string[]): readonly Module[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((it) => it.endsWith(".ts"))
      .toSorted()
      .map((it) => moduleAt(`${folder}/${it.replaceAll("\\", "/")}`)),
  );

function moduleAt(path: string): Module {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.ESNext, true);
  return { path, source, imports: [...importsOf(source)].map((it) => ({ ...it, ...target(path, it.to) })) };
}

const target = (from: string, specifier: string): Pick<Import, "to" | "own"> =>
  specifier.startsWith(".")
    ? { to: join(dirname(from), specifier.replace(/\.js$/, ".ts")), own: true }
    : { to: specifier, own: false };

/** In whatever way: `import`, `export from`, `import()`, `import("…").Type`, and `require`, however it came to its name. */
function* importsOf(node: ts.Node): Generator<Omit<Import, "own">> {
  if (ts.isImportDeclaration(node)) yield { to: textOf(node.moduleSpecifier), typeOnly: isTypeOnly(node.importClause) };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    yield { to: textOf(node.moduleSpecifier), typeOnly: node.isTypeOnly };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    yield { to: textOf(node.argument.literal), typeOnly: true };
  if (ts.isCallExpression(node) && isLoading(node)) yield { to: textOf(node.arguments[0]), typeOnly: false };
  for (const it of node.getChildren()) yield* importsOf(it);
}

const isTypeOnly = (clause: ts.ImportClause | undefined): boolean => {
  if (clause === undefined) return false;
  const { namedBindings, phaseModifier, name } = clause;
  const allTypes =
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((it) => it.isTypeOnly);
  return phaseModifier === ts.SyntaxKind.TypeKeyword || (name === undefined && allTypes);
};

const isLoading = ({ expression, arguments: [first] }: ts.CallExpression): boolean =>
  (expression.kind === ts.SyntaxKind.ImportKeyword || /^(require|createRequire\(.*\))$/.test(expression.getText())) &&
  first !== undefined &&
  ts.isStringLiteral(first);

const textOf = (node: ts.Node | undefined): string => (node !== undefined && ts.isStringLiteral(node) ? node.text : "");
