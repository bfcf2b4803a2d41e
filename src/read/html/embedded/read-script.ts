import type { Diagnostics } from "../../../diagnostics/diagnostics.js";
import type { Elsewhere } from "../../elsewhere.js";
import type { Content, Input } from "../../format.js";
import { leadsInCode } from "./find.js";
import { forms } from "./forms.js";
import { plainPassage } from "./passage.js";
import { readLeads } from "./read-leads.js";

/** A script that a page loads, and that holds the page's description or names where it is. */
export async function read(input: Input, diagnostics: Diagnostics): Promise<Content | Elsewhere | undefined> {
  const code = plainPassage(input.text);
  for (const form of forms) {
    const found = await readLeads(leadsInCode(form, code), input, diagnostics);
    if (found !== undefined) return found;
  }
  const start = { source: input.index, pointer: "", range: { start: 0, end: 0 } };
  if (!diagnostics.failed) diagnostics.report("read/script-unknown", start, {});
  return undefined;
}
