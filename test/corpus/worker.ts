/**
 * Generates a batch of descriptions twice, lays the output out for the compiler, and tells what came of each.
 * A process of its own, so that a description that ends the process costs one batch.
 *
 *     jiti worker.ts <batch.json> <folder> <result.json> [ledger]
 *
 * For the ledger alone each is only read and understood, once.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { recordKeywords } from "./keywords.js";
import { crashed, type BatchResult, type Record } from "./record.js";
import type { Generated } from "../../src/index.js";
import type { Description } from "./sources.js";
import { understand } from "./understand.js";

// What is tested is the built program, as users have it.
const { generate } = (await import(
  new URL("../../.cache/modules/src/index.js", import.meta.url).href
)) as typeof import("../../src/index.js");

const [batch = "", folder = "", result = "", mode = ""] = process.argv.slice(2);
// The main process wrote it.
const descriptions = JSON.parse(readFileSync(batch, "utf8")) as readonly Description[];
const isLedger = mode === "ledger";
const keywords = await recordKeywords();
const records: Record[] = [];
for (const [i, it] of descriptions.entries()) records.push(await recordOf(it, join(folder, `d${i}`)));
writeFileSync(result, JSON.stringify({ records, ...keywords.result() } satisfies BatchResult));

async function recordOf(description: Description, output: string): Promise<Record> {
  const input = unpacked(description, output);
  const base = { name: description.name, size: description.size, version: versionOf(input), compiler: [] };
  try {
    keywords.begin(description.name);
    const started = performance.now();
    const first = await (isLedger ? understand(input) : sdkOf(input, output));
    const ms = Math.round(performance.now() - started);
    keywords.end();
    const second = isLedger ? first : await sdkOf(input, output);
    for (const { path, text } of first.files) save(join(output, "sdk", path), text ?? "");
    const errors = first.diagnostics.filter((it) => it.severity === "error");
    return {
      ...base,
      ok: first.ok,
      errors: errors.slice(0, 5).map(({ code, message, place }) => ({ code, message, at: shown(place?.start) })),
      others: counted(first.diagnostics.filter((it) => it.severity !== "error").map((it) => it.code)),
      unplaced: [...new Set(first.diagnostics.filter((it) => it.place === undefined).map((it) => it.code))],
      isStable: JSON.stringify(first.files) === JSON.stringify(second.files),
      files: first.files.length,
      bytes: first.files.reduce((sum, it) => sum + (it.text ?? "").length, 0),
      ms,
      memory: process.memoryUsage().rss,
    };
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return crashed(base.name, base.size, base.version, crash);
  }
}

function sdkOf(input: string, output: string): Promise<Generated> {
  return generate({ input, output: join(output, "sdk"), cwd: dirname(input) });
}

/** Some packages ship their descriptions packed. */
function unpacked({ file }: Description, output: string): string {
  if (!file.endsWith(".gz")) return file;
  const input = join(output, "input.json");
  save(input, gunzipSync(readFileSync(file)));
  return input;
}

function versionOf(input: string): string {
  return /["']?(?:openapi|swagger)["']?\s*:\s*["']?(\d\.\d)/.exec(readFileSync(input, "utf8"))?.[1] ?? "?";
}

function save(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function shown(at: { readonly line: number; readonly column: number } | undefined): string {
  return at === undefined ? "" : `${at.line}:${at.column}`;
}

function counted(codes: readonly string[]): Record["others"] {
  const counts: { [code: string]: number } = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
