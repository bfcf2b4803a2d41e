import { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Operation, Pagination, TypeId } from "../../ir/types.js";
import type { Pass } from "../pass.js";
import { asked } from "./asked.js";
import { saidByExtension } from "./extensions.js";
import { listingOf } from "./listing.js";
import { recognised } from "./recognise.js";
import type { PaginationRule } from "./rule.js";
import { Shapes } from "./shape.js";

/**
 * Tells which operations give a list page by page, and how: as the configuration says, else as an extension of the
 * description does, else as it is recognised. Runs when the types are final, since it keeps the type of an item.
 */
export const pagination: Pass = {
  name: "pagination",
  run: (api, { pagination: rules }, diagnostics, remember) => {
    if (rules === false) return api;
    const types = new Map(api.types.map((it) => [it.id, it.type]));
    const told = JSON.stringify(rules);
    const answers = { declared: (id: TypeId) => types.get(id) };
    const operations = api.operations.map((it) => {
      const { paged, said } = remember(it.id, [it, told], answers, (ask) => {
        const own: Context = { shapes: new Shapes(ask.declared), rules, diagnostics: new Diagnostics() };
        const found = paginationOf(it, own);
        return { paged: found === undefined ? it : { ...it, pagination: found }, said: own.diagnostics };
      });
      diagnostics.add(said);
      return paged;
    });
    return { ...api, operations };
  },
};

/** Says which rules name operations that do not exist. Runs before any is filtered out. */
export const paginationRules: Pass = {
  name: "pagination-rules",
  run: (api, { pagination: rules }, diagnostics) => {
    const known = new Set<string>(api.operations.map((it) => it.id));
    const named = (rules === false ? [] : rules).flatMap((it) => it.operations ?? []);
    for (const operation of named.filter((it) => !known.has(it))) {
      diagnostics.report("pagination/no-operation", undefined, { operation });
    }
    return api;
  },
};

interface Context {
  readonly shapes: Shapes;
  readonly rules: readonly PaginationRule[];
  readonly diagnostics: Diagnostics;
}

function paginationOf(operation: Operation, ctx: Context): Pagination | undefined {
  const { shapes, rules, diagnostics } = ctx;
  for (const rule of rules) {
    const named = rule.operations?.includes(operation.id) === true;
    if (rule.operations !== undefined && !named) continue;
    if (rule.by === "none") return undefined;
    const answer = asked(rule, operation, shapes);
    if (answer.ok) return answer.pagination;
    // A rule for all operations is for those that it fits.
    if (!named) continue;
    diagnostics.report("pagination/no-fit", operation.origin, { operation: operation.id, missing: answer.missing });
    return undefined;
  }
  const said = saidByExtension(operation, shapes, diagnostics);
  if (said !== undefined) return said === "none" ? undefined : said;
  const listing = listingOf(operation, shapes);
  return listing && recognised(listing);
}
