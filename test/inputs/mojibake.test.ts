import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findMojibake, repairMojibake } from "../../src/read/html/mojibake.js";

/** What an editor makes of UTF-8 that it takes for Windows-1252 (WHATWG Encoding, index windows-1252). */
const high = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const corrupt = (text: string): string =>
  [...new TextEncoder().encode(text)]
    .map((byte) => (byte >= 0x80 && byte < 0xa0 ? high.charAt(byte - 0x80) : String.fromCharCode(byte)))
    .join("");

test.each([
  "you’d",
  "España",
  "£5",
  "日本語",
  "Ångström – naïve",
  "😀",
  "“quoted” …",
  "à\u00a0b",
  "\u0080\u00ff",
  "ŽšŸ",
  "À",
])("%s comes back", (text) => {
  expect(corrupt(text)).not.toBe(text);
  expect(repairMojibake(corrupt(text))).toBe(text);
});

test("every character of the first planes comes back", () => {
  for (let code = 0x80; code < 0x30000; code += 131) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const char = String.fromCodePoint(code);
    expect(repairMojibake(corrupt(char))).toBe(char);
  }
});

test.each(["café", "naïve", "São Paulo", "日本", "Ångström", "«quoted»", "you’d", "plain", "ÃÃ", "é", "’â€™", "ÿþ"])(
  "%s is left alone",
  (text) => {
    expect(findMojibake(text)).toEqual([]);
    expect(repairMojibake(text)).toBe(text);
  },
);

test("only the runs that need it are repaired", () => {
  expect(findMojibake("café, youâ€™d, Ã©")).toEqual([
    { start: 9, end: 12, repaired: "’" },
    { start: 15, end: 17, repaired: "é" },
  ]);
});

test("the page that was made from right text has it again", () => {
  const page = readFileSync("specs/PostInvoicesInvoiceSend.html", "utf8");
  expect(repairMojibake(page)).toBe(page.replace("youâ€™d", "you’d"));
});
