import type { Dialect } from "../dialect.js";
import { firstOf, leadsInElements } from "./find.js";
import type { Form } from "./form.js";
import { readLead } from "./read-lead.js";

/**
 * The dialect of a tool whose pages have an element that holds the description or names it. What scripts hold was looked
 * for before, in the text of the page.
 */
export const carrying = (form: Form): Dialect => ({
  name: form.name,
  marker: form.marker,
  matches: (page) =>
    firstOf(leadsInElements(form, page)) !== undefined || (form.sign !== undefined && page.all(form.sign).length > 0),
  async read(page) {
    const lead = firstOf(leadsInElements(form, page));
    if (lead === undefined) {
      page.report("read/page-no-description", page.start, { tool: form.name });
      return undefined;
    }
    const found = await readLead(lead, page.input, page.diagnostics);
    return found && "kind" in found ? found : found && { kind: "carried", content: found };
  },
});
