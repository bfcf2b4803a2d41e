import { Last } from "../memo/last.js";
import { Memo } from "../memo/memo.js";

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
