import { Diagnostics } from "../diagnostics/diagnostics.js";
import { fails } from "../diagnostics/fails.js";
import { complete } from "../document/complete/complete.js";
import { Graph } from "../document/cursor.js";
import type { Document } from "../document/document.js";
import { exactValue } from "../document/exact.js";
import { writeOne } from "../write/write-one.js";
import type { Host } from "./host.js";
import type { FileChange, Outcome } from "./job.js";
import { jsonText } from "./json-text.js";
import { read as readInputs, type Reading } from "./reading.js";

/** A conversion: which inputs become which file. Paths are absolute. */
export interface ConvertJob extends Reading {
  /** Absent for a text that is only printed. */
  readonly output?: string;
  readonly format: "json" | "yaml";
  readonly strict: boolean;
  readonly force: boolean;
  readonly mode: "write" | "check";
}

/** What came of it; `text` is absent where an error stands against it. */
export interface Converted extends Pick<Outcome, "diagnostics" | "sources"> {
  readonly value?: unknown;
  readonly text?: string;
  readonly state?: FileChange["state"];
}

/** All inputs as one description in one file, valid by OpenAPI, with the gaps named that no input fills. */
export async function convert(job: ConvertJob, host: Host): Promise<Converted> {
  const diagnostics = new Diagnostics();
  const { sources: read, load } = await readInputs(job, host, diagnostics);
  const document = diagnostics.failed ? undefined : await load();
  const sources = read();
  const description = document && described(document, diagnostics);
  if (document === undefined || fails(diagnostics.all, job.strict)) return { diagnostics: diagnostics.all, sources };
  const value = exactValue(new Graph(description, document.places).root, sources);
  const text = await texts[job.format](value);
  const state = job.output === undefined ? undefined : writeOne(job.output, text, isConverted, job, host, diagnostics);
  return { diagnostics: diagnostics.all, sources, value, text, ...(state && { state }) };
}

function described(document: Document, diagnostics: Diagnostics): unknown {
  const { openapi, ...rest } = complete(document, sparseOf(diagnostics), diagnostics);
  return { openapi, [CONVERTED]: true, ...rest };
}

/** How a file is known as one that sdkwright wrote: it stands near its start, in JSON as in YAML. */
const CONVERTED = "x-sdkwright-converted";
const isConverted = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 200)).includes(CONVERTED);

/** Pages that do not tell what their responses hold. */
const sparseOf = (diagnostics: Diagnostics): ReadonlySet<number> =>
  new Set(
    diagnostics.all.flatMap(({ code, target }) =>
      code === "read/page-untyped-response" && target !== undefined ? [target.source] : [],
    ),
  );

const texts: Readonly<Record<ConvertJob["format"], (value: unknown) => string | Promise<string>>> = {
  json: (value) => `${jsonText(value)}\n`,
  yaml: async (value) => (await import("../read/yaml/print.js")).printYaml(value),
};
