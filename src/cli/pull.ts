import { markOf, readingOf } from "../config/job-of.js";
import { locateSettings } from "../config/located.js";
import { select } from "../config/select.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import type { FileChange } from "../pipeline/job.js";
import { locate, type Located } from "../pipeline/located.js";
import type { Reading } from "../pipeline/reading.js";
import type { Command } from "./command.js";
import type { Screen } from "./screen.js";
import { diagnosticJson } from "./show/json.js";
import { showFailed } from "./show/summary.js";

/** `sdkwright pull`. Gives whether all went well. */
export async function pull(command: Command, host: Host, screen: Screen, diagnostics: Diagnostics): Promise<boolean> {
  const { projects, whole, file } = await select(command, host, diagnostics);
  const readings: Reading[] = [];
  for (const { settings } of projects) {
    const reading = await readingOf(settings, host, diagnostics);
    if (reading !== undefined) readings.push(reading);
  }
  const [first] = readings;
  if (diagnostics.failed || first === undefined)
    return show([], await locateSettings(diagnostics, file, host), host, screen);
  const { pull: get } = await import("../pipeline/pull.js");
  const { changes, said } = await get(readings, { home: first.remote.home, config: markOf(file), whole }, host);
  return show(changes, told(said.flatMap((it) => locate(it.diagnostics, it.sources))), host, screen);
}

/** What several projects read has the same to be said of it for each. */
const told = (all: readonly Located[]): readonly Located[] => [
  ...new Map(all.map((it) => [JSON.stringify(it), it])).values(),
];

async function show(
  changes: readonly FileChange[],
  diagnostics: readonly Located[],
  host: Host,
  screen: Screen,
): Promise<boolean> {
  const ok = !diagnostics.some((it) => it.severity === "error");
  if (screen.json) {
    const pulled = changes.map(({ path, state }) => ({ url: path, state }));
    screen.object({ version: host.version(), ok, pulled, diagnostics: diagnostics.map(diagnosticJson) });
  }
  await screen.diagnostics(diagnostics);
  for (const { path, state } of changes) screen.result(`${state.padEnd(7)} ${path}\n`);
  if (ok && changes.length === 0) screen.result("Nothing is remote.\n");
  if (!ok) screen.note(showFailed(diagnostics, "dry"));
  return ok;
}
