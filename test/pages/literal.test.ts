import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Range } from "../../src/diagnostics/diagnostics.js";
import { expressionAt, memberOf, textOf } from "../../src/read/html/embedded/code/expression.js";
import { literalAt } from "../../src/read/html/embedded/code/literal.js";
import { plainPassage } from "../../src/read/passage.js";
import { contentOf } from "../../src/read/placed.js";

/** The value of a literal, and the pieces of it that are no literals. */
function read(code: string): { readonly value: unknown; readonly leftOut: readonly string[]; readonly isCut: boolean } {
  const ranges: Range[] = [];
  let isCut = false;
  const cut = (): void => void (isCut = true);
  const placed = literalAt(plainPassage(code), 0, { leftOut: (it) => ranges.push(it), cut });
  return {
    value: placed && contentOf(placed).value,
    leftOut: ranges.map(({ start, end }) => code.slice(start, end)),
    isCut,
  };
}

describe("a literal of JavaScript", () => {
  test.each([
    ["{a: 1, 'b': 2, \"c\": 3, 4: 5, $d_: 6,}", { a: 1, b: 2, c: 3, 4: 5, $d_: 6 }],
    ["[!0, !1, null, void 0, undefined, 1,]", [true, false, null, 1]],
    ["[0x1F, .5, 5., -1, +1, 1e3, -0.5E-2]", [31, 0.5, 5, -1, 1, 1000, -0.005]],
    [`["a" + 'b' + \`c\`, 'it\\'s', "\\x41\\u0042\\u{43}\\n\\0", "a\\\nb"]`, ["abc", "it's", "ABC\n\0", "ab"]],
    ["{ // one\n a /* two */ : /* three */ 1 // four\n }", { a: 1 }],
    ["{ __proto__: 1 }", JSON.parse('{"__proto__":1}')],
    ["`a\n  ${'$'}b`", undefined],
  ])("%s", (code, value) => {
    expect(read(code).value).toEqual(value);
  });

  test.each([
    ['{"a": {"b": 1}, "c": "te', { a: { b: 1 } }],
    ['{"a": {"b": 1}, "c', { a: { b: 1 } }],
    ['{"a": {"b": 1}', { a: { b: 1 } }],
    ['{"a": [1, 23', { a: [1] }],
    ['{"a": 1,', { a: 1 }],
    ['{"a": f(', {}],
  ])("that the end cuts, %s", (code, value) => {
    expect(read(code)).toEqual({ value, leftOut: [], isCut: true });
  });

  test("code in it is left out, and said", () => {
    const code =
      '{ a: f(\'}\', /["}]/), b() { return `}` }, c: 1, ...d, e, f: x ? {} : [], g: { h: new Date() }, i: {}.j, k: "l".m }';
    expect(read(code)).toEqual({
      value: { c: 1, g: {} },
      leftOut: ["f('}', /[\"}]/)", "b() { return `}` }", "...d", "e", "x ? {} : []", "new Date()", "{}.j", '"l".m'],
      isCut: false,
    });
  });

  test("nesting without a bottom is left out", () => {
    expect(read(`${"[".repeat(100_000)}${"]".repeat(100_000)}`).leftOut).toHaveLength(1);
  });

  test("what JSON says is read as JSON.parse reads it, however it is spelled", () => {
    const spelled = (it: unknown): string => {
      if (typeof it === "string")
        return `'${JSON.stringify(it).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
      if (Array.isArray(it)) return `[${it.map((item) => `${spelled(item)},`).join(" ")}]`;
      if (typeof it !== "object" || it === null) return JSON.stringify(it);
      return `{ ${Object.entries(it)
        .map(([key, item]) => `${spelled(key)} : ${spelled(item)}, // }\n`)
        .join("")} }`;
    };
    fc.assert(
      fc.property(fc.jsonValue(), (it) => {
        const json = JSON.stringify(it);
        expect(read(json)).toEqual({ value: JSON.parse(json), leftOut: [], isCut: false });
        expect(read(spelled(it))).toEqual({ value: JSON.parse(json), leftOut: [], isCut: false });
      }),
    );
  });
});

describe("a value is found without running anything", () => {
  const found = (code: string): string | undefined => {
    const at = code.indexOf("call(") + "call(".length;
    return textOf(memberOf(expressionAt(plainPassage(code), at), "a", "b"));
  };

  test.each([
    ["a literal behind code", "call({ z: x => { return '}' }, y: /[}]/g.test(b), a: { b: 'found' } })"],
    ["a name", "const c = { a: { b: 'found' } };\ncall(c)"],
    ["a name in the short form of a member", "const a = { b: 'found' };\ncall({ z: 1, a, y })"],
    ["a name of a name, at the window", "window.d = c; var c = {a: {b: 'found'}}\ncall(window.d)"],
    ["a text of JSON", `call(JSON.parse('{"a":{"b":"found"}}'))`],
    ["the second of two values, where the first is code", "let c = load();\nc = { a: { b: 'found' } };\ncall(c)"],
  ])("%s", (_, code) => {
    expect(found(code)).toBe("found");
  });

  test.each([
    ["names that go round in a circle", "a = b; b = a; call(a)"],
    ["a member of a name", "c = { a: { b: 'no' } }; call(c.d)"],
    ["the result of a call", "c = { a: { b: 'no' } }; call(c())"],
  ])("but not %s", (_, code) => {
    expect(found(code)).toBeUndefined();
  });
});
