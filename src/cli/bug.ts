import { ProjectBugs } from "../config/project-bugs.js";
import type { Host } from "../pipeline/host.js";
import type { Streams } from "./screen.js";
import { runsJson } from "./show/runs.js";

/**
 * Says that sdkwright itself is at fault. Only the error's message and stack are shown: other members of an error, the
 * environment and the arguments may hold what is nobody's business.
 */
export function showBug(error: unknown, json: boolean, host: Host, streams: Streams): void {
  const versions = `sdkwright ${host.version()}, node ${process.version}, ${process.platform} ${process.arch}`;
  if (json) streams.stdout(`${JSON.stringify(jsonOf(error, host), null, 2)}\n`);
  streams.stderr(
    [
      "",
      "sdkwright failed. This is a bug of sdkwright, not a mistake of yours.",
      "",
      traceOf(error).replaceAll(/^/gm, "  "),
      "",
      `  ${versions}`,
      "",
      "Please report it with the lines above and, if you may share it, the description. Your output is as it was,",
      "or whole file by file; another run completes it.",
      "",
    ].join("\n"),
  );
}

/** The projects that had no part in it are told as always. */
const jsonOf = (error: unknown, host: Host): object => ({
  ...(error instanceof ProjectBugs
    ? runsJson(error.runs, { several: true }, error.mode, host)
    : { version: host.version(), files: [], diagnostics: [] }),
  ok: false,
  bug: traceOf(error),
});

function traceOf(error: unknown): string {
  if (error instanceof ProjectBugs)
    return error.bugs.map((it) => `In the project ${it.name}:\n${traceOf(it.error)}`).join("\n\n");
  if (!(error instanceof Error)) return `Thrown: ${String(error)}`;
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\nCaused by: ${traceOf(error.cause)}`;
}
