import { join } from "node:path";
import { expect, test } from "vitest";
import { Diagnostics } from "../../src/diagnostics/diagnostics.js";
import { formatted } from "../../src/print/format.js";
import { tempFolder } from "../support/temp-folder.js";

async function format(folder: Readonly<Record<string, string>>, text = "const a = {b: 'c'}") {
  const diagnostics = new Diagnostics();
  const output = join(tempFolder({ "package.json": "{}", ...folder }), "sdk");
  const files = await formatted([{ path: "types/a.ts", text }], { output }, diagnostics);
  return { text: files[0]?.text, all: diagnostics.all };
}

test("files are set as prettier sets them", async () => {
  expect((await format({})).text).toBe('const a = { b: "c" };\n');
});

test("with the configuration that holds for the output folder, and the editor's", async () => {
  const { text } = await format(
    {
      ".prettierrc": '{ "singleQuote": true }',
      ".editorconfig": "[*]\nindent_style = tab",
      "sdk/.prettierrc": '{ "semi": false }',
    },
    "if (a) { b('c') }",
  );
  expect(text).toBe('if (a) {\n\tb("c")\n}\n');
});

test("a configuration that prettier cannot read is a diagnostic", async () => {
  const { text, all } = await format({ ".prettierrc": "{ semi: [" });
  expect(all.map((it) => it.code)).toEqual(["format/failed"]);
  expect(all[0]?.message).toContain("types/a.ts");
  expect(text).toBe("const a = {b: 'c'}");
});

test("the project's own prettier is taken before ours", async () => {
  const prettier = {
    "node_modules/prettier/package.json": '{ "main": "index.cjs" }',
    "node_modules/prettier/index.cjs":
      "exports.resolveConfig = async () => null; exports.format = async (text) => text.toUpperCase();",
  };
  expect((await format(prettier)).text).toBe("CONST A = {B: 'C'}");
});
