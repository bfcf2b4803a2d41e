import { Diagnostics } from "../diagnostics/diagnostics.js";
import { brokenReference } from "./broken-reference.js";
import type { Host } from "./host.js";
import { type Located, locate } from "./located.js";
import { type Reading, read } from "./reading.js";

/** The files that were read, absolute. Where something is wrong with one of them they may not be all. */
export interface Reads {
  readonly paths: readonly string[];
  /** Whether nothing is missing that is referred to. */
  readonly whole: boolean;
  readonly diagnostics: readonly Located[];
}

/** Reads as a run does, up to where nothing more is read: inputs, what they refer to, overlays, the lock, copies of what is remote. */
export async function readsOf(reading: Reading, host: Host): Promise<Reads> {
  const paths = new Set<string>();
  const noting: Host = {
    ...host,
    readFile(path) {
      const bytes = host.readFile(path);
      if (bytes !== undefined) paths.add(path);
      return bytes;
    },
  };
  const [said, diagnostics] = [new Diagnostics(), new Diagnostics()];
  const { sources, load } = await read(reading, noting, said);
  const document = said.failed ? undefined : await load();
  // Whether a reference that leads to no file matters is for the run to say.
  diagnostics.add(said, document && brokenReference);
  return { paths: [...paths], whole: !said.failed, diagnostics: locate(diagnostics.all, sources()) };
}
