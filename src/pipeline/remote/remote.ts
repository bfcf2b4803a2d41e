import type { Asked } from "../../document/library.js";

/** Gives descriptions by URL. In a run they come from the copies that `pull` made; only `pull` itself asks the network. */
export interface Remote {
  /** Undefined where it cannot be had; that is said in the diagnostics. `asked` is absent for an input. */
  open(url: string, asked?: Asked): Promise<Copy | undefined>;
  /** The URL of which the file at a path is the copy. */
  urlAt(path: string): string | undefined;
}

/** What stands at a URL, and the file for it beside the config. */
export interface Copy {
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What may be had from the network, and how. */
export interface RemoteSettings {
  /** The folder of the config file, where copies and lock stand. Absolute. */
  readonly home: string;
  /** Hosts whose descriptions references may name, with their port where it is not the usual one. */
  readonly allow: readonly string[];
  /** Headers to send, by host; `${NAME}` stands for a variable of the environment. */
  readonly headers: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Whether `http:` is good enough. */
  readonly http: boolean;
}

export const isRemote = (address: string): boolean => /^https?:\/\//i.test(address);
