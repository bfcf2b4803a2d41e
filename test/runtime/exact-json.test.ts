import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bigints } from "../../templates/runtime/exact-bigint.js";
import { decimals, ExactDecimal } from "../../templates/runtime/exact-decimal.js";
import { encodeExact, parseExact } from "../../templates/runtime/exact-json.js";
import { exactPairs } from "../../templates/runtime/styles/exact-pairs.js";

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
  expect(parseExact(bigints)(text)).toStrictEqual(value);
});

test.each([
  "",
  "{",
  "01234567890123456789",
  "-01234567890123456789",
  "1234567890123456789n",
  '"\n1234567890123456789"',
  "{1234567890123456789:1}",
  "{1234567890123456789 : 1}",
  "1234567890123456789.",
  "1.2345678901234567890e",
  "00.12345678901234567890",
  "[+1.2345678901234567890]",
  "[1.2345678901234567890.1]",
])("%j is not JSON", (text) => {
  expect(() => parseExact(bigints)(text)).toThrow(SyntaxError);
  expect(() => parseExact(decimals)(text)).toThrow(SyntaxError);
  expect(() => parseExact(bigints, decimals)(text)).toThrow(SyntaxError);
});

describe("what is written", () => {
  test("bigints are integers, all else as JSON.stringify has it", () => {
    expect(encodeExact(bigints)({ a: 9007199254740993n, b: [1n, "1"], c: undefined, d: new Date(0) })).toBe(
      '{"a":9007199254740993,"b":[1,"1"],"d":"1970-01-01T00:00:00.000Z"}',
    );
    const strings = { '\0"\0\0': ["\0", "\0\0", '"\u00001"', '\\"\0\0"', "\0" + "12"] };
    expect(JSON.parse(encodeExact(bigints, decimals)(strings))).toStrictEqual(strings);
  });

  test("in a form is JSON in each object, and plain beside", () => {
    const pairs = exactPairs(bigints, decimals)("a", [
      { b: 2n ** 60n },
      2n ** 60n,
      undefined,
      new ExactDecimal("1.50"),
    ]);
    expect(pairs.map(decodeURIComponent)).toEqual(['a={"b":1152921504606846976}', "a=1152921504606846976", "a=1.50"]);
    expect(exactPairs(decimals)("a", undefined)).toEqual([]);
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
        expect(parseExact(bigints)(encodeExact(bigints)(value))).toStrictEqual(value);
      }),
      { numRuns: 500 },
    );
  });
});

const exact = (text: string): ExactDecimal => new ExactDecimal(text);

test("a text of any length may stand beside numbers", () => {
  const json = `{"n":12345678901234567890,"s":"${"a/+\\n".repeat(5_000_000)}"}`;
  const value = parseExact(bigints)(json);
  expect((value as { readonly n: unknown }).n).toBe(12345678901234567890n);
  expect(encodeExact(bigints)(value) === json).toBe(true);
});

describe("decimals", () => {
  test.each<readonly [text: string, value: unknown]>([
    ['{"price":1.2345678901234567891}', { price: exact("1.2345678901234567891") }],
    ["[0.1, 0.30000000000000004, 1.10, 100e-2, 5e-324, 1e23]", [0.1, 0.30000000000000004, 1.1, 1, 5e-324, 1e23]],
    ["[9007199254740992, 9007199254740993]", [9007199254740992, exact("9007199254740993")]],
    ["[0.10000000000000000000, 0.10000000000000001]", [0.1, exact("0.10000000000000001")]],
    ["[1e400, -1e-400, 1E+0309]", [exact("1e400"), exact("-1e-400"), exact("1E+0309")]],
    ["[0e999, -0.0000000000000000000, 1e99999999999999999999]", [0, -0, exact("1e99999999999999999999")]],
    ['{"1.2345678901234567891": "1.2345678901234567891"}', { "1.2345678901234567891": "1.2345678901234567891" }],
    ['["\\u00001.2345678901234567891"]', ["\u00001.2345678901234567891"]],
  ])("%s", (text, value) => {
    expect(parseExact(decimals)(text)).toStrictEqual(value);
  });

  test("of two kinds an integer is the first, and one alone gives nothing of the other", () => {
    const text = "[9007199254740993,0.1234567890123456789]";
    expect(parseExact(bigints, decimals)(text)).toStrictEqual([9007199254740993n, exact("0.1234567890123456789")]);
    expect(parseExact(bigints)(text)).toStrictEqual([9007199254740993n, 0.1234567890123456789]);
    expect(parseExact(decimals)(text)).toStrictEqual([exact("9007199254740993"), exact("0.1234567890123456789")]);
    expect(encodeExact(bigints, decimals)([9007199254740993n, exact("0.1234567890123456789")])).toBe(text);
    expect(() => encodeExact(decimals)([1n])).toThrow(TypeError);
  });

  test("are written as they are, also as the whole value", () => {
    expect(encodeExact(decimals)({ a: exact("1.10"), b: [exact("-1E+400"), "1.10", 0.5] })).toBe(
      '{"a":1.10,"b":[-1E+400,"1.10",0.5]}',
    );
    expect(encodeExact(decimals)(exact("1.2345678901234567891"))).toBe("1.2345678901234567891");
  });

  const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 30 });
  const number = fc
    .tuple(
      fc.constantFrom("", "-"),
      digits.map((it) => it.replace(/^0+(?=.)/, "")),
      fc.option(digits, { nil: undefined }),
      fc.option(fc.tuple(fc.constantFrom("e", "E", "e+", "e-"), fc.nat(400)), { nil: undefined }),
    )
    .map(([sign, integer, fraction, exponent]) =>
      [sign, integer, ...(fraction === undefined ? [] : [".", fraction]), ...(exponent ?? [])].join(""),
    );

  /** A number as a fraction of integers, which is what it says whatever way it is written. */
  function valueOf(text: string): string {
    const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
    const [integer = "", fraction = ""] = mantissa.split(".");
    const power = Number(exponent) - fraction.length;
    // Times a power of ten that makes an integer of each.
    return String(BigInt(integer + fraction) * 10n ** BigInt(power + 500));
  }

  test("keep their digits when they are read and written, and are numbers where these do", () => {
    let kept = 0;
    fc.assert(
      fc.property(number, (text) => {
        const [read] = parseExact(decimals)(`[${text}]`) as readonly [number | ExactDecimal];
        if (read instanceof ExactDecimal) {
          kept++;
          expect(read.text).toBe(text);
          const nearest = Number(text);
          if (Number.isFinite(nearest)) expect(valueOf(String(nearest))).not.toBe(valueOf(text));
        }
        expect(valueOf(encodeExact(decimals)(read))).toBe(valueOf(text));
      }),
      { numRuns: 1_000 },
    );
    expect(kept).toBeGreaterThan(100);
  });

  test("come back the same in any value", () => {
    const decimal = number.map((it) => parseExact(decimals)(it)).map((it) => (Object.is(it, -0) ? 0 : it));
    const leaf = fc.oneof(
      decimal,
      fc.string({ unit: fc.constantFrom("\0", '"', "\\", "1", ".", "e", ":") }),
      fc.constant(null),
    );
    const key = fc.string({ unit: fc.constantFrom("\0", '"', "a", "0.9007199254740993") });
    fc.assert(
      fc.property(fc.dictionary(key, fc.array(leaf), { noNullPrototype: true }), (value) => {
        expect(parseExact(decimals)(encodeExact(decimals)(value))).toStrictEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test("a decimal tells its digits as a text, and the nearest number as a number", () => {
    const it = exact("1.2345678901234567891");
    expect(`${it}`).toBe("1.2345678901234567891");
    expect(JSON.stringify({ it })).toBe('{"it":"1.2345678901234567891"}');
    expect(Number(it)).toBe(1.2345678901234568);
    expect(Number(it) < 1.3).toBe(true);
  });

  test.each(["", " 1", "1 ", "01", "+1", ".5", "1.", "1e", "0x1", "NaN", "Infinity", "1_000", "1,5", "1n"])(
    "%j is no decimal",
    (text) => {
      expect(() => exact(text)).toThrow(new TypeError(`${JSON.stringify(text)} is not a number as JSON writes it.`));
    },
  );

  test("a long run of zeros takes no longer than it is", () => {
    const text = `1.${"0".repeat(300_000)}1`;
    expect(String(parseExact(decimals)(text))).toBe(text);
  });
});
