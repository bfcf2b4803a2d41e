import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BatchResult, Record } from "./record.js";

const CACHE = fileURLToPath(new URL("../../node_modules/.cache/sdkwright-corpus/", import.meta.url));
const BUILT = fileURLToPath(new URL("../../.cache/modules", import.meta.url));
const RUNTIME = fileURLToPath(new URL("../../templates/runtime", import.meta.url));

/** What is known of this build of the program: a run that was stopped goes on where it was, another build begins anew. */
export interface Report {
  readonly records: ReadonlyMap<string, Record>;
  readonly present: ReadonlyMap<string, string>;
  readonly read: ReadonlySet<string>;
  readonly add: (result: BatchResult) => void;
}

/** `kind` keeps runs apart that look at different things. */
export function openReport(kind: "whole" | "ledger", again: boolean): Report {
  const file = join(CACHE, `${fingerprint()}-${kind}.jsonl`);
  if (again) rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  const records = new Map<string, Record>();
  const present = new Map<string, string>();
  const read = new Set<string>();
  const take = (result: BatchResult): void => {
    for (const it of result.records) records.set(it.name, it);
    for (const [keyword, name] of Object.entries(result.present)) if (!present.has(keyword)) present.set(keyword, name);
    for (const it of result.read) read.add(it);
  };
  // One batch a line, written by `add`; a line that was cut when a run was stopped is not read.
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
  for (const it of lines) take(JSON.parse(it) as BatchResult);
  return {
    records,
    present,
    read,
    add: (result) => (appendFileSync(file, `${JSON.stringify(result)}\n`), take(result)),
  };
}

/** Tells one build of the program from another, by every byte of it. */
function fingerprint(): string {
  const hash = createHash("sha256");
  for (const root of [BUILT, RUNTIME]) {
    for (const path of readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted()) {
      if (path.endsWith(".js") || path.endsWith(".ts")) hash.update(path).update(readFileSync(join(root, path)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}
