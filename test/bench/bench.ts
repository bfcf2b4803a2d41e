/**
 * How long the built program takes with the whole of Stripe: from a cold start, with nothing to do, after a change of one
 * operation, and twenty projects in one run. Beside each, in the same rounds, a floor: what no program of this kind could do
 * without. Watching is measured in `watch.ts`.
 *
 *     npm run bench [-- <rounds>]
 */
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { builtCli } from "../support/built.js";
import { stripeText } from "../support/stripe.js";
import { tempFolder } from "../support/temp-folder.js";
import { hashing, parsingAndWriting } from "./floors.js";
import { timed, type Run } from "./run.js";
import { median, table } from "./table.js";

const rounds = Math.max(5, Number(process.argv[2] ?? 5));
const ends: (() => void)[] = [];
const folder = tempFolder({ "package.json": "{}", "node_modules/none.js": "", "stripe.json": stripeText() }, (end) =>
  ends.unshift(end),
);
const at = (path: string): string => join(folder, path);
/** A round writes where nothing was before: ext4 takes many times as long to make files after it has removed some. */
const output = (round: number): string => `out${round}`;
const generate = (round: number): Promise<Run> =>
  timed([builtCli, "stripe.json", "-o", output(round), "--json"], folder);

/** Stripe with another word in the description of one operation for each number. */
const changed = (n: number): string => stripeText().replace("Retrieves a Customer object.", `Retrieves customer ${n}.`);

/** A config of several SDKs of the same part of Stripe, and a run of it. */
function projects(count: number, name: string): Promise<Run> {
  const all = Array.from({ length: count }, (_, i) => ({ name: `p${i}`, output: `${name}/p${i}` }));
  const config = { input: "stripe.json", operations: ["GetCustomers*"], projects: all };
  // One file for all rounds: the lock of the folder has the names of each.
  writeFileSync(at(`${count}.json`), JSON.stringify(config));
  return timed([builtCli, "-c", `${count}.json`, "--json"], folder);
}

type Measure = readonly [name: string, floor: string | undefined, run: (round: number) => Promise<Run>];

/** In an order in which each finds what it needs. */
const measures = (sizes: readonly FileSize[]): readonly Measure[] => [
  ["parse and write (floor)", undefined, (n) => timed(parsingAndWriting("stripe.json", `floor${n}`, sizes), folder)],
  ["cold", "parse and write (floor)", generate],
  ["start and hash (floor)", undefined, () => timed(hashing("stripe.json"), folder)],
  ["nothing changed", "start and hash (floor)", generate],
  [
    "parse and write one file (floor)",
    undefined,
    (n) => timed(parsingAndWriting("stripe.json", `one${n}`, sizes.slice(0, 1)), folder),
  ],
  [
    "one description changed",
    "parse and write one file (floor)",
    (n) => (writeFileSync(at("stripe.json"), changed(n)), generate(n)),
  ],
  ["one project of 20", undefined, (n) => projects(1, `one-project${n}`)],
  ["20 projects in one run", "one project of 20", (n) => projects(20, `projects${n}`)],
];

interface FileSize {
  readonly path: string;
  readonly size: number;
}
const sizesIn = (root: string): readonly FileSize[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => ({ path, stat: statSync(join(root, path)) }))
    .filter(({ stat }) => stat.isFile())
    .map(({ path, stat }) => ({ path, size: stat.size }));

try {
  // Not counted: it fills the system's file cache and tells how large the output is.
  const { stages = [] } = await generate(0);
  const all = measures(sizesIn(at(output(0))));
  const runs = new Map(all.map(([name]) => [name, [] as Run[]]));
  // One of each in turn, so that whatever else the machine does meets them all.
  for (let round = 1; round <= rounds; round++) for (const [name, , run] of all) runs.get(name)?.push(await run(round));
  print(
    all,
    runs,
    stages.map((it) => it.name),
  );
} finally {
  for (const end of ends) end();
}

function print(all: readonly Measure[], runs: ReadonlyMap<string, readonly Run[]>, stages: readonly string[]): void {
  const ms = (name: string): number => median((runs.get(name) ?? []).map((it) => it.ms));
  const memory = (name: string): number => Math.max(...(runs.get(name) ?? []).map((it) => it.memory ?? 0));
  const sizes = sizesIn(at(output(0)));
  const bytes = sizes.reduce((sum, it) => sum + it.size, 0);
  console.log(
    `Stripe whole: ${(stripeText().length / 1e6).toFixed(1)} MB in, ${(bytes / 1e6).toFixed(1)} MB out in ${sizes.length} files.`,
  );
  console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim()}, medians of ${rounds} rounds.\n`);
  const row = ([name, floor]: Measure): readonly string[] => [
    name,
    ms(name).toFixed(0),
    memory(name) === 0 ? "" : (memory(name) / 1e6).toFixed(0),
    floor === undefined ? "" : (ms(name) / ms(floor)).toFixed(2),
  ];
  console.log(table([["", "ms", "peak MB", "x floor"], ...all.map(row)]));
  const stage = (name: string): number =>
    median((runs.get("cold") ?? []).map((it) => it.stages?.find((one) => one.name === name)?.ms ?? 0));
  console.log(table([["stage of cold", "ms"], ...stages.map((it) => [it, stage(it).toFixed(0)])]));
}
