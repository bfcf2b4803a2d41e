import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Asked } from "../../document/library.js";
import { hash } from "../cache/hash.js";
import type { Host } from "../host.js";
import { Allowed } from "./allowed.js";
import { copyPath } from "./copies.js";
import { bytesAt } from "../lock/lines.js";
import { type Pin, readPins } from "../lock/pins.js";
import type { Copy, Remote, RemoteSettings } from "./remote.js";
import { request } from "./request.js";

/** What was asked for, and what came. */
export interface Pulled extends Copy {
  readonly pin: Pin;
}

/** Asks the network, each URL once, and keeps what comes until it is known that all is well. */
export class Fetching implements Remote {
  readonly #settings: RemoteSettings;
  readonly #host: Host;
  readonly #diagnostics: Diagnostics;
  readonly #known: ReadonlyMap<string, Pin>;
  readonly #allowed: Allowed;
  readonly #pulled: Map<string, Pulled>;

  /** `pulled` is what others have got already, and what this one gets. */
  constructor(settings: RemoteSettings, pulled: Map<string, Pulled>, host: Host, diagnostics: Diagnostics) {
    this.#settings = settings;
    this.#pulled = pulled;
    this.#host = host;
    this.#diagnostics = diagnostics;
    this.#known = new Map(readPins(settings.home, host).map((it) => [it.url, it]));
    this.#allowed = new Allowed(settings, diagnostics);
  }

  get pulled(): readonly Pulled[] {
    return [...this.#pulled.values()];
  }

  async open(url: string, asked?: Asked): Promise<Copy | undefined> {
    if (asked === undefined) this.#allowed.admit(url);
    if (!this.#allowed.check(url, asked)) return undefined;
    const pulled = this.#pulled.get(url) ?? (await this.#pull(url, asked));
    if (pulled !== undefined) this.#pulled.set(url, pulled);
    return pulled;
  }

  urlAt(path: string): string | undefined {
    return this.pulled.find((it) => it.path === path)?.pin.url;
  }

  async #pull(url: string, asked: Asked | undefined): Promise<Pulled | undefined> {
    const path = copyPath(this.#settings.home, url);
    const known = this.#known.get(url);
    const copy = known && bytesAt(path, this.#host);
    // A copy that somebody changed is none: it is asked for anew.
    const valid = known !== undefined && copy !== undefined && hash(copy) === known.hash;
    const answer = await request(
      url,
      valid ? known.etag : undefined,
      (it) => this.#allowed.has(it),
      this.#settings,
      this.#host,
    );
    if (answer.kind === "refused") {
      this.#diagnostics.report("remote/failed", asked?.origin, { url, reason: answer.reason });
      return undefined;
    }
    if (answer.kind === "same" && valid) return { path, bytes: copy, pin: known };
    const bytes = answer.kind === "fresh" ? answer.bytes : new Uint8Array();
    const etag = answer.kind === "fresh" ? answer.etag : undefined;
    return { path, bytes, pin: { url, hash: hash(bytes), ...(etag !== undefined && { etag }) } };
  }
}
