import type { Form } from "../form.js";
import { described } from "../lead.js";

/** Pages of openapi-generate-html, in each of its flavours. */
export const generateHtml: Form = {
  name: "openapi-generate-html",
  marker: 'a script with "window.apiDocs ="',
  scripts: [{ word: "apiDocs", after: /\bwindow\.apiDocs\s*=(?!=)/g, leads: ([document]) => described(document) }],
  elements: [],
};
