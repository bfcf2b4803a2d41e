/**
 * sdkwright beside its peers on the same descriptions, in one run and on one Node: as a table in Markdown.
 *
 *     npm run bench:peers [-- --only stripe,github,msgraph,growth] [--makers sdkwright,orval] [--runs 3] [--resume]
 *
 * The peers are installed on first use into an ignored cache. With `--resume` what an earlier run has measured is kept.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { tools } from "../support/tools.js";
import { realDescriptions, repeatedStripe, type Description } from "./peers/descriptions.js";
import { peers, sdkwright } from "./peers/makers.js";
import { cleanUp, measure, type Plan, type Result } from "./peers/measure.js";
import { growthTable, resultTable } from "./peers/tables.js";

/** The Node that the newest of the peers ask for; all run on it. */
const NODE = "24.21.0";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "stripe,github,msgraph,growth" },
    makers: { type: "string", default: "" },
    runs: { type: "string", default: "3" },
    resume: { type: "boolean", default: false },
  },
});
const only = values.only.split(",");
const folder = fileURLToPath(new URL("../../.cache/bench-peers/", import.meta.url));
const record = join(folder, "results.json");
mkdirSync(folder, { recursive: true });
const results: Result[] = values.resume && existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : [];

const wanted = values.makers.split(",");
const makers = [sdkwright, ...peers].filter(({ name }) => wanted.some((it) => name.startsWith(it)));
const node = (await tools({ node: NODE })).bin("node");
const real = (await realDescriptions(join(tmpdir(), "sdkwright-bench-peers"))).filter((it) => only.includes(it.name));
const repeats = only.includes("growth") ? repeatedStripe(join(tmpdir(), "sdkwright-bench-peers")) : [];

try {
  for (const it of real) await all(it, { node, runs: Number(values.runs), app: true });
  for (const it of repeats) await all(it, { node, runs: 1, app: false });
} finally {
  await cleanUp(makers);
}

console.log(`${cpus().length} x ${cpus()[0]?.model.trim()}, Node ${NODE}, TypeScript 7.0.2 checks the types.\n`);
for (const it of real) console.log(resultTable(it, results));
if (repeats.length > 0) console.log(growthTable(repeats, results));
console.log(
  makers
    .flatMap((it) =>
      Object.entries(it.packages)
        .slice(0, 1)
        .map(([name, version]) => `${name} ${version}`),
    )
    .join(", "),
);

async function all(description: Description, plan: Plan): Promise<void> {
  for (const maker of makers) {
    const known = results.filter((it) => it.maker === maker.name);
    if (known.some((it) => it.description === description.name)) continue;
    // What did not end on a smaller description will not on a larger one.
    const before = known.find((it) => it.description.startsWith("stripe x") && it.failure !== undefined);
    const result =
      before !== undefined && description.name.startsWith("stripe x")
        ? { ...before, description: description.name }
        : await measure(maker, description, plan);
    console.error(
      `${description.name}, ${maker.name}: ${result.failure ?? `${((result.ms ?? 0) / 1000).toFixed(2)} s`}`,
    );
    results.push(result);
    writeFileSync(record, JSON.stringify(results, undefined, 1));
  }
}
