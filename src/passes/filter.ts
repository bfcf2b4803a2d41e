import { nearest } from "../diagnostics/nearest.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Operation } from "../ir/types.js";
import type { Pass } from "./pass.js";
import { reachableTypes } from "./reachable.js";

/** Keeps the operations that were asked for, by id or by tag, and only the types that they reach. */
export const filter: Pass = {
  name: "filter",
  run: (api, { operations, tags }, diagnostics) => {
    if (operations.length === 0 && tags.length === 0) return api;
    reportUnmatched(
      diagnostics,
      "the operationId",
      operations,
      api.operations.map((it) => it.id),
    );
    reportUnmatched(
      diagnostics,
      "the tag",
      tags,
      api.operations.map((it) => it.group),
    );
    const kept = api.operations.filter((it) => isAskedFor(it, operations, tags));
    const ids = new Set(kept.map((it) => it.id));
    // A callback belongs to the operation that asks for it.
    const incoming = api.incoming.filter((it) => it.operation !== undefined && ids.has(it.operation));
    const reached = reachableTypes(kept, incoming, api.types);
    return { ...api, operations: kept, incoming, types: api.types.filter((it) => reached.has(it.id)) };
  },
};

const isAskedFor = ({ id, group }: Operation, operations: readonly string[], tags: readonly string[]): boolean =>
  operations.includes(id) || tags.includes(group);

function reportUnmatched(
  diagnostics: Diagnostics,
  what: string,
  asked: readonly string[],
  existing: readonly string[],
): void {
  const known = new Set(existing);
  for (const name of asked) {
    if (known.has(name)) continue;
    const near = nearest(name, known);
    diagnostics.report("filter/no-match", undefined, {
      what,
      name,
      suggestion: near ? ` Did you mean "${near}"?` : "",
    });
  }
}
