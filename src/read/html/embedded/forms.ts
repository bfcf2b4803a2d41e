import { elements } from "./forms/elements.js";
import { generateHtml } from "./forms/generate-html.js";
import { jsonScript } from "./forms/json-script.js";
import { rapidoc } from "./forms/rapidoc.js";
import { readme } from "./forms/readme.js";
import { redoc } from "./forms/redoc.js";
import { scalar } from "./forms/scalar.js";
import { swaggerUi } from "./forms/swagger-ui.js";
import { firstOf, leadsInCode } from "./find.js";
import type { Form } from "./form.js";
import type { Lead } from "./lead.js";
import { plainPassage } from "../../passage.js";

/** The tools whose pages carry the description. The last is of no tool. */
export const forms: readonly Form[] = [redoc, swaggerUi, scalar, elements, rapidoc, generateHtml, readme, jsonScript];

/** Where a script, or a page by one of its scripts, has its description, and of which tool it is. */
export function leadIn(text: string): { readonly form: Form; readonly lead: Lead } | undefined {
  const code = plainPassage(text);
  for (const form of forms) {
    const lead = firstOf(leadsInCode(form, code));
    if (lead !== undefined) return { form, lead };
  }
  return undefined;
}
