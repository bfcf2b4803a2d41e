import { memberOf } from "../code/expression.js";
import { namedIn } from "../attribute.js";
import type { Form } from "../form.js";
import { described, describedOrNamed } from "../lead.js";

/**
 * Redoc: pages built by redoc-cli and `redocly build-docs` up to 2 (`__redoc_state`) and from 3 on
 * (`__redoc_definition`), pages that load a description when they are opened, and Redocly's portals, which keep it in a
 * script of their own.
 */
export const redoc: Form = {
  name: "Redoc",
  marker: 'a script with "__redoc_state", "__redoc_definition" or "Redoc.init(", or an element "redoc"',
  sign: "redoc",
  scripts: [
    {
      word: "__redoc_state",
      after: /\b__redoc_state\s*=(?!=)/g,
      leads: ([state]) => described(memberOf(state, "spec", "data") ?? memberOf(state, "definition", "data")),
    },
    {
      word: "__redoc_definition",
      after: /\b__redoc_definition\s*=(?!=)/g,
      leads: ([definition]) => described(definition),
    },
    { word: "Redoc", after: /\bRedoc\s*\.\s*init\s*\(/g, leads: ([first]) => describedOrNamed(first) },
  ],
  elements: [
    { selector: "redoc[spec-url]", leads: namedIn("spec-url") },
    { selector: 'script[src*="redocly-state-"]', leads: namedIn("src") },
  ],
};
