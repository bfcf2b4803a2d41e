import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Elsewhere } from "./elsewhere.js";
import type { Content, Format, Input } from "./format.js";
import { formats } from "./formats.js";
import type { Source } from "./source.js";
import { decode } from "./text.js";
import { writtenIn } from "./written.js";

/** An input as it comes from the disk. */
export interface SourceFile {
  readonly index: number;
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type ReadSource = (file: SourceFile, diagnostics: Diagnostics) => Promise<Source>;

/**
 * Reads one input. What cannot be read still gives a source, with the value `undefined`, so that the diagnostics that
 * say so can be shown in its text.
 */
export async function readSource(file: SourceFile, diagnostics: Diagnostics): Promise<Source> {
  const input: Input = { index: file.index, path: file.path, text: decode(file, diagnostics) };
  const content = (await readContent(input, diagnostics)) ?? unreadable;
  const known = content.page && { page: content.page };
  if ("kind" in content) return { ...input, ...unreadable, ...known, elsewhere: content };
  const { value, locate } = content;
  const standsAt = writtenIn(input.text, locate);
  const written: Source["written"] = (pointer) => content.written?.(pointer) ?? standsAt(pointer);
  return { ...input, value, locate, written, ...known };
}

const unreadable: Content & Pick<Source, "written"> = {
  value: undefined,
  locate: () => ({ start: 0, end: 0 }),
  written: () => "",
};

async function readContent(input: Input, diagnostics: Diagnostics): Promise<Content | Elsewhere | undefined> {
  const format = formatOf(input);
  if (format !== undefined) return (await format.load()).read(input, diagnostics);
  const start = { source: input.index, pointer: "", range: { start: 0, end: 0 } };
  diagnostics.report("read/unknown-format", start, { formats: formats.map((it) => it.name).join(", ") });
  return undefined;
}

/** The extension decides; a name that tells nothing leaves it to the content. */
function formatOf({ path, text }: Input): Format | undefined {
  const name = path.toLowerCase();
  return (
    formats.find((it) => it.extensions.some((extension) => name.endsWith(extension))) ??
    formats.find((it) => it.looksLike.test(text))
  );
}
