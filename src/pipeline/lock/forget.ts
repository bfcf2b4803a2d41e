import { failureOf } from "../failure.js";
import type { Host } from "../host.js";
import { headOf, type Line, readLines } from "./lines.js";

/** Takes the names of projects that are gone out of the lock; gives what these are called. */
export async function forget(
  isGone: (project: string | undefined) => boolean,
  home: string,
  host: Host,
): Promise<readonly (string | undefined)[]> {
  const isOfGone = ({ text }: Line): boolean => {
    const head = headOf(text);
    return head !== undefined && head.kind !== "remote" && isGone(head.project);
  };
  const others = readLines(home, host).all.filter(isOfGone);
  if (others.length === 0) return [];
  const { changeLock } = await import("./change.js");
  try {
    await changeLock(home, host, ({ all }) => all.flatMap((it) => (isOfGone(it) ? [] : [it.text])));
    return [...new Set(others.map((it) => headOf(it.text)?.project))];
  } catch (error) {
    // They do no harm where they are: a run that may write there takes them out.
    if (failureOf(error) === undefined) throw error;
    return [];
  }
}
