import type { ExactKind } from "./exact-json.js";

/** Integers that a number cannot hold exactly, as bigints. */
export const bigints: ExactKind = {
  hint: /\d{16}/,
  read: (text) => (/^-?[1-9]\d*$/.test(text) && !Number.isSafeInteger(Number(text)) ? BigInt(text) : undefined),
  write: (value) => (typeof value === "bigint" ? String(value) : undefined),
};
