import { plainPassage } from "../../../passage.js";
import type { Element, Page } from "../../page.js";
import { attributeOf, namedIn } from "../attribute.js";
import { expressionAt, type Expression, itemsOf, memberOf } from "../code/expression.js";
import type { Form } from "../form.js";
import { described, type Lead, named, oneOf } from "../lead.js";

/**
 * Scalar's API reference: pages that call it with a configuration, and the earlier ones with a script element that holds
 * the description, its URL or a configuration.
 */
export const scalar: Form = {
  name: "Scalar",
  marker: 'a script with "Scalar.createApiReference(", or one with the id "api-reference"',
  sign: "script#api-reference",
  scripts: [
    {
      word: "createApiReference",
      after: /\bScalar\s*\.\s*createApiReference\s*\(/g,
      leads: (values) => values.filter((it) => it.kind !== "string").flatMap(configured),
    },
  ],
  elements: [
    { selector: "script#api-reference", leads: inBody },
    { selector: "script#api-reference[data-url]", leads: namedIn("data-url") },
    { selector: "script#api-reference[data-configuration]", leads: inConfiguration },
  ],
};

/** The body from its start in the page's own text: a `</script>` in the description would end the element. */
function inBody(element: Element, page: Page): readonly Lead[] {
  const { start } = page.insideOf(element);
  return described(expressionAt(plainPassage(page.input.text), start)).filter((it) => it.kind === "object");
}

function inConfiguration(element: Element, page: Page): readonly Lead[] {
  const passage = attributeOf(element, "data-configuration", page);
  return passage === undefined ? [] : configured(expressionAt(passage, 0));
}

/** A configuration; a list of them, or of sources in it, shows the first. Earlier ones have all of it in `spec`. */
function configured(configuration: Expression | undefined): readonly Lead[] {
  const all = configuration?.kind === "array" ? itemsOf(configuration) : [configuration];
  const [first] = all;
  const sources = itemsOf(memberOf(first, "sources"));
  return oneOf(sources.length > 0 ? sources : all, [first, memberOf(first, "spec"), sources[0]].flatMap(held));
}

const held = (it: Expression | undefined): readonly Lead[] => [
  ...described(memberOf(it, "content")),
  ...named(memberOf(it, "url")),
];
