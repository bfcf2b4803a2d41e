import { type Trace, traceAt } from "./cache/trace.js";
import type { Host } from "./host.js";
import type { SharedUnderstanding } from "./shared-understanding.js";
import type { Understand } from "./understand.js";

/** What several runs of one process have in common, one after the other: what more than one of them reads, and makes of it. */
export class Together {
  readonly #host: Host;
  readonly #traces = new Map<string, Trace | undefined>();
  #shared: SharedUnderstanding | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The trace of a file as it was when the first run asked. */
  readonly traceOf = (path: string): Trace | undefined => {
    if (!this.#traces.has(path)) this.#traces.set(path, traceAt(path, this.#host));
    return this.#traces.get(path);
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
