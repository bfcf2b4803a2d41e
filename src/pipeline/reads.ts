import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "./host.js";
import { type Located, locate } from "./located.js";
import { type Reading, read } from "./reading.js";

/** The files that were read, absolute. Where something is wrong with one of them they may not be all. */
export interface Reads {
  readonly paths: readonly string[];
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
  const diagnostics = new Diagnostics();
  const { sources, load } = await read(reading, noting, diagnostics);
  if (!diagnostics.failed) await load();
  return { paths: [...paths], diagnostics: locate(diagnostics.all, sources()) };
}
