import { join } from "node:path";
import { failureOf } from "../failure.js";
import type { Host } from "../host.js";

/** What `pull` found at a URL. */
export interface Pin {
  readonly url: string;
  /** SHA-256 of the bytes, in hexadecimal digits. */
  readonly hash: string;
  /** RFC 9110, section 8.8.3: asks next time only for what is new. */
  readonly etag?: string;
}

/** The file that a team shares, beside the config file. */
export const lockPath = (home: string): string => join(home, "sdkwright.lock");

export function readLock(home: string, host: Host): readonly Pin[] {
  const text = Buffer.from(bytesAt(lockPath(home), host) ?? []).toString("utf8");
  return text.split(/\r?\n/).flatMap((line) => {
    const [, digits, url, etag] = /^remote sha256-([0-9a-f]{64}) (\S+)(?: (.+))?$/.exec(line) ?? [];
    return digits === undefined || url === undefined ? [] : [{ url, hash: digits, ...(etag && { etag }) }];
  });
}

/** Undefined where no file is, or none that can be read: then there is nothing to go by. */
export function bytesAt(path: string, host: Host): Uint8Array | undefined {
  try {
    return host.readFile(path);
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return undefined;
  }
}

/** A line each, ordered by URL, so that git merges two branches that pin different descriptions. */
export function lockText(pins: readonly Pin[]): string {
  const sorted = pins.toSorted((a, b) => (a.url < b.url ? -1 : 1));
  const lines = sorted.map((it) => `remote sha256-${it.hash} ${it.url}${it.etag === undefined ? "" : ` ${it.etag}`}`);
  return [
    "# Written by `sdkwright pull`. Commit this file together with the folder sdkwright.remote.",
    ...lines,
    "",
  ].join("\n");
}
