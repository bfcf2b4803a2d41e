import type { Range } from "../../../diagnostics/diagnostics.js";
import { type Expression, rangeOf } from "./code/expression.js";
import type { Passage } from "../../passage.js";

/** Where a page has its description. `of` is how many the page can show, where there are several. */
export type Lead =
  /** An object in a script. */
  (
    | { readonly kind: "object"; readonly expression: Extract<Expression, { readonly kind: "object" }> }
    /** A text in JSON or YAML. */
    | { readonly kind: "text"; readonly passage: Passage }
    /** Another file. */
    | { readonly kind: "url"; readonly url: string; readonly range: Range }
  ) & { readonly of?: number };

/** The lead of a value that is the description: an object, or its text. */
export function described(it: Expression | undefined): readonly Lead[] {
  if (it?.kind === "object") return [{ kind: "object", expression: it }];
  return it?.kind === "string" && it.passage.text.trim() !== "" ? [{ kind: "text", passage: it.passage }] : [];
}

/** The lead of a value that names where the description is. */
export function named(it: Expression | undefined): readonly Lead[] {
  return it?.kind === "string" ? namedBy(it.passage.text, rangeOf(it)) : [];
}

/** The lead of a value that is the description itself, or names where it is. */
export const describedOrNamed = (it: Expression | undefined): readonly Lead[] =>
  it?.kind === "string" ? named(it) : described(it);

/** Leads to one of several descriptions. */
export const oneOf = (all: readonly unknown[], leads: readonly Lead[]): readonly Lead[] =>
  leads.map((it) => ({ ...it, of: all.length }));

export function namedBy(url: string, range: Range): readonly Lead[] {
  return url.trim() === "" ? [] : [{ kind: "url", url: url.trim(), range }];
}
