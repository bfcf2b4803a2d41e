import { locateSettings } from "../../config/located.js";
import type { RunProgram } from "../../config/programs/run.js";
import { type ProjectRun, runProjects } from "../../config/run-projects.js";
import { select } from "../../config/select.js";
import { Diagnostics } from "../../diagnostics/diagnostics.js";
import { cacheFolder } from "../../pipeline/cache/folder.js";
import type { Host } from "../../pipeline/host.js";
import type { Located } from "../../pipeline/located.js";
import type { PluginOptions } from "./options.js";

/** What became of all SDKs that a bundler is to have. */
export interface Made {
  readonly ok: boolean;
  readonly runs: readonly ProjectRun[];
  readonly several: boolean;
  readonly diagnostics: readonly Located[];
  /** The folders of the SDKs, absolute. */
  readonly outputs: readonly string[];
  /** The folders that were written to, what is kept to be faster among them. */
  readonly written: readonly string[];
}

/** Makes what the options and the config file ask for; paths of options are taken from the host's folder. */
export async function make({ config, ...settings }: PluginOptions, host: Host, runProgram?: RunProgram): Promise<Made> {
  const diagnostics = new Diagnostics();
  const asked = { settings, projects: [], ...(config !== undefined && { config }) };
  const { projects, several, file } = await select(asked, host, diagnostics, runProgram);
  const runs: ProjectRun[] = [];
  for await (const it of runProjects(projects, { mode: "write", force: false }, host)) runs.push(it);
  const said = await locateSettings(diagnostics, file, host);
  const outputs = runs.flatMap(({ job }) => (job === undefined ? [] : [job.output]));
  return {
    ok: !diagnostics.failed && runs.every((it) => it.report.ok),
    runs,
    several,
    diagnostics: [...said, ...runs.flatMap((it) => it.report.diagnostics)],
    outputs,
    written: [...outputs, cacheFolder(host)].filter((it) => it !== undefined),
  };
}
