import { replaceFile } from "../../write/write-one.js";
import type { Host } from "../host.js";
import { exclusively } from "./exclusive.js";
import { type Lines, lockPath, lockText, readLines } from "./lines.js";

/** Writes the lock of the lines that `change` makes of those that stand there now: what other processes add meanwhile stays. */
export const changeLock = (home: string, host: Host, change: (lines: Lines) => readonly string[]): Promise<void> =>
  exclusively(lockPath(home), host, () => replaceFile(lockPath(home), lockText(change(readLines(home, host))), host));
