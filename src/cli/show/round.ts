import type { ChangeState, FileChange } from "../../pipeline/job.js";
import { count } from "./count.js";

/** What a run of `--watch` did, in one line: the files by name where they are few. */
export function showRound(
  output: string,
  files: readonly FileChange[],
  ms: number,
  because: readonly string[],
): string {
  const parts = states.flatMap((state) => {
    const paths = files.filter((it) => it.state === state).map((it) => it.path);
    return paths.length === 0
      ? []
      : [`${paths.length > FEW ? count(paths.length, "file") : paths.join(", ")} ${state}`];
  });
  const done = parts.length === 0 ? `nothing to change (${count(files.length, "file")})` : parts.join("; ");
  return `${output}: ${done} in ${Math.round(ms)} ms${reason(because)}.\n`;
}

const states: readonly ChangeState[] = ["added", "changed", "removed"];
const FEW = 3;

function reason(because: readonly string[]): string {
  if (because.length === 0) return "";
  const others = because.length - FEW;
  return `, for ${because.slice(0, FEW).join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
}
