import type { Diagnostics, Range, Target } from "../../../diagnostics/diagnostics.js";
import type { Elsewhere } from "../../elsewhere.js";
import type { Content, Input } from "../../format.js";
import { rangeOf as rangeOfValue } from "./code/expression.js";
import { contentAt } from "./content.js";
import { dataOf } from "./data-url.js";
import type { Lead } from "./lead.js";

/**
 * The description that a lead leads to, or the name of the file that has it. Undefined where what is found cannot be
 * read, which is then said.
 */
export async function readLead(
  lead: Lead,
  input: Input,
  diagnostics: Diagnostics,
): Promise<Content | Elsewhere | undefined> {
  if (lead.of !== undefined && lead.of > 1)
    diagnostics.report("read/page-several", placeOf(lead, input), { count: String(lead.of) });
  const data = lead.kind === "url" ? dataOf(lead) : undefined;
  const carried: Lead = data === undefined ? lead : { kind: "text", passage: data };
  return carried.kind === "url" ? { ...carried, kind: "elsewhere" } : contentAt(carried, input, diagnostics);
}

const placeOf = (lead: Lead, { index }: Input): Target => ({ source: index, pointer: "", range: rangeOf(lead) });

function rangeOf(lead: Lead): Range {
  switch (lead.kind) {
    case "url":
      return lead.range;
    case "text":
      return rangeOfValue({ kind: "string", passage: lead.passage });
    case "object":
      return rangeOfValue(lead.expression);
  }
}
