import type { Origin } from "../../diagnostics/origin.js";
import type { Cursor } from "../cursor.js";
import { resolved } from "../join/fact.js";
import { listHomes, spotsOf } from "../join/index-paths.js";

/** Something that the joined description says, and who wrote it where. */
export interface Fact {
  /** Such as `parameter limit in query: schema`. */
  readonly what: string;
  readonly origin: Origin;
  /** Another input says it than the one that has the operation. */
  readonly filledIn: boolean;
}

export interface OperationFacts {
  readonly id: string | undefined;
  readonly method: string;
  readonly path: string;
  /** Where the operation was written: the inputs that it was filled from come behind. */
  readonly origin: Origin;
  readonly facts: readonly Fact[];
}

/** What is said of each operation, in the order of the description. */
export function factsOf(root: Cursor): readonly OperationFacts[] {
  return listHomes(root).flatMap((home) =>
    spotsOf(home).map(({ method, path, operation }): OperationFacts => ({
      id: operation.text("operationId"),
      method: method.toUpperCase(),
      path,
      origin: operation.origin,
      facts: [
        ...members({ node: operation }, ["operationId", "summary", "description", "deprecated", "tags"]),
        ...inherited("servers", [operation, home.item, root]),
        ...inherited("security", [operation, root]),
        ...parametersOf(home.item, operation).flatMap(parameterFacts),
        ...bodyFacts(operation),
        ...responseFacts(operation),
      ],
    })),
  );
}

/** A node in hand: how facts about it start, and whether all of it was filled in. */
interface Holder {
  readonly node: Cursor;
  readonly lead?: string;
  readonly filledIn?: boolean;
}

/**
 * A join tells by its origin that a member came from elsewhere than its holder. Compared is with the nearest holder, as
 * a reference to another file leads elsewhere too.
 */
const isFilledIn = (holder: Holder, member: Cursor): boolean =>
  holder.filledIn === true || member.origin.source !== holder.node.origin.source;

const members = (holder: Holder, keys: readonly string[]): readonly Fact[] =>
  keys.flatMap((key) => {
    const member = holder.node.get(key);
    return member === undefined ? [] : [fact((holder.lead ?? "") + key, member, isFilledIn(holder, member))];
  });

const fact = (what: string, { origin }: Cursor, filledIn: boolean): Fact => ({ what, origin, filledIn });

/** What the nearest holder says that says anything. */
function inherited(key: string, holders: readonly Cursor[]): readonly Fact[] {
  const holder = holders.find((it) => it.has(key));
  return holder === undefined ? [] : members({ node: holder }, [key]);
}

/** Those of the operation take the place of those of its path; each is in hand behind its reference. */
function parametersOf(item: Cursor, operation: Cursor): readonly Holder[] {
  const all = [item, operation].flatMap((holder) =>
    holder.items("parameters").flatMap((entry): readonly Holder[] => {
      const node = resolved(entry);
      return node === undefined ? [] : [{ node, filledIn: isFilledIn({ node: holder }, entry) }];
    }),
  );
  return [...new Map(all.map((it) => [`${it.node.text("in")} ${it.node.text("name")}`, it])).values()];
}

function parameterFacts({ node, filledIn = false }: Holder): readonly Fact[] {
  const name = `parameter ${node.text("name")} in ${node.text("in")}`;
  const holder = { node, filledIn, lead: `${name}: ` };
  return [
    fact(name, node, filledIn),
    ...members(holder, ["required", "description", "style", "explode", "schema"]),
    ...contentFacts(holder),
  ];
}

function bodyFacts(operation: Cursor): readonly Fact[] {
  const entry = operation.get("requestBody");
  const node = entry && resolved(entry);
  if (entry === undefined || node === undefined) return [];
  const holder = { node, filledIn: isFilledIn({ node: operation }, entry), lead: "body: " };
  return [...members(holder, ["required", "description"]), ...contentFacts(holder)];
}

const responseFacts = (operation: Cursor): readonly Fact[] =>
  operation.entries("responses").flatMap(([status, entry]) => {
    const node = resolved(entry);
    if (node === undefined || status.startsWith("x-")) return [];
    const filledIn = isFilledIn({ node: operation }, entry);
    const holder = { node, filledIn, lead: `response ${status}: ` };
    return [
      fact(`response ${status}`, entry, filledIn),
      ...members(holder, ["description", "headers"]),
      ...contentFacts(holder),
    ];
  });

/** Each media type, with what its values are where that is told. */
const contentFacts = (holder: Holder): readonly Fact[] =>
  holder.node.entries("content").flatMap(([type, node]) => {
    const filledIn = isFilledIn(holder, node);
    const what = `${holder.lead ?? ""}${type}`;
    const told = members({ node, filledIn, lead: `${what}: ` }, ["schema", "itemSchema", "encoding"]);
    return told.length > 0 ? told : [fact(what, node, filledIn)];
  });
