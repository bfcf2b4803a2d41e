import type { Inspection } from "../../pipeline/job.js";
import { count } from "./count.js";
import { safe } from "./safe.js";

/** Which tools the pages among the inputs are of, and by what that was seen: a line each. */
export function showPages(sources: Inspection["sources"]): string {
  const pages = sources.flatMap(({ path, page }) => (page === undefined ? [] : [{ path, ...page }]));
  const names = [...new Set(pages.map((it) => it.name))];
  return names
    .map((name) => {
      const all = pages.filter((it) => it.name === name);
      const [first] = all;
      const what = all.length === 1 ? first?.path : count(all.length, "page");
      return `${safe(`${what}: ${name}, known by ${first?.marker}`)}\n`;
    })
    .join("");
}
