import { hashOfFile } from "./cache/fingerprint.js";
import type { Host } from "./host.js";
import type { SharedUnderstanding } from "./shared-understanding.js";
import type { Understand } from "./understand.js";

/** What several runs of one process have in common, one after the other: what more than one of them reads, and makes of it. */
export class Together {
  readonly #host: Host;
  readonly #hashes = new Map<string, string | undefined>();
  #shared: SharedUnderstanding | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The hash of a file as it was when the first run asked. */
  readonly hashOf = (path: string): string | undefined => {
    if (!this.#hashes.has(path)) this.#hashes.set(path, hashOfFile(path, this.#host));
    return this.#hashes.get(path);
  };

  /** Understands the same inputs once. Loaded late: a run that has nothing to do reads none. */
  async understand(): Promise<Understand> {
    const { SharedUnderstanding } = await import("./shared-understanding.js");
    this.#shared ??= new SharedUnderstanding(this.#host);
    return this.#shared.understand;
  }

  /** Forgets what no further run is going to read. Paths are as people see them. */
  keep(isRead: (path: string) => boolean): void {
    this.#shared?.keep(isRead);
  }
}
