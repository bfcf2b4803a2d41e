import { Diagnostics } from "../../src/diagnostics/diagnostics.js";
import type { Document } from "../../src/document/document.js";
import { load } from "../../src/document/load.js";
import { locate, type Place } from "../../src/pipeline/located.js";
import { readSource } from "../../src/read/read.js";
import type { Source } from "../../src/read/source.js";

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

export async function loaded(inputs: Inputs): Promise<Loaded> {
  const diagnostics = new Diagnostics();
  const sources: Source[] = [];
  for (const [index, [path, given]] of Object.entries(inputs).entries()) {
    const bytes = typeof given === "string" ? new TextEncoder().encode(given) : given;
    sources.push(await readSource({ index, path, bytes }, diagnostics));
  }
  const document = diagnostics.failed ? undefined : load(sources, diagnostics);
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
