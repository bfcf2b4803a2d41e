import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { append } from "../../src/diagnostics/pointer.js";
import { jsonLocator } from "../../src/read/json/locate.js";
import { findSyntaxError } from "../../src/read/json/syntax.js";
import { loaded, valueOf } from "./support.js";

/** Text, the offset where it stops being JSON, and why. */
const mistakes: readonly (readonly [text: string, offset: number, reason: string])[] = [
  ["", 0, "the text ends where a value must stand"],
  [" \n", 2, "the text ends where a value must stand"],
  ['{"a": 1', 7, "the text ends where } must stand"],
  ['{"a"', 4, "the text ends where a value must stand"],
  ["[1, 2", 5, "the text ends where ] must stand"],
  ['{"a": 1,}', 8, 'a key in double quotes must stand here, not "}"'],
  ["[1, 2,]", 6, 'a value must stand here, not "]"'],
  ["{a: 1}", 1, 'a key in double quotes must stand here, not "a"'],
  ["{'a': 1}", 1, `a key in double quotes must stand here, not "'"`],
  ['{"a" 1}', 5, 'a colon must stand here, not "1"'],
  ['{"a": 1 "b": 2}', 8, "a comma or } must stand here, not a string"],
  ["[1}", 2, 'a comma or ] must stand here, not "}"'],
  ["[01]", 1, 'a value must stand here, not "0"'],
  ["[1.]", 1, 'a value must stand here, not "1"'],
  ["[+1]", 1, 'a value must stand here, not "+"'],
  ["[NaN]", 1, 'a value must stand here, not "N"'],
  ["[truely]", 1, 'a value must stand here, not "t"'],
  ["{} {}", 3, 'nothing may follow the value, but here is "{"'],
  ["// no\n{}", 0, 'a value must stand here, not "/"'],
  ['["a\nb"]', 3, "a line break or control character must be escaped in a string"],
  ['["a\\x"]', 3, 'there is no escape "\\\\x"'],
  ['["a\\u12g4"]', 3, 'there is no escape "\\\\u"'],
  ['["a]', 1, "this string does not end"],
  ["[😀]", 1, 'a value must stand here, not "😀"'],
  ["[\u00a01]", 1, 'a value must stand here, not "\u00a0"'],
];

test.each(mistakes)("%j is no JSON", (text, offset, reason) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(findSyntaxError(text)).toEqual({ offset, reason });
});

test("nesting of any depth is read without running out of stack", () => {
  const depth = 200_000;
  expect(findSyntaxError("[".repeat(depth))).toMatchObject({ offset: depth });
});

test("each cut and each lost character of a text has one place of its own", () => {
  const text = '{"a\\n\\u00e9": [1.5e-3, true, null, {"b": "c", "d": [[], {}]}], "e": -0}';
  for (let i = 0; i < text.length; i++) {
    for (const broken of [text.slice(0, i), text.slice(0, i) + text.slice(i + 1)]) {
      if (isJson(broken)) continue;
      const { offset } = findSyntaxError(broken);
      const before = broken.slice(0, offset);
      // Nothing before the place is at fault: it is the start of some JSON text.
      if (!isJson(before)) expect(findSyntaxError(before).reason).toMatch(/^the text ends|does not end$/);
    }
  }
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test("a byte order mark is no part of the text", async () => {
  expect(await valueOf("a.json", '\ufeff{"a": 1}')).toEqual({ a: 1 });
});

test("a mistake is told by line and column, also behind other line ends", async () => {
  expect((await loaded({ "a.json": '{\r\n\t"a": tru\r\n}' })).said).toBe(
    'error read/json-syntax a.json:2:7 This is not JSON: a value must stand here, not "t".',
  );
});

test("places far down in a text are told by line and column, whatever was asked for before", async () => {
  const lines = Array.from({ length: 500 }, (_, i) => `${" ".repeat(i % 9)}"${i % 400}": ${i},\n`);
  const text = `{\n${lines.join("")}"end": 0}`;
  const { said } = await loaded({ "a.json": text });
  const told = said.split("\n").filter((it) => it.startsWith("warning read/json-duplicate"));
  expect(told.map((it) => it.split(" ")[2])).toEqual(
    lines.slice(400).map((_, i) => `a.json:${402 + i}:${((400 + i) % 9) + 1}`),
  );
});

test.each([true, false])(
  "every node of a large text is found where it stands; keys may be repeated: %s",
  (repeated) => {
    const text = readFileSync("package-lock.json", "utf8");
    const locate = jsonLocator(text, repeated);
    let nodes = 0;
    const visit = (value: unknown, pointer: string): void => {
      nodes++;
      const { start, end } = locate(pointer, "value");
      expect(JSON.parse(text.slice(start, end))).toEqual(value);
      if (typeof value !== "object" || value === null) return;
      for (const [key, member] of Object.entries(value)) {
        const inside = append(pointer, key);
        const at = locate(inside, "key");
        if (!Array.isArray(value)) expect(JSON.parse(text.slice(at.start, at.end))).toBe(key);
        visit(member, inside);
      }
    };
    visit(
      (JSON.parse(text) as { packages: Record<string, unknown> }).packages["node_modules/yaml"],
      append("/packages", "node_modules/yaml"),
    );
    expect(nodes).toBeGreaterThan(5);
  },
);

test.each([true, false])(
  "nodes are found in whatever order they are asked for; keys may be repeated: %s",
  (repeated) => {
    const strings = Array.from({ length: 150 }, (_, i) => ["]", '\\"{', "\\", `${i}`, ""][i % 5]);
    const value = {
      a: { "]": [[], {}, [strings, 1]], "{": { b: "}", c: [null, { d: -1.5 }] } },
      e: strings,
      f: {},
      g: true,
    };
    const nodes: (readonly [pointer: string, value: unknown])[] = [];
    const visit = (node: unknown, pointer: string): void => {
      nodes.push([pointer, node]);
      if (typeof node !== "object" || node === null) return;
      for (const [key, member] of Object.entries(node)) visit(member, append(pointer, key));
    };
    visit(value, "");
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)])
      // Steps that share no divisor with the number of nodes lead to each of them.
      for (const step of [1, -1, 7, 31, 101]) {
        const locate = jsonLocator(text, repeated);
        for (let i = 0; i < nodes.length; i++) {
          const [pointer, node] = nodes.at((i * step) % nodes.length) ?? [];
          const { start, end } = locate(pointer ?? "", "value");
          expect(JSON.parse(text.slice(start, end))).toEqual(node);
        }
      }
  },
);

test.each<[what: string, key: (i: number) => string]>([
  ["plain names", (i) => `name ${i}`],
  ["quotes, colons and backslashes", (i) => ['"', '":', "\\", '\\"', "a:"][i % 5] + "\\".repeat(i % 4) + i],
  ["names that stand above and below too", (i) => ["b", "a", "c"][i] ?? `${i}_`],
  // Of the value they come first and in their order.
  ["numbers", (i) => `${(i * 7) % 12}`],
])("members of large objects are found by their number among the keys: %s", async (_, key) => {
  const tree = (levels: number): unknown =>
    levels === 0
      ? [{ "": ["}", '":"'], b: { c: null } }]
      : Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`@${key(i)}`, tree(levels - 1)]));
  const value = { a: tree(1), b: { a: 1, b: tree(2), c: tree(0) }, c: { a: tree(2) } };
  for (const spaced of [JSON.stringify(value), JSON.stringify(value).replaceAll('":', '"  :')]) {
    const text = spaced.replaceAll('"@', '"');
    const { sources } = await loaded({ "a.json": text });
    const found = (pointer: string, at: "key" | "value"): unknown => {
      const { start, end } = sources[0]?.locate(pointer, at) ?? {};
      return JSON.parse(text.slice(start, end));
    };
    const visit = (node: unknown, pointer: string): void => {
      expect(found(pointer, "value")).toEqual(node);
      if (typeof node !== "object" || node === null) return;
      for (const [name, member] of Object.entries(node)) {
        if (!Array.isArray(node)) expect(found(append(pointer, name), "key")).toBe(name);
        visit(member, append(pointer, name));
      }
    };
    visit(JSON.parse(text), "");
  }
});

test("long strings and long lists are gone over without running out of stack", () => {
  const long = JSON.stringify({
    a: ['\\"'.repeat(2_000_000), " ".repeat(20_000_000)],
    b: Array(5_000_000).fill(""),
    c: 1,
  });
  const { start, end } = jsonLocator(long, false)("/c", "key");
  expect(long.slice(start, end)).toBe('"c"');
});

test("of keys that stand twice the last one is found, which is the one that counts", async () => {
  const text = '{"a": 1, "b": {"a": 2, "a": 3}, "a": 4}';
  const { sources } = await loaded({ "a.json": text });
  const found = ["/a", "/b/a"].map((it) => sources[0]?.locate(it, "value"));
  expect(found.map((it) => text.slice(it?.start, it?.end))).toEqual(["4", "3"]);
});

const awkward =
  '{"a/b": {"~": [10, {"\\u0061\\"": "x"}]}, "s": ["\\\\", "}"], "": {"__proto__": 1}, "d": 1, "d": [2], "n": 12345678901234567890123456789012345678901234567890123456789012345678901234567890}';
test.each([
  ["/a~1b/~0/0", "value", "10"],
  ['/a~1b/~0/1/a"', "value", '"x"'],
  ['/a~1b/~0/1/a"', "key", '"\\u0061\\""'],
  ["//__proto__", "key", '"__proto__"'],
  ["/s/1", "value", '"}"'],
  ["/d", "value", "[2]"],
  ["/d/0", "key", "2"],
  ["/n", "value", "12345678901234567890123456789012345678901234567890123456789012345678901234567890"],
  ["/a~1b/missing/x", "value", '{"~": [10, {"\\u0061\\"": "x"}]}'],
  ["/a~1b/missing/x", "key", '"a/b"'],
  ["/d/length", "value", "[2]"],
  ["/nope", "value", awkward],
] as const)("%s (%s) stands at %s", (pointer, at, text) => {
  const { start, end } = jsonLocator(awkward)(pointer, at);
  expect(awkward.slice(start, end)).toBe(text);
});

test.each([
  ['{"a": 1, "b": {"a": 2}, "c": [{"a": 1}, {"a": 2}]}', []],
  ['{"a": ":", "b": "\\": x", "c": "\\\\", "d" : "{\\"a\\":1,\\"a\\":2}"}', []],
  ['{"a": 1, "b": 2, "\\u0061" : 3}', ["1:18"]],
  ['{"a\\\\": 1, "b": 2, "b": 3}', ["1:20"]],
  ['{"a": {"x": 1, "y": {"x": 1, "x": ["x"]}}, "a": 1}', ["1:30", "1:44"]],
])("keys that stand twice in one object of %s are told", async (text, places) => {
  const { said } = await loaded({ "a.json": text });
  const lines = said.split("\n").filter((it) => it.startsWith("warning read/json-duplicate"));
  expect(lines.map((it) => it.split(" ")[2])).toEqual(places.map((it) => `a.json:${it}`));
});
