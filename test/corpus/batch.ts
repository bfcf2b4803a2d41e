import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "../support/built.js";
import { compile, configure } from "../support/compile.js";
import { crashed, type BatchResult } from "./record.js";
import type { Description } from "./sources.js";

const JITI = fileURLToPath(new URL("../../node_modules/jiti/lib/jiti-cli.mjs", import.meta.url));
const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));

/** A batch takes as much as a compiler holds easily. */
const MOST_BYTES = 8_000_000;
const MOST_DESCRIPTIONS = 40;

/** Splits what is to do, so that no batch is much more than the others; a very large description is one by itself. */
export function batchesOf(descriptions: readonly Description[]): readonly (readonly Description[])[] {
  const batches: Description[][] = [];
  let bytes = Infinity;
  for (const it of descriptions) {
    if (bytes + it.size > MOST_BYTES || (batches.at(-1)?.length ?? 0) >= MOST_DESCRIPTIONS) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(it);
    bytes += it.size;
  }
  return batches;
}

/**
 * Generates a batch in a process of its own and compiles what came out under every strict flag; with `ledger` it is only read,
 * which tells of keywords and diagnostics.
 */
export async function runBatch(descriptions: readonly Description[], ledger: boolean): Promise<BatchResult> {
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-corpus-"));
  try {
    const generated = await generate(descriptions, folder, ledger);
    if (ledger) return generated;
    configure(folder);
    const errors = await compile({ folder });
    const records = generated.records.map((it, i) => {
      const own = errors.filter((line) => line.startsWith(`d${i}/`));
      // What the compiler says of no file of ours speaks of all of them.
      const all = errors.filter((line) => !/^d\d+\//.test(line));
      return { ...it, compiler: [...own, ...all].slice(0, 5) };
    });
    return { ...generated, records };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A description that ends the process is found by giving each of its batch a process of its own. */
async function generate(descriptions: readonly Description[], folder: string, ledger: boolean): Promise<BatchResult> {
  const [batch, result] = [join(folder, "batch.json"), join(folder, "result.json")];
  mkdirSync(folder, { recursive: true });
  writeFileSync(batch, JSON.stringify(descriptions));
  const { code, stderr } = await runNode([JITI, WORKER, batch, folder, result, ...(ledger ? ["ledger"] : [])], folder);
  // The worker wrote it.
  if (code === 0) return JSON.parse(readFileSync(result, "utf8")) as BatchResult;
  const [only, ...others] = descriptions;
  if (only === undefined || others.length > 0) {
    const results = await inTurn(descriptions, (it, i) => generate([it], join(folder, `d${i}`), ledger));
    return {
      records: results.flatMap((it) => it.records),
      present: Object.assign({}, ...results.map((it) => it.present)) as BatchResult["present"],
      read: results.flatMap((it) => it.read),
    };
  }
  return { records: [crashed(only.name, only.size, "?", stderr)], present: {}, read: [] };
}

async function inTurn<T, R>(items: readonly T[], run: (item: T, index: number) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (const [i, item] of items.entries()) results.push(await run(item, i));
  return results;
}
