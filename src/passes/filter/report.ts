import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import { nearest } from "../../diagnostics/nearest.js";
import type { Rule } from "./filter.js";
import type { Pattern } from "./pattern.js";
import type { Subject } from "./subject.js";

/** Says which entries of the filters match nothing: who asks for something that is not there has made a slip. */
export function reportUnmatched(rules: readonly Rule[], subjects: readonly Subject[], diagnostics: Diagnostics): void {
  for (const { kind, patterns } of rules) {
    const known = new Set(subjects.flatMap((it) => it[kind]));
    for (const pattern of patterns) {
      if (![...known].some((it) => pattern.matches(it))) report(kind, pattern, known, diagnostics);
    }
  }
}

function report(
  kind: Rule["kind"],
  { text, excludes }: Pattern,
  known: Iterable<string>,
  diagnostics: Diagnostics,
): void {
  const near = nearest(text, known);
  const suggestion = near === undefined ? "" : ` Did you mean "${near}"?`;
  const code = excludes ? "filter/excludes-nothing" : "filter/no-match";
  diagnostics.report(code, undefined, { what: WHAT[kind], name: text, suggestion });
}

const WHAT: Readonly<Record<Rule["kind"], string>> = {
  operations: "the operationId",
  tags: "the tag",
  paths: "the path",
  methods: "the method",
};
