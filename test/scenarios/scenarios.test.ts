import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { check } from "../support/check.js";
import { missingImports, unusedImports } from "../support/imports.js";
import { build, type Built } from "../support/build.js";
import { footprint } from "../support/footprint.js";
import { recorded } from "../support/scenario/record.js";
import { parseScenario, type Scenario } from "../support/scenario/scenario.js";
import { runUsages } from "../support/scenario/run-usages.js";
import { usageModules } from "../support/scenario/usage.js";
import { generateSdk, type Sdk } from "../support/sdk.js";

const root = fileURLToPath(new URL(".", import.meta.url));
const recording = process.env["RECORD"] !== undefined && process.env["RECORD"] !== "";

const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((it) => it.endsWith(".md") && it.includes("/"))
  .toSorted();
const scenarios = paths.map((it) => parseScenario(it.replace(/\.md$/, ""), readFileSync(join(root, it), "utf8")));
/** What each scenario gave, for what is tried with all of them at once. */
const sdks = new Map<Scenario, Sdk>();

describe("a scenario gives what it says", () => {
  test.each(scenarios)("$name: $title", async (scenario) => {
    sdks.set(
      scenario,
      recording
        ? await generateSdk(scenario.inputs, scenario.options, scenario.files)
        : await check(scenario, scenario.expected),
    );
  });
});

describe("what a scenario gives", () => {
  let built: Built;

  beforeAll(async () => {
    built = await build(new Map([...sdks].map(([it, sdk]) => [it.name, { ...sdk.files, ...usageModules(it, sdk) }])));
    return () => built.remove();
  });

  test.each(scenarios)("imports nothing but what it has and uses: $name", (scenario) => {
    const files = sdks.get(scenario)?.files ?? {};
    expect([...missingImports(files), ...unusedImports(files)]).toEqual([]);
  });

  test.each(scenarios)("compiles: $name", ({ name }) => {
    expect(built.errors.filter((it) => it.startsWith(`${name}/`))).toEqual([]);
  });

  test("compiles, and nothing else is wrong", () => {
    expect(built.errors.filter((it) => !scenarios.some(({ name }) => it.startsWith(`${name}/`)))).toEqual([]);
  });

  test.each(scenarios)("does nothing when it is imported: $name", async (scenario) => {
    if (sdks.get(scenario)?.files["index.ts"] === undefined) return;
    const before = footprint();
    await import(`${built.urlOf(scenario.name)}/index.js`);
    expect(footprint()).toEqual(before);
  });

  test.each(scenarios)("sends what it says: $name", async (scenario) => {
    const sdk = sdks.get(scenario);
    if (sdk === undefined) return;
    const requests = await runUsages(scenario, built.urlOf(scenario.name));
    if (recording) writeFileSync(join(root, `${scenario.name}.md`), recorded(scenario, sdk, requests));
    else expect(requests).toEqual(scenario.expected.flatMap((it) => (it.kind === "requests" ? [it.text] : [])));
  });
});
