import { generate } from "../../src/pipeline/generate.js";
import { choicesOf, type Choices } from "../../src/config/choices.js";
import type { Job } from "../../src/pipeline/job.js";
import { locate, type Located } from "../../src/pipeline/located.js";
import { memoryHost } from "./memory-host.js";

/** What came of a description. */
export interface Sdk {
  /** Text by path, relative to the output, ordered by path. Empty where an error stopped the run. */
  readonly files: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Located[];
}

/** What a test may choose of a run. */
export type SdkOptions = Partial<Choices & Pick<Job, "overlays" | "format" | "strict">>;

type Texts = Readonly<Record<string, string>>;

/** Generates in memory, from inputs by path, and other files that these refer to. */
export async function generateSdk(inputs: Texts, options: SdkOptions = {}, others: Texts = {}): Promise<Sdk> {
  const files = Object.entries({ ...inputs, ...others }).map(([path, text]) => [`/project/${path}`, text] as const);
  const host = memoryHost({ files: Object.fromEntries(files) });
  const { overlays = [] } = options;
  const absolute = (path: string): string => `/project/${path}`;
  const job: Job = {
    ...defaultJob,
    ...options,
    inputs: Object.keys(inputs).map(absolute),
    overlays: overlays.map(absolute),
  };
  const { diagnostics, sources } = await generate(job, host);
  const texts = Object.entries(host.texts()).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const written = texts.filter(([path]) => path.startsWith(`${job.output}/`));
  return {
    files: Object.fromEntries(written.map(([path, text]) => [path.slice(job.output.length + 1), text])),
    diagnostics: locate(diagnostics, sources),
  };
}

export const defaultJob: Omit<Job, "inputs"> = {
  root: "/project",
  overlays: [],
  remote: { home: "/project", allow: [], headers: {}, http: false },
  output: "/project/sdk",
  ...choicesOf({}),
  format: "none",
  strict: false,
  force: false,
  mode: "write",
};
