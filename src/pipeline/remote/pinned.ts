import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Asked } from "../../document/library.js";
import { hash } from "../cache/fingerprint.js";
import type { Host } from "../host.js";
import { shownPath } from "../paths.js";
import { Allowed } from "./allowed.js";
import { copyPath } from "./copies.js";
import { bytesAt, readLines, reportConflict } from "../lock/lines.js";
import { type Pin, pinsOf } from "../lock/pins.js";
import type { Copy, Remote, RemoteSettings } from "./remote.js";

/** The copies that `pull` made, each held against its pin: nothing here knows of a network. */
export class Pinned implements Remote {
  readonly #settings: RemoteSettings;
  readonly #host: Host;
  readonly #diagnostics: Diagnostics;
  readonly #allowed: Allowed;
  #pins: ReadonlyMap<string, Pin> | undefined;
  #urls: ReadonlyMap<string, string> | undefined;

  constructor(settings: RemoteSettings, host: Host, diagnostics: Diagnostics) {
    this.#settings = settings;
    this.#host = host;
    this.#diagnostics = diagnostics;
    this.#allowed = new Allowed(settings, diagnostics);
  }

  async open(url: string, asked?: Asked): Promise<Copy | undefined> {
    if (asked === undefined) this.#allowed.admit(url);
    const pin = this.#pinned().get(url);
    const path = copyPath(this.#settings.home, url);
    const bytes = pin && bytesAt(path, this.#host);
    if (pin === undefined || bytes === undefined) {
      if (this.#allowed.check(url, asked)) this.#diagnostics.report("remote/not-pulled", asked?.origin, { url });
      return undefined;
    }
    if (hash(bytes) === pin.hash) return { path, bytes };
    this.#diagnostics.report("remote/changed", asked?.origin, { path: shownPath(path, this.#host), url });
    return undefined;
  }

  urlAt(path: string): string | undefined {
    this.#urls ??= new Map([...this.#pinned().keys()].map((url) => [copyPath(this.#settings.home, url), url]));
    return this.#urls.get(path);
  }

  #pinned(): ReadonlyMap<string, Pin> {
    if (this.#pins !== undefined) return this.#pins;
    const lines = readLines(this.#settings.home, this.#host);
    reportConflict(lines, this.#settings.home, this.#host, this.#diagnostics);
    this.#pins = new Map(pinsOf(lines).map((it) => [it.url, it]));
    return this.#pins;
  }
}
