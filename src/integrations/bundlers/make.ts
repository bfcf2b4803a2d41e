import { locateSettings } from "../../config/located.js";
import { Programs } from "../../config/programs/programs.js";
import { type ProjectRun, runProjects } from "../../config/run-projects.js";
import { rootedSettings } from "../../config/rooted.js";
import { select } from "../../config/select.js";
import { Diagnostics } from "../../diagnostics/diagnostics.js";
import { cacheFolder } from "../../pipeline/cache/folder.js";
import type { Host } from "../../pipeline/host.js";
import type { Located } from "../../pipeline/located.js";
import type { Memories } from "../../pipeline/memory.js";
import { run } from "../../pipeline/run.js";
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

/** Makes what the options and the config file ask for, as often as a bundler asks; paths of options are taken from the host's folder. */
export class Maker {
  readonly #options: PluginOptions;
  readonly #programs = new Programs();
  #memories: Memories | undefined;
  #isAgain = false;

  constructor(options: PluginOptions) {
    this.#options = options;
  }

  /** `stays`: it is certain that it will be asked again. */
  async make(host: Host, stays = false): Promise<Made> {
    const { config, ...given } = this.#options;
    const diagnostics = new Diagnostics();
    const spot = { where: "What the plugin is told", besides: ["config"] };
    const settings = rootedSettings(given, spot, host.cwd, host, diagnostics) ?? {};
    const asked = { settings, projects: [], ...(config !== undefined && { config }) };
    const { projects, several, file } = await select(asked, host, diagnostics, this.#programs.run);
    const memories = await this.#remembered(stays);
    const runs: ProjectRun[] = [];
    const making = runProjects(projects, { mode: "write", force: false }, host, (job, together) =>
      run(job, host, undefined, together, memories?.of(job)),
    );
    for await (const it of making) runs.push(it);
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

  /** What runs leave to the next ones. Most builds are asked once, and it takes memory: who does not say gets it when asked again. */
  async #remembered(stays: boolean): Promise<Memories | undefined> {
    if (stays || this.#isAgain) this.#memories ??= new (await import("../../pipeline/memory.js")).Memories();
    this.#isAgain = true;
    return this.#memories;
  }
}
