import type { Page } from "../page.js";
import { argumentsAt, expressionAt } from "./code/expression.js";
import type { Form } from "./form.js";
import type { Lead } from "./lead.js";
import type { Passage } from "../../passage.js";

/** The leads in a script, or in all that a page holds. */
export function* leadsInCode({ scripts }: Form, code: Passage): Generator<Lead> {
  for (const { word, after, leads } of scripts) {
    if (!code.text.includes(word)) continue;
    for (const { 0: found, index } of code.text.matchAll(after)) {
      const at = index + found.length;
      const values = found.endsWith("(") ? argumentsAt(code, at) : [expressionAt(code, at)];
      yield* leads(values.filter((it) => it !== undefined));
    }
  }
}

/** The leads in the elements of a page. */
export function* leadsInElements(form: Form, page: Page): Generator<Lead> {
  for (const { selector, leads } of form.elements)
    for (const element of page.all(selector)) yield* leads(element, page);
}

/** The lead that is followed: the first, even where it turns out to lead nowhere, since another would be a guess. */
export function firstOf(leads: Generator<Lead>): Lead | undefined {
  for (const lead of leads) return lead;
  return undefined;
}
