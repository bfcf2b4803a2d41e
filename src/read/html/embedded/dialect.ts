import type { Dialect } from "../dialect.js";
import { leadsIn } from "./find.js";
import type { Form } from "./form.js";
import type { Lead } from "./lead.js";
import { plainPassage } from "./passage.js";
import { readLeads } from "./read-leads.js";
import type { Page } from "../page.js";

/** The dialect of a tool whose pages carry the description. */
export function carrying(form: Form): Dialect {
  return {
    name: form.name,
    marker: form.marker,
    matches: (page) =>
      (form.sign !== undefined && page.all(form.sign).length > 0) || leads(form, page).next().done === false,
    async read(page) {
      const found = await readLeads(leads(form, page), page.input, page.diagnostics);
      if (found === undefined && !page.diagnostics.failed)
        page.report("read/page-no-description", page.start, { tool: form.name });
      return found && "kind" in found ? found : found && { kind: "carried", content: found };
    },
  };
}

const leads = (form: Form, page: Page): Generator<Lead> => leadsIn(form, page, plainPassage(page.input.text));
