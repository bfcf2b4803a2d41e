import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue.js";
import type { Message } from "../../src/diagnostics/message.js";
import { modulesIn } from "./modules.js";

const codes = Object.entries(catalogue);

/** What these leave out stands for what a page does not tell. */
const saysNothing: readonly string[] = ["read/page-base-url", "read/page-placeholder-host"];

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

  test.each(codes.filter(([code, it]) => it.severity !== "error" && !saysNothing.includes(code)))(
    "%s counts as a loss where it says that something is left out or wider",
    (_, it) => {
      // A message takes any parameters: what it does not name, it does not ask for.
      const message = (it.message as Message<string>).render(new Proxy({}, { get: () => "x" }));
      const isLoss = /(typed|as) unknown|left out|does nothing|calls are sent without|allows more/.test(message);
      if (isLoss) expect(it).toHaveProperty("loss");
    },
  );

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
