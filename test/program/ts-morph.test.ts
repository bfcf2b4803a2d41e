import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { printStructure, StructureKind } from "../../src/emit/ts-morph.js";

const require = createRequire(import.meta.url);
const isLoaded = (): boolean =>
  Object.keys(require.cache).some((it) => /@ts-morph.common.dist.typescript\.js$/.test(it));

test("ts-morph prints without TypeScript's compiler, and is whole for everyone else", () => {
  const text = printStructure({
    kind: StructureKind.SourceFile,
    statements: [
      { kind: StructureKind.ImportDeclaration, moduleSpecifier: "./a.js", namedImports: (it) => it.write("a") },
    ],
  });
  expect(text).toBe('import { a } from "./a.js";\n');
  expect(isLoaded()).toBe(false);
  const { Project, SyntaxKind } = require("ts-morph") as typeof import("ts-morph");
  const file = new Project({ useInMemoryFileSystem: true }).createSourceFile("a.ts", "export const a = 1;");
  expect(file.getFirstDescendantByKindOrThrow(SyntaxKind.NumericLiteral).getText()).toBe("1");
});
