import type { Host } from "./host.js";
import type { Observer, Stage } from "./job.js";

/** Runs the stages one after the other, tells the observer of each and notes what it took. */
export class Stopwatch {
  readonly #stages: Stage[] = [];
  readonly #host: Pick<Host, "now">;
  readonly #observer: Observer | undefined;

  constructor(host: Pick<Host, "now">, observer: Observer | undefined) {
    this.#host = host;
    this.#observer = observer;
  }

  get stages(): readonly Stage[] {
    return this.#stages;
  }

  async time<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    this.#observer?.stage(name);
    const start = this.#host.now();
    const value = await work();
    this.#stages.push({ name, ms: this.#host.now() - start });
    return value;
  }
}
