import type { Element, Page } from "../../page.js";
import { attributeOf, namedIn } from "../attribute.js";
import type { Form } from "../form.js";
import { described, type Lead } from "../lead.js";

/** Stoplight Elements: an element that names the description or holds it, or a script that gives it to the element. */
export const elements: Form = {
  name: "Stoplight Elements",
  marker: 'an element "elements-api"',
  sign: "elements-api",
  scripts: [
    {
      word: "apiDescriptionDocument",
      after: /\.\s*apiDescriptionDocument\s*=(?!=)/g,
      leads: ([document]) => described(document),
    },
  ],
  elements: [
    { selector: "elements-api[apidescriptiondocument]", leads: held },
    { selector: "elements-api[apidescriptionurl]", leads: namedIn("apidescriptionurl") },
  ],
};

function held(element: Element, page: Page): readonly Lead[] {
  const passage = attributeOf(element, "apidescriptiondocument", page);
  return passage === undefined || passage.text.trim() === "" ? [] : [{ kind: "text", passage }];
}
