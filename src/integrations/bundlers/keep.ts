import type { Host } from "../../pipeline/host.js";
import { watch } from "../../pipeline/watch/watch.js";
import type { Made, Maker } from "./make.js";

/** What was made, what gave rise to it (nothing the first time), and how long it took. */
export interface Round {
  readonly made: Made;
  readonly changed: readonly string[];
  readonly ms: number;
}

export interface Kept {
  /** Settles when the first round was told: the SDKs are there, or could not be made. */
  readonly begun: Promise<void>;
  /** Settles at the end. */
  readonly ended: Promise<void>;
}

/** Keeps SDKs as their inputs are, until `ending` says. */
export function keep(maker: Maker, host: Host, ending: AbortSignal, tell: (round: Round) => void): Kept {
  let begin = (): void => {};
  const told = new Promise<void>((resolve) => (begin = resolve));
  const ended = watch({ ...host, ending: () => ending }, async (asked, changed) => {
    const start = host.now();
    const made = await maker.make(asked, true);
    return {
      ok: made.ok,
      outputs: made.written,
      async tell() {
        tell({ made, changed, ms: host.now() - start });
        begin();
      },
    };
  });
  return { begun: Promise.race([told, ended]), ended };
}
