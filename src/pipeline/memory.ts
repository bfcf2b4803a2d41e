import { Last } from "../memo/last.js";
import { Memo } from "../memo/memo.js";
import type { Job } from "./job.js";

/**
 * What a run leaves to the next one of the same job, which then does again only what has changed. Whoever runs the pipeline
 * holds it; what comes out of a run is the same with and without it.
 */
export class Memory {
  readonly api = new Last();
  readonly names = new Last();
  readonly emit = new Memo();
  readonly print = new Memo();
}

/** The memories of jobs, of each as long as it is the same in all that it says. */
export class Memories {
  readonly #all = new Map<string, { readonly job: string; readonly memory: Memory }>();

  of(job: Job): Memory {
    const known = this.#all.get(job.output);
    const said = JSON.stringify(job);
    if (known?.job === said) return known.memory;
    const memory = new Memory();
    this.#all.set(job.output, { job: said, memory });
    return memory;
  }
}
