import { dirname, join } from "node:path/posix";
import { Diagnostics } from "../../src/diagnostics/diagnostics.js";
import type { Document } from "../../src/document/document.js";
import { locate, type Place } from "../../src/pipeline/located.js";
import { makeFolders } from "../../src/pipeline/folders.js";
import { read as readInputs } from "../../src/pipeline/reading.js";
import type { Source } from "../../src/read/source.js";
import { memoryHost, type World } from "../support/memory-host.js";

/** Inputs by path, in order: text, or bytes for what is no text. */
export type Inputs = Readonly<Record<string, string | Uint8Array>>;

export interface Loaded {
  readonly sources: readonly Source[];
  readonly document: Document | undefined;
  /** The joined description as plain values. */
  readonly value: unknown;
  /** A line each: `warning document/conflict b.yaml:3:5 ...`, with related places indented below. */
  readonly said: string;
  /** Where the node at a pointer of the joined description was written: `a.yaml:3:5`. */
  at(pointer: string, what?: "key" | "value"): string;
}

/** Loads inputs; `others` are files that these may refer to, and `links` symbolic links. */
export async function loaded(
  inputs: Inputs,
  others: Inputs = {},
  links: World["links"] = {},
  overlays: Inputs = {},
): Promise<Loaded> {
  const diagnostics = new Diagnostics();
  const host = memoryHost({ links });
  for (const [path, given] of Object.entries({ ...others, ...inputs, ...overlays })) {
    makeFolders(dirname(join(host.cwd, path)), host);
    host.writeFile(join(host.cwd, path), given);
  }
  const remote = { home: host.cwd, allow: [], headers: {}, http: false };
  const absolute = (it: Inputs): readonly string[] => Object.keys(it).map((path) => join(host.cwd, path));
  const reading = { inputs: absolute(inputs), overlays: absolute(overlays), root: host.cwd, remote };
  const { sources: read, load } = await readInputs(reading, host, diagnostics);
  const document = diagnostics.failed ? undefined : await load();
  const sources = read();
  return {
    sources,
    document,
    value: document?.root.value,
    said: said(diagnostics, sources),
    at(pointer, what = "value") {
      const origin = document?.root.resolve(`#${pointer}`)?.origin;
      const source = sources[origin?.source ?? 0];
      if (origin === undefined || source === undefined) return "nowhere";
      return placeOf(source, origin.pointer, what);
    },
  };
}

/** Where a node of one source stands: `path:line:column`. */
export function placeOf(source: Source, pointer: string, what: "key" | "value" = "value"): string {
  const lines = source.text.slice(0, source.locate(pointer, what).start).split(/\r\n|\n/);
  return `${source.path}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

function said(diagnostics: Diagnostics, sources: readonly Source[]): string {
  const shown = (place: Place | undefined): string =>
    place === undefined ? "" : `${place.path}:${place.start.line}:${place.start.column} `;
  return locate(diagnostics.all, sources)
    .map(
      (it) =>
        `${it.severity} ${it.code} ${shown(it.place)}${it.message}${it.related.map((also) => `\n  ${shown(also.place)}${also.message}`).join("")}`,
    )
    .join("\n");
}

/** The value of one input. */
export async function valueOf(path: string, text: string): Promise<unknown> {
  return (await loaded({ [path]: text })).sources[0]?.value;
}
