import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

test("of Node's modules a run loads what it asks for", ({ onTestFinished }) => {
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const input = join(folder, "api.json");
  writeFileSync(input, JSON.stringify({ openapi: "3.1.1", info: { title: "A", version: "1" }, paths: {} }));
  const known = "const known = new Set(process.moduleLoadList)";
  const loads = "process.moduleLoadList.filter((it) => !known.has(it)).join('\\n')";
  const listing = `data:text/javascript,${known}; process.on('exit', () => console.log(${loads}))`;
  const args = ["--import", listing, at("dist/src/cli/main.js"), input, "-o", join(folder, "out")];
  const loaded = execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  expect(loaded).toMatch(/\bcrypto$/m);
  // An import statement of `node:fs` or `node:crypto` would load the first two, and `performance` the last.
  expect(loaded).not.toMatch(/(worker_threads|webcrypto|perf_hooks)$/m);
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
