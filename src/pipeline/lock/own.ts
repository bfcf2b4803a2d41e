import { asWord } from "../../names/word.js";
import type { Host } from "../host.js";
import type { Job } from "../job.js";
import { readLines } from "./lines.js";

/** The lines of the lock that a job goes by: not the names of other projects, nor any where names are not locked. */
export function ownLines({ lock, remote }: Pick<Job, "lock" | "remote">, host: Host): readonly string[] {
  const { all, conflict } = readLines(remote.home, host);
  const own = all.filter(({ text }) => {
    const [, kind, project] = /^(?:(name|was)(?:@(\S+))? )?/.exec(text) ?? [];
    return kind === undefined || (lock !== undefined && project === (lock.project && written(lock.project)));
  });
  return own.map((it) => `${conflict === undefined ? "" : "?"}${it.text}`);
}

/** A name as one word, whatever it is made of; a word that starts with `~` is a sketch. */
export const written = (name: string): string => asWord(name).replaceAll("~", "%7E");
