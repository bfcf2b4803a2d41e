import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Json, Operation, Pagination } from "../../ir/types.js";
import { asked } from "./asked.js";
import { fern, microsoft, speakeasy } from "./dialects.js";
import { ruleProblem } from "./rule-problem.js";
import type { PagedBy } from "./rule.js";
import type { Shapes } from "./shape.js";

/** What an extension says: a rule, `"none"` for no pages, or undefined where it is not understood. */
export type Said = PagedBy | "none" | undefined;

/** The extensions that speak of pages: our own, and those of tools that a description may have been written for. */
const dialects: readonly (readonly [name: string, read: (value: Json) => Said])[] = [
  ["x-pagination", own],
  ["x-ms-pageable", microsoft],
  ["x-speakeasy-pagination", speakeasy],
  ["x-fern-pagination", fern],
];

/**
 * What the extensions of an operation say of its pages; undefined where they say nothing. What cannot be read, or does
 * not fit, is reported, and the pages are recognised as if nothing had been said.
 */
export function saidByExtension(
  operation: Operation,
  shapes: Shapes,
  diagnostics: Diagnostics,
): Pagination | "none" | undefined {
  const { extensions } = operation;
  if (extensions === undefined) return undefined;
  for (const [name, read] of dialects) {
    const value = extensions[name];
    if (value === undefined) continue;
    const rule = read(value);
    if (rule === "none") return rule;
    const answer = rule && asked(rule, operation, shapes);
    if (answer?.ok === true) return answer.pagination;
    const reason = answer === undefined ? "it is not understood" : `the operation does not have ${answer.missing}`;
    diagnostics.report("pagination/extension", operation.origin, { name, reason });
  }
  return undefined;
}

/** A rule as the configuration has it, or false. */
function own(value: Json): Said {
  if (value === false) return "none";
  if (ruleProblem(value) !== undefined) return undefined;
  // The check that the configuration makes, too, has found no problem.
  const rule = value as unknown as PagedBy | { readonly by: "none" };
  return rule.by === "none" ? "none" : rule;
}
