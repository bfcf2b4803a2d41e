import { plainPassage } from "../../../passage.js";
import type { Element, Page } from "../../page.js";
import { expressionAt, memberOf } from "../code/expression.js";
import type { Form } from "../form.js";
import { described, type Lead } from "../lead.js";

/** Any page with a script of the type JSON that holds a description. */
export const jsonScript: Form = {
  name: "a description in a script of JSON",
  marker: 'a script of the type "application/json" with a member "openapi" or "swagger"',
  scripts: [],
  elements: [{ selector: 'script[type$="json"]', leads: held }],
};

function held(element: Element, page: Page): readonly Lead[] {
  const { start } = page.insideOf(element);
  const value = expressionAt(plainPassage(page.input.text), start);
  const version = memberOf(value, "openapi") ?? memberOf(value, "swagger");
  return version === undefined ? [] : described(value);
}
