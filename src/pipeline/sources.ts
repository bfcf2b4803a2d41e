import type { Diagnostics, Target } from "../diagnostics/diagnostics.js";
import type { Elsewhere } from "../read/elsewhere.js";
import type { ReadSource } from "../read/read.js";
import type { Source } from "../read/source.js";
import { addressNamed } from "./elsewhere.js";
import type { Host } from "./host.js";
import { readInput } from "./inputs.js";
import { shownPath } from "./paths.js";
import type { Reading } from "./reading.js";
import { type Copy, isRemote, type Remote } from "./remote/remote.js";
import { readWithin, rootsOf } from "./within.js";

/** What the inputs of a run come to. */
export interface Sources {
  /** All that was read, to show where a diagnostic points. */
  readonly all: readonly Source[];
  /** Those that are descriptions, in the order of the inputs and overlays. */
  readonly descriptions: readonly Source[];
}

/** With what inputs are read. */
interface Reader {
  readonly remote: Remote;
  readonly roots: readonly string[];
  readonly host: Host;
  readonly diagnostics: Diagnostics;
  readonly readSource: ReadSource;
}

/** Reads all inputs and overlays; where one is a page that only names its description, that description in its stead. */
export async function readAll(
  reading: Reading,
  remote: Remote,
  host: Host,
  diagnostics: Diagnostics,
  readSource: ReadSource,
): Promise<Sources> {
  const reader: Reader = { remote, roots: rootsOf(reading, host), host, diagnostics, readSource };
  const inputs = [...reading.inputs, ...reading.overlays];
  const chains: (readonly Source[])[] = [];
  // Inputs are numbered by their order; what they name gets the numbers behind.
  let next = inputs.length;
  for (const [index, input] of inputs.entries())
    chains.push(await readChain(reader, input, (length) => (length === 0 ? index : next++)));
  return { all: chains.flat(), descriptions: chains.flatMap((it) => it.at(-1) ?? []) };
}

/** An input, what it names, what this names in turn: the last is the description. */
async function readChain(
  reader: Reader,
  input: string,
  numberOf: (length: number) => number,
): Promise<readonly Source[]> {
  const { host, diagnostics, readSource } = reader;
  const chain: Source[] = [];
  const seen = new Set<string>();
  let base = input;
  let at: string | undefined = input;
  let copy = await inputAt(reader, input);
  while (copy !== undefined && at !== undefined) {
    const { path, bytes } = copy;
    const source = await readSource({ index: numberOf(chain.length), path: shownPath(path, host), bytes }, diagnostics);
    chain.push(source);
    seen.add(at);
    // What a script names is meant from where the page is that loads it.
    if (source.page !== undefined) base = at;
    if (source.elsewhere === undefined) break;
    at = addressNamed(source.elsewhere.url, base);
    copy = await copyNamed(reader, source, source.elsewhere, at, seen);
  }
  return chain;
}

/** An input is a file, or the copy of what stands at a URL. */
async function inputAt({ remote, host, diagnostics }: Reader, input: string): Promise<Copy | undefined> {
  if (isRemote(input)) return remote.open(input);
  const bytes = readInput(input, host, diagnostics);
  return bytes && { path: input, bytes };
}

/** What a page names, by its address. Undefined, with a diagnostic, where it cannot be had. */
async function copyNamed(
  { remote, roots, host, diagnostics }: Reader,
  { index }: Source,
  { url, range }: Elsewhere,
  address: string | undefined,
  seen: ReadonlySet<string>,
): Promise<Copy | undefined> {
  const origin: Target = { source: index, pointer: "", range };
  if (address === undefined) {
    diagnostics.report("read/page-refused", origin, { url, reason: "it is neither a URL of https nor a path" });
  } else if (seen.has(address)) {
    diagnostics.report("read/page-circle", origin, { path: isRemote(address) ? address : shownPath(address, host) });
  } else if (isRemote(address)) {
    return remote.open(address, { reference: url, origin });
  } else {
    const found = readWithin(address, roots, host);
    if (found.ok) return found;
    const { kind, reason } = found;
    if (kind === "refused") diagnostics.report("read/page-refused", origin, { url, reason });
    else diagnostics.report("read/page-not-beside", origin, { url, path: shownPath(address, host), reason });
  }
  return undefined;
}
