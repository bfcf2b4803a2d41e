import { expect, test } from "vitest";
import { formatState } from "../../../src/pipeline/cache/format-state.js";
import { memoryHost } from "../../support/memory-host.js";

const stateOf = (files: Readonly<Record<string, string>>): string | undefined =>
  formatState("/work/out", memoryHost({ files }));

test.each([
  ["a configuration file", { "/work/.prettierrc": "semi: false" }],
  ["one further up", { "/.prettierrc.json": "{}" }],
  ["one in the output folder", { "/work/out/.prettierrc.toml": "semi = false" }],
  ["the editor's", { "/work/.editorconfig": "[*]" }],
  ["the key of a package.json", { "/work/package.json": '{ "prettier": { "semi": false } }' }],
  ["prettier itself", { "/work/node_modules/prettier/package.json": '{ "version": "3.1.0" }' }],
])("%s counts", (_, files) => {
  expect(stateOf(files)).toBeTypeOf("string");
  expect(stateOf(files)).not.toBe(stateOf({}));
});

test("what else stands in a package.json does not count", () => {
  expect(stateOf({ "/work/package.json": '{ "version": "1" }' })).toBe(
    stateOf({ "/work/package.json": '{ "version": "2" }' }),
  );
});

test.each([
  ["a program", { "/work/prettier.config.mjs": "export default {}" }],
  ["a program of the old name", { "/work/.prettierrc.cjs": "" }],
  ["plugins", { "/work/.prettierrc": '{ "plugins": ["x"] }' }],
  ["a package of settings", { "/work/package.json": '{ "prettier": "@team/prettier" }' }],
  ["a package.json that is broken", { "/work/package.json": "{" }],
])("%s could give anything, so no run ends early by it", (_, files) => {
  expect(stateOf(files)).toBeUndefined();
});
