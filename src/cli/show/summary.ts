import type { FileChange, Mode } from "../../pipeline/job.js";
import type { Located } from "../../pipeline/located.js";
import { count } from "./count.js";

/**
 * What was done, in one line. A person at a terminal is told what changed. Anywhere else the line says the same whatever stood on
 * the disk before, since build systems keep it and print it again when they restore the output; `--json` tells what changed.
 */
export function showDone(output: string, files: readonly FileChange[], mode: Mode, terminal: boolean): string {
  const changed = files.filter((it) => it.state !== "same");
  const present = count(files.filter((it) => it.state !== "removed").length, "file");
  if (mode !== "check" && !terminal) return `${output}: ${present}.\n`;
  if (changed.length === 0) return `${output} is up to date (${present}).\n`;
  const parts = (["added", "changed", "removed", "same"] as const).flatMap((state) => {
    const number = files.filter((it) => it.state === state).length;
    return number === 0 ? [] : [`${number} ${state === "same" ? "unchanged" : state}`];
  });
  return `${output}: ${parts.join(", ")}.\n`;
}

/** Of a lock that was not there before; for a person at a terminal, as above. */
export const showNewLock = (path: string): string => `${path} is new: it holds what things are called. Commit it.\n`;

/** The last line of a run that failed. */
export function showFailed(diagnostics: readonly Located[], mode: Mode): string {
  const parts = (["error", "warning"] as const).flatMap((severity) => {
    const number = diagnostics.filter((it) => it.severity === severity).length;
    return number === 0 ? [] : [count(number, severity)];
  });
  // Where the writing itself was stopped, some of it may stand.
  const isUntouched = mode === "write" && diagnostics.every((it) => it.code !== "write/failed");
  return `${parts.join(", ")}.${isUntouched ? " Nothing was written." : ""}\n`;
}

/** The last line of a run of several projects, some of which failed. */
export const showFailures = (failed: readonly string[], of: number): string =>
  `${failed.length} of ${count(of, "project")} failed: ${failed.join(", ")}.\n`;
