import type { Host } from "../host.js";
import { lockText, readLines } from "./lines.js";

/** What `pull` found at a URL. */
export interface Pin {
  readonly url: string;
  /** SHA-256 of the bytes, in hexadecimal digits. */
  readonly hash: string;
  /** RFC 9110, section 8.8.3: asks next time only for what is new. */
  readonly etag?: string;
}

/** A URL may stand there twice, after a merge of two branches that have pulled it. */
export const readPins = (home: string, host: Host): readonly Pin[] =>
  readLines(home, host).all.flatMap(({ text }) => {
    const [, digits, url, etag] = /^remote sha256-([0-9a-f]{64}) (\S+)(?: (.+))?$/.exec(text) ?? [];
    return digits === undefined || url === undefined ? [] : [{ url, hash: digits, ...(etag && { etag }) }];
  });

/** The text of the lock with these pins in the place of those that it has. */
export function lockWithPins(pins: readonly Pin[], home: string, host: Host): string {
  const others = readLines(home, host).all.flatMap(({ text }) => (text.startsWith("remote ") ? [] : [text]));
  return lockText([
    ...others,
    ...pins.map((it) => `remote sha256-${it.hash} ${it.url}${it.etag === undefined ? "" : ` ${it.etag}`}`),
  ]);
}
