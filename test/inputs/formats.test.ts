import { expect, test } from "vitest";
import { formats } from "../../src/read/formats.js";
import { page } from "./page.js";
import { loaded, valueOf } from "./support.js";

test.each([
  ["api.json", '{"a": 1}', { a: 1 }],
  ["API.JSON", '{"a": 1}', { a: 1 }],
  ["api.yml", "a: 1", { a: 1 }],
  ["api.txt", ' \n{"a": 1}', { a: 1 }],
  ["api", "a: 1\n", { a: 1 }],
  ["api.spec", "# about\n---\n'a': 1\n", { a: 1 }],
])("%s is read by its name or by what is in it", async (path, text, value) => {
  expect(await valueOf(path, text)).toEqual(value);
});

test("a page is known by its content too", async () => {
  expect(await valueOf("GetPets.md", page({}))).toMatchObject({
    paths: { "/pets": { get: { operationId: "GetPets" } } },
  });
});

test("the extension has the last word", async () => {
  expect((await loaded({ "a.json": "a: 1\n" })).said).toMatch(/^error read\/json-syntax a\.json:1:1 /);
});

test("what cannot be read is a source all the same, to show what is said of it", async () => {
  const { sources } = await loaded({ "a.json": "{" });
  expect(sources.map(({ index, path, text, value }) => ({ index, path, text, value }))).toEqual([
    { index: 0, path: "a.json", text: "{", value: undefined },
  ]);
});

test("no two formats claim one extension", () => {
  const extensions = formats.flatMap((it) => it.extensions);
  expect(new Set(extensions).size).toBe(extensions.length);
});
