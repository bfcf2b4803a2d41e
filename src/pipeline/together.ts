import type { ReadSource } from "../read/read.js";
import { hashOfFile } from "./cache/fingerprint.js";
import type { Host } from "./host.js";
import type { SharedSources } from "./shared-sources.js";

/** What several runs of one process have in common, one after the other: files that more than one of them reads. */
export class Together {
  readonly #host: Host;
  readonly #hashes = new Map<string, string | undefined>();
  #sources: SharedSources | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The hash of a file as it was when the first run asked. */
  readonly hashOf = (path: string): string | undefined => {
    if (!this.#hashes.has(path)) this.#hashes.set(path, hashOfFile(path, this.#host));
    return this.#hashes.get(path);
  };

  /** Reads each file once. Loaded late: a run that has nothing to do reads none. */
  async reader(): Promise<ReadSource> {
    const { SharedSources } = await import("./shared-sources.js");
    this.#sources ??= new SharedSources();
    return this.#sources.read;
  }

  /** Forgets what no further run is going to read. Paths are as people see them. */
  keep(isRead: (path: string) => boolean): void {
    this.#sources?.keep(isRead);
  }
}
