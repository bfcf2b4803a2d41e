import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { compileAlone } from "../../support/compile.js";
import { generateSdk } from "../../support/sdk.js";
import { loaded } from "../support.js";

const folder = fileURLToPath(new URL("shown/", import.meta.url));
const pages = readdirSync(folder).filter((it) => it.endsWith(".html"));
const text = (name: string): string => readFileSync(folder + name, "utf8");

/** A page each dialect that shows operations and carries no description, and beside it what is read and what is said. */
describe("a page that only shows operations", () => {
  test.each(pages)("%s is read for what is there, and what is missing is said", async (name) => {
    const { said, sources } = await loaded({ [name]: text(name) });
    const read = stringify(sources[0]?.value ?? null, { lineWidth: 0, aliasDuplicateObjects: false });
    const comments = said.replaceAll(/^(\w+ \S+) \S+\.html:/gm, "# $1 ");
    await expect(`${comments}\n${read}`).toMatchFileSnapshot(`shown/${name.replace(".html", ".yaml")}`);
  });

  test("gives an SDK that compiles", async () => {
    const sdks = await Promise.all(pages.map((name) => generateSdk({ [name]: text(name) })));
    const errors = sdks.flatMap((it) => it.diagnostics.filter(({ severity }) => severity === "error"));
    expect(errors).toEqual([]);
    const all = sdks.flatMap(({ files }, i) =>
      Object.entries(files).map(([path, it]) => [`${i}/${path}`, it] as const),
    );
    expect(all.filter(([path]) => path.endsWith("/index.ts"))).toHaveLength(pages.length);
    expect(await compileAlone(Object.fromEntries(all))).toEqual([]);
  });

  test.each(pages)("%s, cut at any place, is read or refused and never throws", async (name) => {
    const whole = text(name);
    for (let end = 0; end < whole.length; end += 211) {
      const { sources } = await loaded({ [name]: whole.slice(0, end) });
      expect(sources).toHaveLength(1);
    }
  });
});
