import { byCodePoint } from "../ir/order.js";
import { Scope } from "./scope.js";
import { kebabCase, wordsOf } from "./words.js";

/**
 * The file of a type: `types/<first word of its name>.ts`. It follows from the name alone, so no other schema moves it, and
 * gathers what belongs together. (One file for all types and one for each were measured too: see `src/README.md`.)
 */
export const typeFile = (name: string): string => `types/${safe(wordsOf(name)[0]?.toLowerCase() ?? "other")}.ts`;

/** One file a group of operations. File systems that ignore case must not make one file of two. */
export function groupFiles(groups: Iterable<string>): ReadonlyMap<string, string> {
  const stems = new Scope<string>(new Set(), (stem) => stem.toLowerCase());
  return new Map(
    [...new Set(groups)]
      .toSorted(byCodePoint)
      .map((it) => [it, `operations/${stems.claim(it, [safe(kebabCase([it]) || "other")])}.ts`]),
  );
}

/** The types that operations of several files share stand where a schema called after the group would. */
export const sharedFile = (groupFile: string): string => groupFile.replace(/^operations/, "types");

/** Windows has devices of these names in every folder, whatever ending they are given. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const safe = (stem: string): string => (DEVICES.test(stem) ? `${stem}-` : stem);
