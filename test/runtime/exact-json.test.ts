import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeExactJson, parseExact } from "../../templates/runtime/exact-json.js";

test.each<readonly [text: string, value: unknown]>([
  ['{"id":9007199254740993}', { id: 9007199254740993n }],
  ["[-9223372036854775808,9223372036854775807]", [-9223372036854775808n, 9223372036854775807n]],
  ["9007199254740991", 9007199254740991],
  ["[9007199254740992]", [9007199254740992n]],
  ["[1.12345678901234567890,1e30,12345678901234567890.5]", [1.1234567890123457, 1e30, 12345678901234567000]],
  ['"9007199254740993"', "9007199254740993"],
  ['{"9007199254740993":"a\\"9007199254740993"}', { "9007199254740993": 'a"9007199254740993' }],
  ['["\\u00009007199254740993", 9007199254740993]', ["\u00009007199254740993", 9007199254740993n]],
  ['{"\\u00001234567890123456789": 1234567890123456789}', { "\u00001234567890123456789": 1234567890123456789n }],
])("%s", (text, value) => {
  expect(parseExact(text)).toStrictEqual(value);
});

test.each([
  "",
  "{",
  "01234567890123456789",
  "-01234567890123456789",
  "1234567890123456789n",
  '"\n1234567890123456789"',
])("%j is not JSON", (text) => {
  expect(() => parseExact(text)).toThrow(SyntaxError);
});

describe("what is written", () => {
  test("bigints are integers, all else as JSON.stringify has it", () => {
    expect(encodeExactJson({ a: 9007199254740993n, b: [1n, "1"], c: undefined, d: new Date(0) })).toBe(
      '{"a":9007199254740993,"b":[1,"1"],"d":"1970-01-01T00:00:00.000Z"}',
    );
    const strings = { '\0"\0\0': ["\0", "\0\0", '"\u00001"', '\\"\0\0"', "\0" + "12"] };
    expect(JSON.parse(encodeExactJson(strings))).toStrictEqual(strings);
  });

  test("is read back the same", () => {
    const integer = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n });
    const leaf = fc.oneof(
      integer.map((it) => (Number.isSafeInteger(Number(it)) ? Number(it) : it)),
      fc.string({ unit: fc.constantFrom("\0", '"', "\\", "1", "é", "\n", ":", ",") }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((it) => (Object.is(it, -0) ? 0 : it)),
      fc.constant(null),
    );
    // An integer that is a number but not a safe one is read as a bigint: it may have been another.
    const exact = leaf.filter((it) => typeof it !== "number" || !Number.isInteger(it) || Number.isSafeInteger(it));
    const key = fc.string({ unit: fc.constantFrom("\0", '"', "a", "9007199254740993") });
    fc.assert(
      fc.property(fc.dictionary(key, fc.array(exact), { noNullPrototype: true }), (value) => {
        expect(parseExact(encodeExactJson(value))).toStrictEqual(value);
      }),
      { numRuns: 500 },
    );
  });
});
