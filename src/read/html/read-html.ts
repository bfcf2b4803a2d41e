import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Elsewhere } from "../elsewhere.js";
import type { Content, Input } from "../format.js";
import type { Known, PageKind } from "../page-kind.js";
import { contentOf } from "../placed.js";
import { dialects } from "./dialects.js";
import { leadIn } from "./embedded/forms.js";
import { readLead } from "./embedded/read-lead.js";
import { Page } from "./page.js";
import { DEEPEST, treeOf } from "./tree.js";

/** A documentation page, as the OpenAPI description of what it documents. */
export async function read(input: Input, diagnostics: Diagnostics): Promise<Content | Elsewhere | undefined> {
  // First what a script carries: it needs no parsed page, and a `</script>` in it makes a page that no parser understands.
  const carried = leadIn(input.text);
  if (carried !== undefined) return known(carried.form, await readLead(carried.lead, input, diagnostics));
  const tree = treeOf(input.text);
  const page = new Page(input, tree, diagnostics);
  if (tree.tooDeepAt !== undefined) {
    page.report("read/page-too-deep", { start: tree.tooDeepAt, end: tree.tooDeepAt + 1 }, { depth: String(DEEPEST) });
    return undefined;
  }
  const dialect = dialects.find((it) => it.matches(page));
  if (dialect === undefined) {
    const markers = dialects.map(({ name, marker }) => `${marker} (${name})`).join(", ");
    page.report("read/page-unknown", page.start, { markers });
    return undefined;
  }
  const reading = await dialect.read(page);
  if (reading === undefined || reading.kind === "elsewhere") return known(dialect, reading);
  return known(dialect, reading.kind === "carried" ? reading.content : contentOf(reading));
}

/** The same with what the page was known for. */
const known = <T extends object>({ name, marker }: PageKind, reading: T | undefined): (T & Known) | undefined =>
  reading && { ...reading, page: { name, marker } };
