/**
 * How long the built program takes with the whole of Stripe: from a cold start, with nothing to do, after a change of one
 * operation, and twenty projects in one run. Beside each, in the same rounds, a floor: what no program of this kind could do
 * without. Watching is measured in `watch.ts`.
 *
 *     npm run bench [-- <rounds>]
 */
import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
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
const folder = tempFolder(
  { "package.json": "{}", "node_modules/none.js": "", "stripe.json": stripeText(), ...projects(20) },
  (end) => ends.unshift(end),
);
const at = (path: string): string => join(folder, path);
const generate = [builtCli, "stripe.json", "-o", "out", "--json"];

/** Stripe with another word in the description of one operation for each number. */
const changed = (n: number): string => stripeText().replace("Retrieves a Customer object.", `Retrieves customer ${n}.`);

/** The flagship again and again, as a config of several SDKs. */
function projects(count: number): Readonly<Record<string, string>> {
  const all = Array.from({ length: count }, (_, i) => ({ name: `p${i}`, output: `sdks/p${i}` }));
  return { "projects.json": JSON.stringify({ input: "stripe.json", operations: ["GetCustomers*"], projects: all }) };
}

function forget(...paths: readonly string[]): void {
  for (const it of [...paths, "node_modules/.cache"]) rmSync(at(it), { recursive: true, force: true });
}

const cold = (): Promise<Run> => (forget("out"), timed(generate, folder));

type Measure = readonly [name: string, floor: string | undefined, run: (round: number) => Promise<Run>];

/** In an order in which each finds what it needs. */
const measures = (sizes: readonly FileSize[]): readonly Measure[] => [
  ["parse and write (floor)", undefined, () => timed(parsingAndWriting("stripe.json", "floor", sizes), folder)],
  ["cold", "parse and write (floor)", cold],
  ["start and hash (floor)", undefined, () => timed(hashing("stripe.json"), folder)],
  ["nothing changed", "start and hash (floor)", () => timed(generate, folder)],
  [
    "parse and write one file (floor)",
    undefined,
    () => timed(parsingAndWriting("stripe.json", "floor", sizes.slice(0, 1)), folder),
  ],
  [
    "one description changed",
    "parse and write one file (floor)",
    (n) => (writeFileSync(at("stripe.json"), changed(n)), timed(generate, folder)),
  ],
  [
    "one project of 20",
    undefined,
    () => (forget("sdks"), timed([builtCli, "-c", "projects.json", "-p", "p0", "--json"], folder)),
  ],
  [
    "20 projects in one run",
    "one project of 20",
    () => (forget("sdks"), timed([builtCli, "-c", "projects.json", "--json"], folder)),
  ],
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
  const { stages = [] } = await cold();
  const all = measures(sizesIn(at("out")));
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
  const sizes = sizesIn(at("out"));
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
