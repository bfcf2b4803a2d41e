import { join, resolve } from "node:path";
import { absolute } from "./config/absolute.js";
import type { Config } from "./config/config.js";
import { jobOf } from "./config/job-of.js";
import { validate } from "./config/validate.js";
import { Diagnostics } from "./diagnostics/diagnostics.js";
import type { Host } from "./pipeline/host.js";
import type { FileChange } from "./pipeline/job.js";
import type { Located } from "./pipeline/located.js";
import { nodeHost } from "./pipeline/node-host.js";
import { refusal } from "./pipeline/report.js";
import { run } from "./pipeline/run.js";

export { defineConfig, type Config } from "./config/config.js";
export type { Excerpt } from "./pipeline/excerpt.js";
export type { ChangeState, FileChange, PagedBy, PaginationRule, RulePath } from "./pipeline/job.js";
export type { Position } from "./pipeline/line-index.js";
export type { Located as Diagnostic, Place } from "./pipeline/located.js";

/** The settings of a run, and what may be done with its result. */
export interface GenerateOptions extends Config {
  /** Write the files. Default: false, so that nothing on the disk changes. */
  readonly write?: boolean;
  /** With `write`: replace files that sdkwright did not write where they stand in the way. Default: false. */
  readonly force?: boolean;
  /** The folder that paths are taken from. Default: the working directory. */
  readonly cwd?: string;
}

export interface Generated {
  /** Whether nothing stood against the output: no error, with `strict` no warning either. */
  readonly ok: boolean;
  /** The files of the output, how each stands to what is on the disk, and its text; a removed file has none. */
  readonly files: readonly FileChange[];
  /** What there is to say, with places in the inputs. Mistakes in the inputs or the settings are here and never thrown. */
  readonly diagnostics: readonly Located[];
}

/** Makes the SDK of an API as `sdkwright generate` does. Takes no config file: the settings are the argument. */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const { write = false, force = false, cwd, ...config } = options;
  const host: Host = { ...nodeHost(), ...(cwd !== undefined && { cwd: resolve(cwd) }) };
  const diagnostics = new Diagnostics();
  const settings = validate(config, "The argument of generate", diagnostics);
  const job =
    settings &&
    (await jobOf(
      { root: host.cwd, home: host.cwd, ...absolute(settings, host.cwd) },
      write ? "write" : "dry",
      force,
      host,
      diagnostics,
    ));
  if (job === undefined || diagnostics.failed) return refusal(diagnostics.all);
  const { ok, files, diagnostics: said } = await run(job, host);
  return { ok, files: files.map((it) => withText(it, job.output, host)), diagnostics: said };
}

/** A run that ended early knows that its files are what is on the disk, and did not read them. */
function withText(file: FileChange, output: string, host: Host): FileChange {
  if (file.text !== undefined || file.state === "removed") return file;
  return { ...file, text: Buffer.from(host.readFile(join(output, file.path)) ?? []).toString("utf8") };
}
