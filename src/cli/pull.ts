import { readingOf } from "../config/job-of.js";
import { settingsOf } from "../config/settings.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import { locate } from "../pipeline/located.js";
import type { PullOutcome } from "../pipeline/pull.js";
import type { Command } from "./command.js";
import type { Screen } from "./screen.js";
import { diagnosticJson } from "./show/json.js";
import { showFailed } from "./show/summary.js";

/** `sdkwright pull`. Gives whether all went well. */
export async function pull(
  { settings: flags, config }: Command,
  host: Host,
  screen: Screen,
  diagnostics: Diagnostics,
): Promise<boolean> {
  const settings = await settingsOf(flags, config, host, diagnostics);
  const reading = settings && !diagnostics.failed ? await readingOf(settings, host, diagnostics) : undefined;
  if (reading === undefined) return show({ diagnostics: diagnostics.all, sources: [], changes: [] }, host, screen);
  const { pull: get } = await import("../pipeline/pull.js");
  return show(await get(reading, host), host, screen);
}

async function show({ diagnostics, sources, changes }: PullOutcome, host: Host, screen: Screen): Promise<boolean> {
  const ok = !diagnostics.some((it) => it.severity === "error");
  const located = locate(diagnostics, sources);
  if (screen.json) {
    const pulled = changes.map(({ path, state }) => ({ url: path, state }));
    screen.object({ version: host.version(), ok, pulled, diagnostics: located.map(diagnosticJson) });
  }
  await screen.diagnostics(located);
  for (const { path, state } of changes) screen.result(`${state.padEnd(7)} ${path}`);
  if (ok && changes.length === 0) screen.result("Nothing is remote.");
  if (!ok) screen.note(showFailed(located, "dry"));
  return ok;
}
