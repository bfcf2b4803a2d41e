import { describe, expect, test } from "vitest";
import { Maker } from "../../../src/integrations/bundlers/make.js";
import type { PluginOptions } from "../../../src/integrations/bundlers/options.js";
import { memoryHost } from "../../support/memory-host.js";
import { tinySpec } from "../../support/program.js";

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
