import { share } from "./share.js";

/** The value that a stage gave in its last run, so that the next one can be told from it part by part. */
export class Last {
  #value: unknown;

  /** The value, its parts those of the last one where they are equal. Plain data. */
  readonly share = <T>(now: T): T => {
    const shared = share(this.#value, now);
    this.#value = shared;
    return shared;
  };
}
