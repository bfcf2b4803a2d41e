/** Rings when something may have happened; its waiting ends at once when the end is signalled. */
export class Bell {
  readonly #over: AbortSignal;
  #rung = false;
  #wake: () => void = () => {};

  constructor(over: AbortSignal) {
    this.#over = over;
    over.addEventListener("abort", () => this.#wake());
  }

  get isOver(): boolean {
    return this.#over.aborted;
  }

  ring(): void {
    this.#rung = true;
    this.#wake();
  }

  /** Whether it has rung since the last question, or rings within the time. */
  async rings(ms?: number): Promise<boolean> {
    if (!this.#rung && !this.isOver) await this.#sleep(ms, () => this.#rung);
    const rung = this.#rung;
    this.#rung = false;
    return rung;
  }

  async pause(ms: number): Promise<void> {
    if (!this.isOver) await this.#sleep(ms, () => false);
  }

  #sleep(ms: number | undefined, isEnough: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = ms === undefined ? undefined : setTimeout(end, ms);
      this.#wake = () => {
        if (this.isOver || isEnough()) end();
      };
    });
  }
}
