import { namedIn } from "../attribute.js";
import type { Form } from "../form.js";
import { describedOrNamed } from "../lead.js";

/** RapiDoc and OpenAPI Explorer, which came of it: an element that names the description, or a call that hands it over. */
export const rapidoc: Form = {
  name: "RapiDoc or OpenAPI Explorer",
  marker: 'an element "rapi-doc" or "openapi-explorer"',
  sign: "rapi-doc, openapi-explorer",
  scripts: [{ word: "loadSpec", after: /\.\s*loadSpec\s*\(/g, leads: ([first]) => describedOrNamed(first) }],
  elements: [
    { selector: "rapi-doc[spec-url]", leads: namedIn("spec-url") },
    { selector: "openapi-explorer[spec-url]", leads: namedIn("spec-url") },
  ],
};
