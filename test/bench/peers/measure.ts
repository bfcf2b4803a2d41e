import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { tools } from "../../support/tools.js";
import { median } from "../table.js";
import type { Description } from "./descriptions.js";
import type { Maker } from "./makers.js";
import { measured, type Run } from "./process.js";

/** What one maker comes to on one description. What is absent was not reached. */
export interface Result {
  readonly maker: string;
  readonly description: string;
  /** Why it failed, in a few words. */
  readonly failure?: string;
  readonly ms?: number;
  readonly memory?: number;
  readonly files?: number;
  readonly bytes?: number;
  readonly check?: { readonly ms: number; readonly errors: number };
  /** Bytes of the app with one call, bundled, minified and compressed. */
  readonly gzipped?: number;
}

const LIMIT_MS = 45_000;
const root = fileURLToPath(new URL("../../../", import.meta.url));
/** What takes longer is measured once. */
const SLOW_MS = 4_000;

export interface Plan {
  readonly node: string;
  readonly runs: number;
  /** Also type-checks and bundles an app. */
  readonly app: boolean;
}

export async function measure(maker: Maker, description: Description, plan: Plan): Promise<Result> {
  const named = { maker: maker.name, description: description.name };
  const home = await homeOf(maker);
  let work = home;
  const runs: Run[] = [];
  // The first one warms the caches of files, and those that a program keeps for itself between runs.
  for (let i = 0; i < plan.runs + 1 && (runs[0]?.ms ?? 0) < SLOW_MS; i++) {
    work = prepare(maker, description, join(home, WORK));
    const run = await measured(plan.node, [programOf(maker, home), ...maker.args(description.file)], work, LIMIT_MS);
    if (run.code !== 0) return { ...named, failure: failureOf(run) };
    runs.push(run);
  }
  const counted = runs.length > 1 ? runs.slice(1) : runs;
  const sizes = filesIn(join(work, "sdk"));
  if (sizes.length === 0) return { ...named, failure: "wrote nothing" };
  const generated = {
    ...named,
    ms: median(counted.map((it) => it.ms)),
    memory: Math.max(...counted.map((it) => it.memory ?? 0)),
    files: sizes.length,
    bytes: sizes.reduce((sum, it) => sum + it, 0),
  };
  if (!plan.app) return generated;
  writeFileSync(join(work, "app.ts"), maker.app(description.call));
  return { ...generated, check: await checked(work), ...(await bundled(join(work, "app.ts"))) };
}

/**
 * Removes what was made. Only at the end: a file system (ext4) that has just removed files takes many times as long to make new
 * ones, so who writes many files would pay for it.
 */
export async function cleanUp(makers: readonly Maker[]): Promise<void> {
  for (const it of makers) rmSync(join(await homeOf(it), WORK), { recursive: true, force: true });
}

const WORK = "work";

/** sdkwright's own home is beside the peers', so that what it finds upwards is as little as what they do. */
const homeOf = async ({ packages }: Maker): Promise<string> =>
  Object.keys(packages).length === 0 ? join(root, ".cache/bench-peers/sdkwright") : (await tools(packages)).folder;

const programOf = ({ program }: Maker, home: string): string =>
  program.startsWith("node_modules") ? join(home, program) : program;

/** Makes a folder to work in that was not there before. */
function prepare({ files }: Maker, { file }: Description, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(folder, "run-"));
  mkdirSync(join(work, "sdk"));
  const all = { "package.json": `{ "type": "module", "private": true }`, ...files?.(file) };
  for (const [path, text] of Object.entries(all)) writeFileSync(join(work, path), text);
  return work;
}

function failureOf({ code, output }: Run): string {
  if (code === null) return `did not end in ${LIMIT_MS / 1000} s`;
  const line = output.split("\n").find((it) => /error|cannot|invalid|heap/i.test(it)) ?? `exit code ${code}`;
  return line.trim().slice(0, 80);
}

/** TypeScript 7, strict, of the app and all that it reaches. */
async function checked(work: string): Promise<NonNullable<Result["check"]>> {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2022",
    module: "esnext",
    moduleResolution: "bundler",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
    skipLibCheck: true,
    allowImportingTsExtensions: true,
  };
  writeFileSync(join(work, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["app.ts"] }));
  const compiler = join(root, "node_modules/typescript7/bin/tsc");
  const run = await measured(process.execPath, [compiler, "-p", "tsconfig.json"], work, LIMIT_MS);
  return { ms: run.ms, errors: run.output.split("\n").filter((it) => /error TS\d+/.test(it)).length };
}

async function bundled(app: string): Promise<Pick<Result, "gzipped">> {
  try {
    const made = await rolldown({ input: app, cwd: dirname(app), logLevel: "silent" });
    const { output } = await made.generate({ minify: true });
    await made.close();
    return { gzipped: gzipSync(output[0].code).length };
  } catch {
    return {};
  }
}

const filesIn = (folder: string): readonly number[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((it) => statSync(join(folder, it)))
    .filter((it) => it.isFile())
    .map((it) => it.size);
