import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { readSource } from "../read/read.js";
import type { Source } from "../read/source.js";
import { fileBeside } from "./elsewhere.js";
import type { Host } from "./host.js";
import { readInput } from "./inputs.js";
import { type Copy, isRemote, type Remote } from "./remote/remote.js";
import { shownPath } from "./paths.js";

/** What the inputs of a run come to. */
export interface Sources {
  /** All that was read, to show where a diagnostic points. */
  readonly all: readonly Source[];
  /** Those that are descriptions, in the order of the inputs. */
  readonly descriptions: readonly Source[];
}

/** Reads all inputs; where one is a page that only names the file of its description, that file in its stead. */
export async function readAll(
  inputs: readonly string[],
  remote: Remote,
  host: Host,
  diagnostics: Diagnostics,
): Promise<Sources> {
  const chains: (readonly Source[])[] = [];
  for (const [index, path] of inputs.entries()) {
    // Inputs are numbered by their order; what they name gets the numbers behind.
    const named = inputs.length + chains.flatMap((it) => it.slice(1)).length;
    chains.push(await readChain(path, index, named, remote, host, diagnostics));
  }
  return { all: chains.flat(), descriptions: chains.flatMap((it) => it.at(-1) ?? []) };
}

/** An input, the file that it names, the file that this one names: the last is the description. */
async function readChain(
  input: string,
  index: number,
  named: number,
  remote: Remote,
  host: Host,
  diagnostics: Diagnostics,
): Promise<readonly Source[]> {
  const chain: Source[] = [];
  const seen = new Set<string>();
  for (let path: string | undefined = input; path !== undefined;) {
    const copy = await copyOf(path, remote, host, diagnostics);
    if (copy === undefined) break;
    const { bytes } = copy;
    path = copy.path;
    const number = chain.length === 0 ? index : named + chain.length - 1;
    const source = await readSource({ index: number, path: shownPath(path, host), bytes }, diagnostics);
    chain.push(source);
    path = fileBeside(source, path, seen.add(path), host, diagnostics);
  }
  return chain;
}

/** An input is a file, or the copy of what stands at a URL. */
async function copyOf(input: string, remote: Remote, host: Host, diagnostics: Diagnostics): Promise<Copy | undefined> {
  if (isRemote(input)) return remote.open(input);
  const bytes = readInput(input, host, diagnostics);
  return bytes && { path: input, bytes };
}
