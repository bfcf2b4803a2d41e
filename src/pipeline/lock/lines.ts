import { join } from "node:path";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import { failureOf } from "../failure.js";
import type { Host } from "../host.js";
import { shownPath } from "../paths.js";

/** The file that a team shares, beside the config file. */
export const lockPath = (home: string): string => join(home, "sdkwright.lock");

/** A line of the lock. `number` counts from one. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/**
 * What the lock holds, a fact a line. The order says nothing and a line may stand twice, as a merge by git leaves them that keeps
 * the lines of both sides. Empty where there is no file, or none that can be read: then there is nothing to go by.
 */
export function readLines(home: string, host: Host): readonly Line[] {
  const text = Buffer.from(bytesAt(lockPath(home), host) ?? []).toString("utf8");
  return text
    .split(/\r?\n/)
    .map((it, i) => ({ text: it.trimEnd(), number: i + 1 }))
    .filter((it) => it.text !== "" && !it.text.startsWith("#"));
}

/** Says where git has left a conflict; gives whether there is one. */
export function reportConflict(lines: readonly Line[], home: string, host: Host, diagnostics: Diagnostics): boolean {
  const mark = lines.find((it) => /^(<{7}|\|{7}|={7}|>{7})( |$)/.test(it.text));
  if (mark === undefined) return false;
  diagnostics.report("lock/conflict", undefined, {
    path: shownPath(lockPath(home), host),
    line: String(mark.number),
  });
  return true;
}

/** The text of a lock of these lines, ordered so that git merges what two branches add. */
export function lockText(lines: readonly string[]): string {
  return [...HEAD, ...[...new Set(lines)].sort(), ""].join("\n");
}

const HEAD = [
  "# Written by sdkwright: what `pull` got, and what things are called in the SDK. Commit this file.",
  "# Git merges it by itself with this line in .gitattributes: sdkwright.lock merge=union",
];

/** Undefined where no file is, or none that can be read. */
export function bytesAt(path: string, host: Host): Uint8Array | undefined {
  try {
    return host.readFile(path);
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return undefined;
  }
}
