import { expect, test } from "vitest";
import { loaded, placeOf, valueOf } from "./support.js";

test.each([
  [
    "keys stay as they are written",
    "0200: a\n0x1f: b\n2020-01-01: c\n1.0: d\ntrue: e\nnull: f\n200: g\n",
    { "0200": "a", "0x1f": "b", "2020-01-01": "c", "1.0": "d", true: "e", null: "f", "200": "g" },
  ],
  [
    "dates and YAML 1.1's words are text",
    "a: 2020-01-01\nb: yes\nc: 12:30:45\nd: 1_000\n",
    { a: "2020-01-01", b: "yes", c: "12:30:45", d: "1_000" },
  ],
  ["tags of YAML 1.1 give no value of another kind", "a: !!timestamp 2020-01-01\n", { a: "2020-01-01" }],
  [
    "numbers and words of the core schema",
    "a: 1.5e3\nb: 0o17\nc: 0xff\nd: ~\ne: TRUE\nf: .inf\n",
    { a: 1500, b: 15, c: 255, d: null, e: true, f: Infinity },
  ],
  ["JSON is read as JSON", '{"a": 1, "a": 2}', { a: 2 }],
  ["merge keys", "base: &b { x: 1, y: 2 }\nuse:\n  <<: *b\n  y: 3\n", { base: { x: 1, y: 2 }, use: { x: 1, y: 3 } }],
  [
    "a list of merges",
    "p: &p { x: 1 }\nq: &q { x: 2, z: 2 }\nuse: { <<: [*p, *q] }\n",
    { p: { x: 1 }, q: { x: 2, z: 2 }, use: { x: 1, z: 2 } },
  ],
  ["block text", "a: |\n  one\n  two\nb: >-\n  three\n  four\n", { a: "one\ntwo\n", b: "three four" }],
])("%s", async (_, text, value) => {
  expect(await valueOf("a.yaml", text)).toEqual(value);
});

test("a key may be called __proto__", async () => {
  const value = await valueOf("a.yml", "__proto__: { a: 1 }\n");
  expect(Object.keys(value as object)).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test("an alias gives a node of its own", async () => {
  const { a, b, c } = (await valueOf("a.yaml", "a: &a { x: [1] }\nb: *a\nc: *a\n")) as Record<string, { x: unknown }>;
  expect(b).toEqual(a);
  expect(new Set([a, b, c, a?.x, b?.x, c?.x]).size).toBe(6);
});

test.each([
  [
    "a tab",
    "a:\n  c: 1\n\tb: 1\n",
    "error read/yaml-syntax a.yaml:3:1 This is not YAML: tabs are not allowed as indentation.",
  ],
  [
    "a second document",
    "a: 1\n---\nb: 1\n",
    "error read/yaml-syntax a.yaml:2:1 This is not YAML: a second document starts here.",
  ],
  [
    "a key without a colon",
    "a:\n  b 1\n  c: 1\n",
    "error read/yaml-syntax a.yaml:2:3 This is not YAML: a key needs a colon behind it, and a space or the end of the line behind that.",
  ],
  [
    "a line that is indented too far, once",
    "a:\n  b: c\n   d: 1\n",
    "error read/yaml-syntax a.yaml:2:6 This is not YAML: a second key begins in this value, which needs quotes or the next line another indent.",
  ],
  [
    "a key that is a list",
    "? [a]\n: 1\n",
    "error read/yaml-syntax a.yaml:1:3 This is not YAML: a key must be plain text.",
  ],
  [
    "an alias to nothing",
    "a: 1\nb: *c\n",
    "error read/yaml-alias a.yaml:2:4 The aliases of this YAML cannot be followed: unresolved alias (the anchor must be set before the alias): c.",
  ],
  [
    "a merge of no map",
    "a:\n  <<: 3\n",
    "error read/yaml-alias a.yaml:2:3 The aliases of this YAML cannot be followed: merge sources must be maps or map aliases.",
  ],
  [
    "a merge key that holds what it stands in",
    "a: &a\n  b: { <<: *a }\n",
    "error read/yaml-alias a.yaml:2:12 The aliases of this YAML cannot be followed: an alias stands inside the node that it names.",
  ],
])("%s is told where it is", async (_, text, said) => {
  expect((await loaded({ "a.yaml": text })).said).toBe(said);
});

test("a few lines that stand for billions of nodes are refused", async () => {
  const { said } = await loaded({ "a.yaml": bomb(12) });
  expect(said).toMatch(
    /^error read\/yaml-alias a\.yaml:\d+:\d+ The aliases of this YAML cannot be followed: they stand for more than 1000000 nodes\.$/,
  );
});

/** Each line holds the one before ten times. */
function bomb(lines: number): string {
  const line = (i: number): string =>
    `l${i}: &l${i} [${Array.from({ length: 10 }, () => (i === 0 ? "{}" : `*l${i - 1}`)).join(", ")}]`;
  return Array.from({ length: lines }, (_, i) => line(i)).join("\n");
}

test("many aliases to one node are no mistake", async () => {
  const uses = Array.from({ length: 500 }, (_, i) => `u${i}: *e`).join("\n");
  expect(Object.keys((await valueOf("a.yaml", `e: &e { x: 1 }\n${uses}\n`)) as object)).toHaveLength(501);
});

const text = `openapi: 3.1.0
base: &base
  x: 1
  list: [a, { b: c }]
paths:
  /a/{id}:
    get:
      <<: *base
      y:
      "200": *base
      z: { w }
`;
test.each([
  ["/paths/~1a~1{id}", "key", "6:3"],
  ["/paths/~1a~1{id}", "value", "7:5"],
  ["/base/list/1/b", "value", "4:18"],
  ["/paths/~1a~1{id}/get/x", "value", "3:6"],
  ["/paths/~1a~1{id}/get/200/list/0", "value", "4:10"],
  ["/paths/~1a~1{id}/get/200", "key", "10:7"],
  ["/paths/~1a~1{id}/get/y", "value", "9:9"],
  ["/paths/~1a~1{id}/get/none/deeper", "key", "7:5"],
  ["/base/list/7", "value", "4:9"],
  ["/paths/~1a~1{id}/get/z/w", "value", "11:12"],
] as const)("%s (%s) stands at %s", async (pointer, at, place) => {
  const { sources } = await loaded({ "a.yaml": text });
  expect(sources[0] && placeOf(sources[0], pointer, at)).toBe(`a.yaml:${place}`);
});

test("in YAML that is JSON nodes are found too", async () => {
  const { sources } = await loaded({ "a.yaml": '{\n "a": [1,\n  2]}' });
  expect(sources[0] && placeOf(sources[0], "/a/1")).toBe("a.yaml:3:3");
});

const tabbed =
  "openapi: 3.1.0\ninfo:\n\ttitle: A\nx-list:\n\t- name: a\n\t\tkind: b\n\t-\tname: c\n\t\tkind: d\nx-text: |\n\tone\n\t\ttwo\npaths: {}\n";

test("tabs in the place of spaces are read as a level each, and every node is found where it stands", async () => {
  const { value, said, at } = await loaded({ "a.yaml": tabbed });
  expect(value).toEqual({
    openapi: "3.1.0",
    info: { title: "A" },
    "x-list": [
      { name: "a", kind: "b" },
      { name: "c", kind: "d" },
    ],
    "x-text": "one\n  two\n",
    paths: {},
  });
  expect(said).toMatch(/^warning read\/yaml-tabs a\.yaml:3:1 [^\n]*$/);
  expect(at("/info/title")).toBe("a.yaml:3:9");
  expect(at("/x-list/0/kind")).toBe("a.yaml:6:9");
  expect(at("/x-list/1/kind", "key")).toBe("a.yaml:8:3");
});

test("tabs beside spaces are a mistake, as their width is nothing that can be told", async () => {
  const { said } = await loaded({ "a.yaml": "openapi: 3.1.0\ninfo:\n\ttitle: A\nx-a:\n  b: 1\n" });
  expect(said).toMatch(/^error read\/yaml-syntax a\.yaml:3:1 /);
});
