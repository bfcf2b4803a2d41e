import type { Diagnostics } from "../../../diagnostics/diagnostics.js";
import type { Elsewhere } from "../../elsewhere.js";
import type { Content, Input } from "../../format.js";
import { leadIn } from "./forms.js";
import { readLead } from "./read-lead.js";

/** A script that a page loads, and that holds the page's description or names where it is. */
export async function read(input: Input, diagnostics: Diagnostics): Promise<Content | Elsewhere | undefined> {
  const lead = leadIn(input.text)?.lead;
  if (lead !== undefined) return readLead(lead, input, diagnostics);
  const start = { source: input.index, pointer: "", range: { start: 0, end: 0 } };
  diagnostics.report("read/script-unknown", start, {});
  return undefined;
}
