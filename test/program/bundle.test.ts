import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const textOf = (path: string): string => readFileSync(at(path), "utf8");
const files = readdirSync(at("dist"), { recursive: true, encoding: "utf8" }).filter((it) => it.endsWith(".js"));

test("a run loads of ts-morph what prints, without TypeScript's compiler and libraries and without trees of source code", () => {
  const text = textOf("dist/src/pipeline/back.js");
  expect(text).toContain("function printStructure(");
  expect(text).not.toMatch(
    /createTypeChecker\b.*\bcheckSourceFile\b|interface ArrayConstructor|class ProjectContext\b/s,
  );
  expect(text.length).toBeLessThan(500_000);
});

test("the licence of each package whose code is in the bundle goes with it", () => {
  const notices = textOf("dist/NOTICES.txt");
  const names = ["@ts-morph/common", "cheerio", "code-block-writer", "css-what", "diff", "domhandler", "entities"];
  for (const name of [...names, "htmlparser2", "json-p3", "ts-morph", "yaml"])
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\n\\n\\S`, "m"));
});

test("the bundle imports only what is installed with it", () => {
  const { dependencies } = JSON.parse(textOf("package.json"));
  const imports = files.flatMap((it) => [...textOf(`dist/${it}`).matchAll(/^import .*? from "([@a-z][^":]*)";$/gm)]);
  const packages = new Set(imports.map(([, id = ""]) => /^(@[^/]+\/)?[^/]+/.exec(id)?.[0]));
  expect([...packages].toSorted()).toEqual(Object.keys(dependencies).filter((it) => packages.has(it)));
});
