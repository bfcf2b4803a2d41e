import { asWord } from "../../names/word.js";
import type { Host } from "../host.js";
import type { Job } from "../job.js";
import { headOf, isNameOf, type Lines, readLines } from "./lines.js";

/** The lines of the lock that a job goes by: not the names of other projects, nor any where names are not locked. */
export const ownLines = ({ lock, remote }: Pick<Job, "lock" | "remote">, host: Host): readonly string[] =>
  ownIn(readLines(remote.home, host), lock);

/** The same of lines that are read already. */
export function ownIn({ all, conflict }: Lines, lock: Job["lock"]): readonly string[] {
  const own = all.filter(({ text }) => {
    const head = headOf(text);
    return head === undefined || head.kind === "remote" || (lock !== undefined && isNameOf(head, lock.project));
  });
  return own.map((it) => `${conflict === undefined ? "" : "?"}${it.text}`);
}

/** A name as one word, whatever it is made of; a word that starts with `~` is a sketch. */
export const written = (name: string): string => asWord(name).replaceAll("~", "%7E");
