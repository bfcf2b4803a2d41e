import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue.js";
import { modulesIn } from "./modules.js";

const codes = Object.entries(catalogue);

/** Texts of tests and scenarios, this folder aside: here codes are only counted. */
const tests = textsIn("../", /\.(md|test\.ts)$/, /^architecture\//);
const program = modulesIn("src").filter((it) => !it.path.startsWith("src/diagnostics/catalogue"));

describe("a diagnostic", () => {
  test.each(codes)("%s is raised by some test", (code) => {
    expect(tests.some((it) => it.includes(code))).toBe(true);
  });

  test.each(codes)("%s is reported somewhere", (code) => {
    expect(program.some(({ source }) => source.text.includes(`"${code}"`))).toBe(true);
  });

  test.each(codes)("%s says in a sentence what to do", (_, { help }) => {
    expect(help).toMatch(/^(\p{Lu}|sdkwright ).*[.)}]$/su);
  });
});

function textsIn(folder: string, name: RegExp, except: RegExp): readonly string[] {
  const root = fileURLToPath(new URL(folder, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((it) => name.test(it) && !except.test(it))
    .map((it) => readFileSync(`${root}${it}`, "utf8"));
}
