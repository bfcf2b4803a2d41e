import { basename } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import type { Job, Mode, Reading } from "../pipeline/job.js";
import { choicesOf } from "./choices.js";
import { isUrl, listOf } from "./absolute.js";
import type { Settings } from "./config.js";
import { isFound } from "./find.js";
import { expandInputs } from "./inputs.js";

/** The run that settings ask for; undefined where something that a run needs is missing. Paths are absolute already. */
export async function jobOf(
  config: Settings,
  mode: Mode,
  force: boolean,
  host: Host,
  diagnostics: Diagnostics,
): Promise<Job | undefined> {
  const { output } = config;
  const reading = await readingOf(config, host, diagnostics);
  if (output === undefined) diagnostics.report("config/no-output", undefined, {});
  if (reading === undefined || output === undefined) return undefined;
  const { format = "none", strict = false } = config;
  return { ...choicesOf(config), ...reading, ...lockOf(config), output, format, strict, force, mode };
}

/**
 * Names are locked for the API of the config file, beside which the lock stands; what flags choose of it is named by the lock, and
 * another API is not.
 */
export function lockOf(settings: Settings): Pick<Job, "lock"> {
  const { file, home, overridden, acceptRenames = false } = settings;
  const project = lockName(settings);
  const { renames = file === undefined ? "allow" : "refuse" } = settings;
  if (renames === "allow" || overridden === "input") return {};
  const lock = { home, aliases: renames === "alias", accept: acceptRenames, isWhole: overridden === undefined };
  return { lock: { ...lock, ...(project !== undefined && { project }) } };
}

/** What the lock calls a project; undefined for one that needs no name, being alone. */
export function lockName({ file, name, project = name }: Settings): string | undefined {
  const all = [markOf(file), project].filter((it) => it !== undefined);
  return all.length === 0 ? undefined : all.join("/");
}

/** Whether a project of the lock beside a config file is of that file, be it there or gone. */
export function isOfConfig(project: string | undefined, file: string): boolean {
  const mark = markOf(file);
  return mark === undefined ? !`${project}`.startsWith("./") : `${project}/`.startsWith(`${mark}/`);
}

/** A config file that is only named by hand may stand beside others, which have the same lock. */
export const markOf = (file: string | undefined): string | undefined =>
  file === undefined || isFound(file) ? undefined : `./${basename(file)}`;

/** What a run reads: files, whatever stood for them. */
export async function readingOf(
  { input = [], overlays = [], root, home, remote = {} }: Settings,
  host: Host,
  diagnostics: Diagnostics,
): Promise<Reading | undefined> {
  const { allow = [], headers = {}, http = false } = remote;
  const inputs = listOf(input);
  if (inputs.length === 0) diagnostics.report("config/no-input", undefined, {});
  const others = inputs.filter((it) => isUrl(it) && !(/^https?:/i.test(it) && URL.canParse(it)));
  others.forEach((url) => diagnostics.report("config/remote-input", undefined, { url }));
  if (inputs.length === 0 || others.length > 0) return undefined;
  const files = await expandInputs(inputs, host, diagnostics);
  if (files.length === 0 && !diagnostics.failed) diagnostics.report("config/no-input", undefined, {});
  return diagnostics.failed ? undefined : { inputs: files, overlays, root, remote: { home, allow, headers, http } };
}
