import { plainPassage } from "../../../passage.js";
import type { Element, Page } from "../../page.js";
import { attributeOf } from "../attribute.js";
import { expressionAt, memberOf } from "../code/expression.js";
import type { Form } from "../form.js";
import { described, type Lead, named } from "../lead.js";

/** ReadMe: its pages bring what their program starts with, as the text of a script element or, earlier, in an attribute of it. */
export const readme: Form = {
  name: "ReadMe",
  marker: 'a script with the id "ssr-props"',
  sign: "script#ssr-props",
  scripts: [],
  elements: [{ selector: "script#ssr-props", leads: inProps }],
};

function inProps(element: Element, page: Page): readonly Lead[] {
  const attribute = attributeOf(element, "data-initial-props", page);
  const props =
    attribute === undefined
      ? expressionAt(plainPassage(page.input.text), page.insideOf(element).start)
      : expressionAt(attribute, 0);
  return [
    ...described(memberOf(props, "document", "api", "schema")),
    ...described(memberOf(props, "oasDefinition")),
    ...named(memberOf(props, "oasPublicUrl")),
  ];
}
