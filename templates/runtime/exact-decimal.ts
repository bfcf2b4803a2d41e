import type { ExactKind } from "./exact-json.js";

/**
 * A number with more digits than a `number` keeps: `String(it)` has all of them, `Number(it)` is the nearest number.
 *
 * For arithmetic give the text to a library for decimals, and make a new one of the text that comes out. In an answer such a
 * value stands only where a `number` would have lost digits.
 */
export class ExactDecimal {
  /** The number as JSON writes it (RFC 8259, section 6), digit for digit. */
  readonly text: string;

  /** Throws a `TypeError` for a text that is no number of JSON. */
  constructor(text: string) {
    if (!NUMBER.test(text)) throw new TypeError(`${JSON.stringify(text)} is not a number as JSON writes it.`);
    this.text = text;
  }

  toString(): string {
    return this.text;
  }

  /** A string, since only the calls of this SDK write it as a number. */
  toJSON(): string {
    return this.text;
  }

  valueOf(): number {
    return Number(this.text);
  }
}

/** Numbers whose digits a `number` cannot hold. */
export const decimals: ExactKind = {
  // A number keeps up to 15 digits, whatever they are, with an exponent of up to two digits (IEEE 754, binary64).
  hint: /[\d.]{16}|\d[eE][+-]?\d{3}/,
  read: decimalOf,
  write: (value) => (value instanceof ExactDecimal ? value.text : undefined),
};

/** The decimal that a text writes; undefined where a number holds it, or it is none. */
export function decimalOf(text: string): ExactDecimal | undefined {
  const digits = digitsOf(text);
  return digits === undefined || digits === digitsOf(String(Number(text))) ? undefined : new ExactDecimal(text);
}

/** Sign, integer, fraction and exponent (RFC 8259, section 6). */
const NUMBER = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** The same for all ways to write a number: its digits without zeros at either end, and the power of ten of the first. */
function digitsOf(text: string): string | undefined {
  const [, sign = "", integer, fraction = "", exponent = "0"] = NUMBER.exec(text) ?? [];
  if (integer === undefined) return undefined;
  const digits = (integer + fraction).replace(/^0+/, "");
  let end = digits.length;
  while (digits[end - 1] === "0") end--;
  const power = Number(exponent) - fraction.length + digits.length;
  return end === 0 ? "0" : `${sign}${digits.slice(0, end)}e${power}`;
}
