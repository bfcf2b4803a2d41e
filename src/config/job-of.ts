import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Job, Mode } from "../pipeline/job.js";
import { isUrl, listOf } from "./absolute.js";
import type { Config } from "./config.js";

/** The run that settings ask for; undefined where something that a run needs is missing. Paths are absolute already. */
export function jobOf(config: Config, mode: Mode, force: boolean, diagnostics: Diagnostics): Job | undefined {
  const { output } = config;
  const inputs = inputsOf(config, diagnostics);
  if (output === undefined) diagnostics.report("config/no-output", undefined, {});
  if (inputs === undefined || output === undefined) return undefined;
  const { operations = [], tags = [], pagination = [], format = "none", strict = false } = config;
  return { inputs, output, operations, tags, pagination, format, strict, force, mode };
}

/** The inputs alone, for a command that writes nothing. */
export function inputsOf({ input = [] }: Config, diagnostics: Diagnostics): readonly string[] | undefined {
  const inputs = listOf(input);
  if (inputs.length === 0) diagnostics.report("config/no-input", undefined, {});
  const remote = inputs.filter(isUrl);
  remote.forEach((url) => diagnostics.report("config/remote-input", undefined, { url }));
  return inputs.length === 0 || remote.length > 0 ? undefined : inputs;
}
