import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Asked } from "../../document/library.js";
import type { RemoteSettings } from "./remote.js";

/** The hosts that may be read from: those of the settings and those of the inputs. */
export class Allowed {
  readonly #hosts: Set<string>;
  readonly #diagnostics: Diagnostics;

  constructor({ allow }: RemoteSettings, diagnostics: Diagnostics) {
    this.#hosts = new Set(allow);
    this.#diagnostics = diagnostics;
  }

  has(host: string): boolean {
    return this.#hosts.has(host);
  }

  /** Whoever names an input allows its host; all else is the word of others. */
  admit(input: string): void {
    this.#hosts.add(new URL(input).host);
  }

  /** Whether a URL may be read; that it may not is said. */
  check(url: string, asked: Asked | undefined): boolean {
    const { host } = new URL(url);
    if (this.has(host)) return true;
    this.#diagnostics.report("remote/not-allowed", asked?.origin, { url, host });
    return false;
  }
}
