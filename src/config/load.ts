import { dirname, extname } from "node:path";
import type { Diagnostics, Range, Target } from "../diagnostics/diagnostics.js";
import { failureOf } from "../pipeline/failure.js";
import type { Host } from "../pipeline/host.js";
import { shownPath } from "../pipeline/paths.js";
import { NoDefault, runProgram, type RunProgram } from "./programs/run.js";
import type { Projects } from "./project.js";
import { projectsIn } from "./projects.js";

/** The projects that a config file gives, with absolute paths; undefined where the file is at fault. `run` is for one that is a program. */
export async function loadConfig(
  path: string,
  host: Host,
  diagnostics: Diagnostics,
  run: RunProgram = runProgram,
): Promise<Projects | undefined> {
  const where = shownPath(path, host);
  const bytes = bytesOf(path, where, host, diagnostics);
  if (bytes === undefined) return undefined;
  // Without the byte order mark that editors of Windows put before JSON, as descriptions are read.
  const text = new TextDecoder().decode(bytes);
  const isJson = extname(path) === ".json";
  const value = isJson
    ? await parsed(where, text, diagnostics)
    : await evaluated(() => run(path, host), where, diagnostics);
  const spot = { where, ...(isJson && { pointer: "" }) };
  return value && projectsIn(value.value, spot, { home: dirname(path), file: path }, host, diagnostics);
}

/** Undefined, with a diagnostic, where there is no file or none that may be read. */
function bytesOf(path: string, where: string, host: Host, diagnostics: Diagnostics): Uint8Array | undefined {
  try {
    const bytes = host.stat(path)?.kind === "file" ? host.readFile(path) : undefined;
    if (bytes === undefined) diagnostics.report("config/not-found", undefined, { path: where });
    return bytes;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    diagnostics.report("config/unreadable", undefined, { path: where, reason: failure.reason });
    return undefined;
  }
}

interface Loaded {
  readonly value: unknown;
}

async function parsed(where: string, text: string, diagnostics: Diagnostics): Promise<Loaded | undefined> {
  const at = (range: Range): Target => ({ source: 0, pointer: "", range });
  const value = jsonIn(text);
  if (value === undefined) {
    const { findSyntaxError } = await import("../read/json/syntax.js");
    const { offset, reason } = findSyntaxError(text);
    const range = { start: offset, end: Math.min(offset + 1, text.length) };
    diagnostics.report("config/json-syntax", at(range), { path: where, reason });
    return undefined;
  }
  const { findDuplicates } = await import("../read/json/duplicates.js");
  for (const { key, range, first } of findDuplicates(text)) {
    const related = { message: "The first one stands here.", target: at(first) };
    diagnostics.report("config/json-duplicate", at(range), { path: where, key }, [related]);
  }
  return { value };
}

/** Undefined for what is not JSON, which has no such value. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** It is the user's program: whatever it throws is theirs to see. */
async function evaluated(
  run: () => Promise<unknown>,
  where: string,
  diagnostics: Diagnostics,
): Promise<Loaded | undefined> {
  try {
    return { value: await run() };
  } catch (error) {
    if (error instanceof NoDefault) {
      diagnostics.report("config/no-default", undefined, { path: where });
      return undefined;
    }
    const reason = error instanceof Error ? withoutStop(error.message) : String(error);
    diagnostics.report("config/failed", undefined, { path: where, reason });
    return undefined;
  }
}

const withoutStop = (message: string): string => message.replace(/\.$/, "");
