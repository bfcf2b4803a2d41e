import type { Origin } from "../../diagnostics/origin.js";
import type { Cursor } from "../cursor.js";
import { resolved } from "../join/fact.js";
import { listHomes, spotsOf } from "../join/index-paths.js";

/** Something that the joined description says, and who wrote it where. */
export interface Fact {
  /** Such as `parameter limit in query: schema`. */
  readonly what: string;
  readonly origin: Origin;
  /** Another input than the operation's own says it. */
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
    spotsOf(home).map(({ method, path, operation }): OperationFacts => {
      const facts = [
        ...members("", operation, ["operationId", "summary", "description", "deprecated", "tags"]),
        ...inherited("servers", [operation, home.item, root]),
        ...inherited("security", [operation, root]),
        ...parametersOf(home.item, operation).flatMap(parameterFacts),
        ...bodyFacts(operation),
        ...responseFacts(operation),
      ];
      return {
        id: operation.text("operationId"),
        method: method.toUpperCase(),
        path,
        origin: operation.origin,
        facts: facts.map(([what, node]) => ({
          what,
          origin: node.origin,
          filledIn: node.origin.source !== operation.origin.source,
        })),
      };
    }),
  );
}

/** What a fact is called, and the node that says it. */
type Said = readonly [what: string, node: Cursor];

const members = (lead: string, node: Cursor, keys: readonly string[]): readonly Said[] =>
  keys.flatMap((key) => {
    const member = node.get(key);
    return member === undefined ? [] : [[lead + key, member] as const];
  });

/** What the nearest holder says that says anything. */
function inherited(key: string, holders: readonly Cursor[]): readonly Said[] {
  const holder = holders.find((it) => it.has(key));
  return holder === undefined ? [] : members("", holder, [key]);
}

function parametersOf(item: Cursor, operation: Cursor): readonly Cursor[] {
  const all = [...item.items("parameters"), ...operation.items("parameters")].flatMap((it) => resolved(it) ?? []);
  return [...new Map(all.map((it) => [`${it.text("in")} ${it.text("name")}`, it])).values()];
}

function parameterFacts(parameter: Cursor): readonly Said[] {
  const name = `parameter ${parameter.text("name")} in ${parameter.text("in")}`;
  return [
    [name, parameter],
    ...members(`${name}: `, parameter, ["required", "description", "style", "explode", "schema"]),
    ...contentFacts(`${name}: `, parameter),
  ];
}

function bodyFacts(operation: Cursor): readonly Said[] {
  const node = operation.get("requestBody");
  const body = node && resolved(node);
  return body === undefined
    ? []
    : [...members("body: ", body, ["required", "description"]), ...contentFacts("body: ", body)];
}

const responseFacts = (operation: Cursor): readonly Said[] =>
  operation.entries("responses").flatMap(([status, node]) => {
    const response = resolved(node);
    if (response === undefined || status.startsWith("x-")) return [];
    const name = `response ${status}`;
    return [
      [name, node] as const,
      ...members(`${name}: `, response, ["description", "headers"]),
      ...contentFacts(`${name}: `, response),
    ];
  });

/** Each media type, with what its values are where that is told. */
const contentFacts = (lead: string, holder: Cursor): readonly Said[] =>
  holder.entries("content").flatMap(([type, node]) => {
    const told = members(`${lead}${type}: `, node, ["schema", "itemSchema", "encoding"]);
    return told.length > 0 ? told : [[`${lead}${type}`, node] as const];
  });
