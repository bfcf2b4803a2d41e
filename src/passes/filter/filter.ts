import type { Diagnostics, Part } from "../../diagnostics/diagnostics.js";
import type { Api, IncomingCall, Operation } from "../../ir/types.js";
import type { Pass } from "../pass.js";
import { reachableTypes } from "../reachable.js";
import type { Filters } from "./filters.js";
import { type Pattern, patternOf } from "./pattern.js";
import { reportUnmatched } from "./report.js";
import { type Subject, subjectsOf } from "./subject.js";

/** Keeps the operations that were asked for, and only the types that they reach; what was said of the others does not count. */
export const filter: Pass = {
  name: "filter",
  run: (api, options, diagnostics) => {
    const rules = rulesOf(options);
    if (rules.length === 0 && options.deprecated && options.internal) {
      diagnostics.release(() => true);
      return api;
    }
    const { operations, webhooks } = subjectsOf(api);
    reportUnmatched(rules, [...operations.values(), ...webhooks.values()], diagnostics);
    const isKept = (subject: Subject | undefined): boolean => subject !== undefined && passes(subject, rules, options);
    // What is asked for and not found may stand behind a reference that leads nowhere.
    if (diagnostics.failed) diagnostics.release((it) => it.startsWith("path "));
    const kept = narrowed(
      api,
      api.operations.filter((it) => isKept(operations.get(it))),
      (it) => isKept(webhooks.get(it)),
      diagnostics,
    );
    const parts = partsOf(kept);
    diagnostics.release((it) => parts.has(it));
    return kept;
  },
};

/** The entries of one setting. */
export interface Rule {
  readonly kind: "operations" | "tags" | "paths" | "methods";
  readonly patterns: readonly Pattern[];
}

const KINDS: readonly Rule["kind"][] = ["operations", "tags", "paths", "methods"];

const rulesOf = (options: Filters): readonly Rule[] =>
  KINDS.map((kind) => ({
    kind,
    patterns: options[kind].map((it) => patternOf(kind === "methods" ? it.toUpperCase() : it)),
  })).filter(({ patterns }) => patterns.length > 0);

function passes(subject: Subject, rules: readonly Rule[], { deprecated, internal }: Filters): boolean {
  if ((subject.deprecated && !deprecated) || (subject.internal && !internal)) return false;
  if (rules.some((rule) => isNamed(subject, rule, true))) return false;
  const positive = rules.filter(({ patterns }) => patterns.some((it) => !it.excludes));
  const choosing = positive.filter((it) => it.kind !== "methods");
  const narrowing = positive.filter((it) => it.kind === "methods" && subject.methods.length > 0);
  const isChosen = choosing.length === 0 || choosing.some((it) => isNamed(subject, it, false));
  return isChosen && narrowing.every((it) => isNamed(subject, it, false));
}

/** Whether an entry of the rule matches, one that takes out or one that does not. */
const isNamed = (subject: Subject, { kind, patterns }: Rule, excludes: boolean): boolean =>
  patterns.some((it) => it.excludes === excludes && subject[kind].some((name) => it.matches(name)));

function narrowed(
  api: Api,
  operations: readonly Operation[],
  isKept: (webhook: IncomingCall) => boolean,
  diagnostics: Diagnostics,
): Api {
  const ids = new Set(operations.map((it) => it.id));
  // A callback belongs to the operation that asks for it.
  const incoming = api.incoming.filter((it) => (it.operation === undefined ? isKept(it) : ids.has(it.operation)));
  if (operations.length + incoming.length === 0 && !diagnostics.failed)
    diagnostics.report("filter/nothing-left", undefined, {});
  const reached = reachableTypes(operations, incoming, api.types);
  return { ...api, operations, incoming, types: api.types.filter((it) => reached.has(it.id)) };
}

const partsOf = ({ operations, incoming, types }: Api): ReadonlySet<Part> =>
  new Set([
    ...operations.map((it): Part => `operation ${it.id}`),
    ...incoming.map((it): Part => `webhook ${it.name}`),
    ...types.map((it): Part => `type ${it.id}`),
  ]);
