import { Diagnostics } from "../diagnostics/diagnostics.js";
import { readSource, type ReadSource } from "../read/read.js";
import type { Source } from "../read/source.js";

interface Held {
  readonly bytes: Uint8Array;
  readonly source: Source;
  readonly said: Diagnostics;
}

/** Sources that several runs of one process read: each is parsed once, and has in each run the number that it has there. */
export class SharedSources {
  readonly #all = new Map<string, Held>();

  readonly read: ReadSource = async (file, diagnostics) => {
    const held = this.#all.get(file.path);
    const isSame = held !== undefined && Buffer.from(held.bytes).equals(file.bytes);
    const { source, said } = isSame ? held : await this.#hold(file);
    diagnostics.retell(said, file.index);
    return { ...source, index: file.index };
  };

  /** Forgets what no further run is going to read. */
  keep(isRead: (path: string) => boolean): void {
    for (const path of this.#all.keys()) if (!isRead(path)) this.#all.delete(path);
  }

  async #hold(file: Parameters<ReadSource>[0]): Promise<Held> {
    const said = new Diagnostics();
    const held = { bytes: file.bytes, source: await readSource(file, said), said };
    this.#all.set(file.path, held);
    return held;
  }
}
