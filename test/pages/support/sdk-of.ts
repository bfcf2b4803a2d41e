import { generate } from "../../../src/pipeline/generate.js";
import { locate } from "../../../src/pipeline/located.js";
import { memoryHost } from "../../support/memory-host.js";
import { defaultJob } from "../../support/sdk.js";

export interface Made {
  /** The files of the SDK, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** A line for each diagnostic: severity, code, place, message. */
  readonly said: readonly string[];
}

/** What comes of one input that has further files beside it. Paths are below the folder of the project. */
export async function sdkOf(input: string, files: Readonly<Record<string, string>>): Promise<Made> {
  const placed = Object.entries(files).map(([path, text]) => [`/project/${path}`, text] as const);
  const host = memoryHost({ files: Object.fromEntries(placed) });
  const { diagnostics, sources } = await generate({ ...defaultJob, inputs: [`/project/${input}`] }, host);
  const written = Object.entries(host.texts()).filter(([path]) => path.startsWith(`${defaultJob.output}/`));
  return {
    files: Object.fromEntries(written.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    said: locate(diagnostics, sources).map(({ severity, code, message, place }) => {
      const where = place === undefined ? "" : ` ${place.path}:${place.start.line}:${place.start.column}`;
      return `${severity} ${code}${where} ${message}`;
    }),
  };
}
