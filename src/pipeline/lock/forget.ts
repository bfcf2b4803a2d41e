import { failureOf } from "../failure.js";
import type { Host } from "../host.js";
import { headOf, type Line, readLines } from "./lines.js";

/** Takes the names out of the lock that are of none of these projects; gives what the projects are called that had them. */
export async function forgetOthers(
  projects: ReadonlySet<string | undefined>,
  home: string,
  host: Host,
): Promise<readonly (string | undefined)[]> {
  const isOther = ({ text }: Line): boolean => {
    const head = headOf(text);
    return head !== undefined && head.kind !== "remote" && !projects.has(head.project);
  };
  const others = readLines(home, host).all.filter(isOther);
  if (others.length === 0) return [];
  const { changeLock } = await import("./change.js");
  try {
    await changeLock(home, host, ({ all }) => all.flatMap((it) => (isOther(it) ? [] : [it.text])));
    return [...new Set(others.map((it) => headOf(it.text)?.project))];
  } catch (error) {
    // They do no harm where they are: a run that may write there takes them out.
    if (failureOf(error) === undefined) throw error;
    return [];
  }
}
