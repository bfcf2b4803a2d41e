import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Document } from "../document/document.js";
import { load } from "../document/load.js";
import { readSource, type ReadSource } from "../read/read.js";
import type { Source } from "../read/source.js";
import type { Host } from "./host.js";
import { FileLibrary } from "./library.js";
import { Pinned } from "./remote/pinned.js";
import type { Remote, RemoteSettings } from "./remote/remote.js";
import { readAll } from "./sources.js";

/** What a run reads. Paths are absolute; an input may be a URL. */
export interface Reading {
  readonly inputs: readonly string[];
  /** Overlays, in the order in which they are applied to the inputs. */
  readonly overlays: readonly string[];
  /** The folder of the project: references in inputs reach files in it, and in the folders of the inputs themselves. */
  readonly root: string;
  readonly remote: RemoteSettings;
}

/** What was read. */
export interface Read {
  /** Everything that was read so far: inputs, overlays and the files that these refer to. */
  readonly sources: () => readonly Source[];
  readonly load: () => Promise<Document | undefined>;
}

/** Reads the inputs and overlays of a run; loading makes a description of them. */
export async function read(
  reading: Reading,
  host: Host,
  diagnostics: Diagnostics,
  remote: Remote = new Pinned(reading.remote, host, diagnostics),
  readOne: ReadSource = readSource,
): Promise<Read> {
  const { all, descriptions } = await readAll(reading, remote, host, diagnostics, readOne);
  const overlays = descriptions.slice(reading.inputs.length);
  const library = new FileLibrary(all, reading, remote, host, diagnostics, readOne);
  return {
    sources: () => library.sources,
    load: () => load(descriptions.slice(0, reading.inputs.length), library, diagnostics, overlays),
  };
}
