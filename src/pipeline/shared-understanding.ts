import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "./host.js";
import { shownPath } from "./paths.js";
import type { Reading } from "./reading.js";
import { SharedSources } from "./shared-sources.js";
import { type Understand, understanding, type Understood } from "./understand.js";

interface Known {
  readonly reading: Reading;
  readonly understood: Understood;
  readonly said: Diagnostics;
}

/** What the inputs of several runs of one process come to: made once for all that read the same. */
export class SharedUnderstanding {
  readonly #host: Host;
  readonly #sources = new SharedSources();
  readonly #known = new Map<string, Known>();

  constructor(host: Host) {
    this.#host = host;
  }

  readonly understand: Understand = async (reading, diagnostics, watch) => {
    const { inputs, overlays, root, remote } = reading;
    const key = JSON.stringify([inputs, overlays, root, remote]);
    const known = this.#known.get(key) ?? (await this.#learn({ inputs, overlays, root, remote }, watch));
    this.#known.set(key, known);
    diagnostics.join(known.said);
    return known.understood;
  };

  async #learn(reading: Reading, watch: Parameters<Understand>[2]): Promise<Known> {
    const said = new Diagnostics();
    const understand = understanding(this.#host, undefined, this.#sources.read);
    return { reading, understood: await understand(reading, said, watch), said };
  }

  /** Forgets what no further run is going to read. Paths are as people see them. */
  keep(isRead: (path: string) => boolean): void {
    this.#sources.keep(isRead);
    for (const [key, { reading }] of this.#known)
      if (!reading.inputs.some((it) => isRead(shownPath(it, this.#host)))) this.#known.delete(key);
  }
}
