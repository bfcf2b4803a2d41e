import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Asked, Library } from "../document/library.js";
import type { ReadSource } from "../read/read.js";
import type { Source } from "../read/source.js";
import type { Host } from "./host.js";
import { shownPath } from "./paths.js";
import type { Reading } from "./reading.js";
import { type Copy, isRemote, type Remote } from "./remote/remote.js";
import { type Found, readWithin, rootsOf } from "./within.js";

/** Reads the files that descriptions refer to, as far as these may be read, each once. */
export class FileLibrary implements Library {
  readonly #host: Host;
  readonly #diagnostics: Diagnostics;
  readonly #remote: Remote;
  readonly #readSource: ReadSource;
  readonly #roots: readonly string[];
  readonly #sources: Source[];
  readonly #opened = new Map<string, Promise<Source | undefined>>();

  /** `sources` are read already: the inputs, and what they name in their stead. */
  constructor(
    sources: readonly Source[],
    reading: Pick<Reading, "root" | "inputs">,
    remote: Remote,
    host: Host,
    diagnostics: Diagnostics,
    readSource: ReadSource,
  ) {
    this.#readSource = readSource;
    this.#remote = remote;
    this.#host = host;
    this.#diagnostics = diagnostics;
    this.#roots = rootsOf(reading, host);
    this.#sources = [...sources];
    for (const it of sources) this.#opened.set(this.addressOf(it), Promise.resolve(it));
  }

  get sources(): readonly Source[] {
    return this.#sources;
  }

  addressOf({ path }: Source): string {
    const absolute = resolve(this.#host.cwd, path);
    return this.#remote.urlAt(absolute) ?? pathToFileURL(absolute).href;
  }

  open(address: string, asked: Asked): Promise<Source | undefined> {
    const opened = this.#opened.get(address) ?? this.#read(address, asked);
    this.#opened.set(address, opened);
    return opened;
  }

  async #read(address: string, asked: Asked): Promise<Source | undefined> {
    const copy = isRemote(address) ? await this.#remote.open(address, asked) : this.#fileAt(address, asked);
    if (copy === undefined) return undefined;
    const { path, bytes } = copy;
    const index = this.#sources.length;
    const source = await this.#readSource({ index, path: shownPath(path, this.#host), bytes }, this.#diagnostics);
    this.#sources.push(source);
    // What is wrong with it was said where it is read.
    return source.value === undefined ? undefined : source;
  }

  #fileAt(address: string, { reference, origin }: Asked): Copy | undefined {
    const path = pathAt(address, reference);
    const found = path === undefined ? ELSEWHERE : readWithin(path, this.#roots, this.#host);
    if (found.ok) return found;
    const code = found.kind === "refused" ? "ref/refused" : "ref/no-file";
    this.#diagnostics.report(code, origin, { reference, reason: found.reason });
    return undefined;
  }
}

const ELSEWHERE: Found = {
  ok: false,
  kind: "refused",
  reason: "only a path from the file that refers to it means the same on every machine",
};

/** The path of a file that is named from the place of another; undefined for absolute paths and what is no path at all. */
function pathAt(address: string, reference: string): string | undefined {
  if (/^\s*([/\\]|[a-z][a-z0-9+.-]*:)/i.test(reference)) return undefined;
  try {
    return fileURLToPath(address);
  } catch {
    // An encoded slash, or no file at all.
    return undefined;
  }
}
