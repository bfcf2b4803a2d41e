import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { keep, type Round } from "../../../src/integrations/bundlers/keep.js";
import { Maker } from "../../../src/integrations/bundlers/make.js";
import type { PluginOptions } from "../../../src/integrations/bundlers/options.js";
import { nodeHost } from "../../../src/pipeline/node-host.js";
import { memoryHost } from "../../support/memory-host.js";
import { tinySpec } from "../../support/program.js";
import { tempFolder } from "../../support/temp-folder.js";

const options: PluginOptions = { input: "api.yaml", output: "sdk" };
const projectWith = (description: string) => memoryHost({ files: { "/project/api.yaml": description } });

describe("the plugin of a bundler", () => {
  test("makes the same SDK as often as it is asked, with what it remembers", async () => {
    const maker = new Maker(options);
    const host = projectWith(tinySpec);
    for (const text of ["listOwners", "listAll", "listSome", "listOwners"]) {
      const description = tinySpec.replace("listOwners", text);
      host.writeFile("/project/api.yaml", Buffer.from(description));
      const { ok, outputs } = await maker.make(host);
      expect({ ok, outputs }).toEqual({ ok: true, outputs: ["/project/sdk"] });
      const fresh = projectWith(description);
      await new Maker(options).make(fresh);
      expect(host.texts()).toEqual(fresh.texts());
    }
  });

  test("sees changes where there was nothing to do at first", async () => {
    const shared = "Name: { type: string }\n";
    const folder = tempFolder({
      "package.json": "{}",
      "node_modules/.installed": "",
      "api.yaml": tinySpec.replace("type: string", '$ref: "parts.yaml#/Name"'),
      "parts.yaml": shared,
    });
    const host = { ...nodeHost(), cwd: folder };
    expect(await new Maker(options).make(host)).toMatchObject({ ok: true });

    const ending = new AbortController();
    onTestFinished(() => ending.abort());
    const rounds: Round[] = [];
    const { begun, ended } = keep(new Maker(options), host, ending.signal, (it) => rounds.push(it));
    await begun;
    expect(rounds[0]?.made.runs[0]?.report.stages).toMatchObject([{ name: "unchanged" }]);
    for (const [path, text] of [
      ["parts.yaml", shared.replace("string", "integer")],
      ["api.yaml", tinySpec],
    ] as const) {
      const before = rounds.length;
      writeFileSync(join(folder, path), text);
      await vi.waitUntil(() => rounds.length > before, { timeout: 3_000 });
      expect(rounds.at(-1)).toMatchObject({ changed: [join(folder, path)], made: { ok: true } });
    }
    ending.abort();
    await ended;
  });

  test.each([
    // What is written in JavaScript has any type.
    [{ ...options, inptu: "api.yaml" } as PluginOptions, "config/unknown-key"],
    [{ ...options, root: "nope" }, "config/no-root"],
    [{ output: "sdk" }, "config/no-input"],
  ])("takes mistakes in what it is told for those of its user: %j", async (told, code) => {
    const { ok, diagnostics } = await new Maker(told).make(projectWith(tinySpec));
    expect({ ok, codes: diagnostics.map((it) => it.code) }).toEqual({ ok: false, codes: [code] });
  });
});
