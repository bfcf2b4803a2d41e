import { expect, test } from "vitest";
import { formatState } from "../../../src/pipeline/cache/format-state.js";
import { memoryHost } from "../../support/memory-host.js";

const stateOf = (files: Readonly<Record<string, string>>): string | undefined =>
  formatState("/project/out", memoryHost({ files }));

test.each([
  ["a configuration file", { "/project/.prettierrc": "semi: false" }],
  ["one further up", { "/.prettierrc.json": "{}" }],
  ["one in the output folder", { "/project/out/.prettierrc.toml": "semi = false" }],
  ["the editor's", { "/project/.editorconfig": "[*]" }],
  ["the key of a package.json", { "/project/package.json": '{ "prettier": { "semi": false } }' }],
  ["prettier itself", { "/project/node_modules/prettier/package.json": '{ "version": "3.1.0" }' }],
])("%s counts", (_, files) => {
  expect(stateOf(files)).toBeTypeOf("string");
  expect(stateOf(files)).not.toBe(stateOf({}));
});

test("what else stands in a package.json does not count", () => {
  expect(stateOf({ "/project/package.json": '{ "version": "1" }' })).toBe(
    stateOf({ "/project/package.json": '{ "version": "2" }' }),
  );
});

test.each([
  ["a program", { "/project/prettier.config.mjs": "export default {}" }],
  ["a program of the old name", { "/project/.prettierrc.cjs": "" }],
  ["plugins", { "/project/.prettierrc": '{ "plugins": ["x"] }' }],
  ["a package of settings in a file of its own", { "/project/.prettierrc": '"@team/prettier"\n' }],
  ["a package of settings", { "/project/package.json": '{ "prettier": "@team/prettier" }' }],
  ["a package.json that is broken", { "/project/package.json": "{" }],
])("%s could give anything, so no run ends early by it", (_, files) => {
  expect(stateOf(files)).toBeUndefined();
});
