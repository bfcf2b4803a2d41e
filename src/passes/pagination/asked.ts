import type { NextPage, Operation, PageParam, Pagination, Path } from "../../ir/types.js";
import { listingOf, type Listing } from "./listing.js";
import type { PagedBy, RulePath } from "./rule.js";
import type { Shapes } from "./shape.js";

/** What a rule comes to for an operation, or the part of the rule that the operation does not have. */
export type Answer =
  { readonly ok: true; readonly pagination: Pagination } | { readonly ok: false; readonly missing: string };

/** Reads a rule as it stands: what it names must be there, of whatever type it is. */
export function asked(rule: PagedBy, operation: Operation, shapes: Shapes): Answer {
  const at = rule.items === undefined ? undefined : pathOf(rule.items);
  const listing = listingOf(operation, shapes, at);
  if (listing === undefined) {
    return {
      ok: false,
      missing: at === undefined ? "a list as its answer" : `a list at "${at.join(".")}" in its answer`,
    };
  }
  const missing = [...placesOf(rule).filter((it) => !isIn(listing, it)), ...itemPlaces(rule, listing)].map(
    (it) => `"${it.join(".")}" in its answer`,
  );
  const unknown = paramsOf(rule).filter((name) => paramNamed(listing, name) === undefined);
  const [first] = [...missing, ...unknown.map((it) => `a parameter "${it}"`)];
  if (first !== undefined) return { ok: false, missing: first };
  return { ok: true, pagination: { items: listing.items, item: listing.item, next: nextOf(rule, listing) } };
}

export const pathOf = (path: RulePath): Path => (typeof path !== "string" ? path : path === "" ? [] : path.split("."));

const isIn = ({ shapes, body }: Listing, path: Path): boolean => shapes.at(body, path) !== undefined;

/** The places that a rule names in the body of an answer. */
function placesOf(rule: PagedBy): readonly Path[] {
  const paths = [
    rule.more,
    rule.by === "cursor" || rule.by === "link" ? rule.from : undefined,
    rule.by === "offset" || rule.by === "page" ? rule.total : undefined,
  ];
  return paths.flatMap((it) => (it === undefined ? [] : [pathOf(it)]));
}

/** What `lastItem` names in an item and no item has. */
function itemPlaces(rule: PagedBy, { shapes, item }: Listing): readonly Path[] {
  if (rule.by !== "lastItem") return [];
  const path = pathOf(rule.from ?? "id");
  return shapes.alternatives(item).some((it) => shapes.at(it, path) !== undefined) ? [] : [path];
}

const paramsOf = (rule: PagedBy): readonly string[] => [
  ...("param" in rule ? [rule.param] : []),
  ...(rule.by === "lastItem" && rule.back !== undefined ? [rule.back] : []),
];

function paramNamed({ params }: Listing, wanted: string): PageParam | undefined {
  const found = params.find((it) => it.name === wanted);
  return found && { in: found.in, name: found.name };
}

/** `asked` has seen that all of it is there. */
function nextOf(rule: PagedBy, listing: Listing): NextPage {
  const param = (name: string): PageParam => paramNamed(listing, name) ?? { in: "query", name };
  const more = rule.more === undefined ? {} : { more: pathOf(rule.more) };
  switch (rule.by) {
    case "cursor":
      return { kind: "cursor", from: pathOf(rule.from), to: param(rule.param), ...more };
    case "lastItem": {
      const back = rule.back === undefined ? {} : { back: param(rule.back) };
      return { kind: "lastItem", from: pathOf(rule.from ?? "id"), to: param(rule.param), ...back, ...more };
    }
    case "offset":
    case "page": {
      const total = rule.total === undefined ? {} : { total: pathOf(rule.total) };
      const start = rule.start ?? (rule.by === "page" ? 1 : 0);
      return { kind: rule.by, to: param(rule.param), start, ...total, ...more };
    }
    case "link":
      return { kind: "link", from: pathOf(rule.from), ...more };
    case "linkHeader":
      return { kind: "linkHeader" };
  }
}
