import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Asked } from "../../document/library.js";
import { hash } from "../cache/hash.js";
import type { Host } from "../host.js";
import { shownPath } from "../paths.js";
import { Allowed } from "./allowed.js";
import { copyPath } from "./copies.js";
import { bytesAt } from "../lock/lines.js";
import { readPins } from "../lock/pins.js";
import type { Copy, Remote, RemoteSettings } from "./remote.js";

/** The copies that `pull` made, each held against its pin: nothing here knows of a network. */
export class Pinned implements Remote {
  readonly #settings: RemoteSettings;
  readonly #host: Host;
  readonly #diagnostics: Diagnostics;
  readonly #allowed: Allowed;
  /** By URL. */
  #hashes: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  #urls: ReadonlyMap<string, string> | undefined;

  constructor(settings: RemoteSettings, host: Host, diagnostics: Diagnostics) {
    this.#settings = settings;
    this.#host = host;
    this.#diagnostics = diagnostics;
    this.#allowed = new Allowed(settings, diagnostics);
  }

  async open(url: string, asked?: Asked): Promise<Copy | undefined> {
    if (asked === undefined) this.#allowed.admit(url);
    const hashes = this.#pinned().get(url);
    const path = copyPath(this.#settings.home, url);
    const bytes = hashes && bytesAt(path, this.#host);
    if (hashes === undefined || bytes === undefined) {
      if (this.#allowed.check(url, asked)) this.#diagnostics.report("remote/not-pulled", asked?.origin, { url });
      return undefined;
    }
    if (isAnyOf(hashes, bytes)) return { path, bytes };
    this.#diagnostics.report("remote/changed", asked?.origin, { path: shownPath(path, this.#host), url });
    return undefined;
  }

  urlAt(path: string): string | undefined {
    this.#urls ??= new Map([...this.#pinned().keys()].map((url) => [copyPath(this.#settings.home, url), url]));
    return this.#urls.get(path);
  }

  #pinned(): ReadonlyMap<string, ReadonlySet<string>> {
    if (this.#hashes !== undefined) return this.#hashes;
    const hashes = new Map<string, Set<string>>();
    for (const pin of readPins(this.#settings.home, this.#host))
      hashes.set(pin.url, new Set([...(hashes.get(pin.url) ?? []), pin.hash]));
    this.#hashes = hashes;
    return hashes;
  }
}

/** Git may have checked a copy out with other line breaks, which say nothing in a description. */
function isAnyOf(hashes: ReadonlySet<string>, bytes: Uint8Array): boolean {
  if (hashes.has(hash(bytes))) return true;
  const unix = Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n");
  return [unix, unix.replaceAll("\n", "\r\n")].some((it) => hashes.has(hash(Buffer.from(it, "latin1"))));
}
