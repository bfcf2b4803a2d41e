import { asWord } from "../../names/word.js";
import type { Host } from "../host.js";
import { headOf, type Lines, readLines } from "./lines.js";

/** What `pull` found at a URL. */
export interface Pin {
  readonly url: string;
  /** SHA-256 of the bytes, in hexadecimal digits. */
  readonly hash: string;
  /** RFC 9110, section 8.8.3: asks next time only for what is new. */
  readonly etag?: string;
  /** The config file that asks for it, where others beside it have the same lock. */
  readonly config?: string | undefined;
}

export const readPins = (home: string, host: Host): readonly Pin[] => pinsIn(readLines(home, host));

/** A URL may stand there twice, after a merge of two branches that have pulled it. */
export const pinsIn = ({ all }: Lines): readonly Pin[] =>
  all.flatMap(({ text }) => {
    const { kind, project, rest = "" } = headOf(text) ?? {};
    const [, digits, url, etag] = /^sha256-([0-9a-f]{64}) (\S+)(?: (.+))?$/.exec(rest) ?? [];
    const isPin = kind === "remote" && digits !== undefined && url !== undefined;
    return isPin ? [{ url, hash: digits, config: project, ...(etag && { etag }) }] : [];
  });

/** The lines with these pins in the place of those that they have. */
export const withPins = ({ all }: Lines, pins: readonly Pin[]): readonly string[] => [
  ...all.flatMap(({ text }) => (headOf(text)?.kind === "remote" ? [] : [text])),
  ...pins.map(textOf),
];

function textOf({ url, hash, etag, config }: Pin): string {
  const mark = config === undefined ? "" : `@${asWord(config)}`;
  return `remote${mark} sha256-${hash} ${url}${etag === undefined ? "" : ` ${etag}`}`;
}
