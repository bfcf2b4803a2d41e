import type { Host } from "../host.js";
import { exclusively } from "./exclusive.js";
import { type Lines, lockPath, lockText, readLines } from "./lines.js";

/** Writes the lock of the lines that `change` makes of those that stand there now, in one step: what other processes add meanwhile stays. */
export const changeLock = (home: string, host: Host, change: (lines: Lines) => readonly string[]): Promise<void> =>
  exclusively(lockPath(home), host, (own) => {
    host.writeFile(own, lockText(change(readLines(home, host))));
    host.rename(own, lockPath(home));
  });
