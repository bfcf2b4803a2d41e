import { relative } from "node:path";
import { inputsOf, type ProjectInputs } from "../config/inputs-of.js";
import type { Settings } from "../config/config.js";
import { lockOf } from "../config/job-of.js";
import { locateSettings } from "../config/located.js";
import { select } from "../config/select.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import { lockPath } from "../pipeline/lock/lines.js";
import { shownPath } from "../pipeline/paths.js";
import type { Command } from "./command.js";
import type { Screen } from "./screen.js";
import { diagnosticJson } from "./show/json.js";
import { showFailed } from "./show/summary.js";

/** `sdkwright inputs`. Gives whether all went well. */
export async function inputs(command: Command, host: Host, screen: Screen, diagnostics: Diagnostics): Promise<boolean> {
  const { projects, several, file } = await select(command, host, diagnostics);
  const refused = await locateSettings(diagnostics, file, host);
  const all: ProjectInputs[] = [];
  for (const it of projects) all.push(await inputsOf(it, file, host));
  const ok = !diagnostics.failed && all.every((it) => it.ok);
  const paths = listed(
    all.flatMap((it) => it.paths),
    host,
  );
  if (screen.json) {
    screen.object({
      version: host.version(),
      ok,
      inputs: paths,
      projects: all.map((it) => projectJson(it, host)),
      diagnostics: refused.map(diagnosticJson),
    });
  }
  await screen.diagnostics(refused);
  for (const it of all) await screen.diagnostics(it.diagnostics, several ? it.project.name : undefined);
  if (!diagnostics.failed) screen.text(paths.map((it) => `${it}\n`).join(""));
  if (!ok) screen.note(showFailed([...refused, ...all.flatMap((it) => it.diagnostics)], "dry"));
  return ok;
}

const projectJson = ({ project, ok, paths, diagnostics }: ProjectInputs, host: Host): object => ({
  name: project.name,
  ok,
  ...writtenJson(project.settings, host),
  inputs: listed(paths, host),
  diagnostics: diagnostics.map(diagnosticJson),
});

/** What a run writes: a folder, and the lock where it looks after one. */
function writtenJson(settings: Settings, host: Host): object {
  const { lock } = lockOf(settings);
  return {
    ...(settings.output !== undefined && { output: shownPath(settings.output, host) }),
    ...(lock?.isWhole === true && { lock: shownPath(lockPath(lock.home), host) }),
  };
}

/** Relative to the working directory, each once, ordered by code point. */
const listed = (paths: readonly string[], { cwd }: Host): readonly string[] =>
  [...new Set(paths)]
    .map((it) => relative(cwd, it).replaceAll("\\", "/"))
    .map((it) => ({ it, bytes: Buffer.from(it) }))
    .sort((a, b) => a.bytes.compare(b.bytes))
    .map(({ it }) => it);
