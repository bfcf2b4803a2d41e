import { join } from "node:path";
import { ofWord } from "../../names/word.js";
import { failureOf } from "../failure.js";
import type { Host } from "../host.js";

/** The file that a team shares, beside the config file. */
export const lockPath = (home: string): string => join(home, "sdkwright.lock");

/** A line of the lock. `number` counts from one. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

export interface Lines {
  readonly all: readonly Line[];
  /** A line in which git has left the mark of a conflict. */
  readonly conflict?: number;
}

/** What a line is about: a pin of what is remote, or a name; `rest` is what follows. */
export interface Head {
  readonly kind: "remote" | "name" | "was";
  /** Whose name it is, where the config file has several projects; whose pin, where only `--config` names the config file. */
  readonly project: string | undefined;
  readonly rest: string;
}

/** The beginning of a line; undefined where it is that of no line of a lock. */
export function headOf(text: string): Head | undefined {
  const [, start, project, rest] = /^(remote|name|was)(?:@(\S+))? (\S.*)$/.exec(text) ?? [];
  if (rest === undefined) return undefined;
  const kind = start === "remote" || start === "was" ? start : "name";
  return { kind, project: project && ofWord(project), rest };
}

/** Whether a line that begins like this is about a name in this project. */
export const isNameOf = ({ kind, project }: Head, of: string | undefined): boolean =>
  kind !== "remote" && project === of;

/**
 * What the text of a lock holds, a fact a line. The order says nothing and a line may stand twice, so what a merge leaves holds the
 * facts of both sides, even where git asks which.
 */
export function linesIn(text: string): Lines {
  const lines = text.split(/\r?\n/).map((it, i) => ({ text: it.trimEnd(), number: i + 1 }));
  const conflict = lines.find((it) => isMark(it.text))?.number;
  const all = lines.filter((it) => it.text !== "" && !it.text.startsWith("#") && !isMark(it.text));
  return { all, ...(conflict !== undefined && { conflict }) };
}

/** None where there is no file, or none that can be read: then there is nothing to go by. */
export const readLines = (home: string, host: Host): Lines =>
  linesIn(Buffer.from(bytesAt(lockPath(home), host) ?? []).toString("utf8"));

/** https://git-scm.com/docs/git-merge, "How conflicts are presented". */
const isMark = (text: string): boolean => /^(<{7}|\|{7}|={7}|>{7})( |$)/.test(text);

/** The text of a lock of these lines, ordered so that git merges what two branches add. */
export function lockText(lines: readonly string[]): string {
  return [...HEAD, ...[...new Set(lines)].sort(), ""].join("\n");
}

const HEAD = [
  "# Written by sdkwright: what `pull` got, and what things are called in the SDK. Commit this file.",
  "# Git merges it by itself with this line in .gitattributes: sdkwright.lock merge=union",
];

/** Undefined where no file is, or none that can be read. */
export function bytesAt(path: string, host: Host): Uint8Array | undefined {
  try {
    return host.readFile(path);
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return undefined;
  }
}
