import { type Cursor, Graph } from "./cursor.js";
import { type Fact, type Join, resolved, withChanges } from "./join/fact.js";
import { isContainer, isObject } from "./values.js";

/**
 * What stands beside the `$ref` of a path item holds together with what that names (OpenAPI 3.1, section 4.8.9), so such
 * an item is written out. Of a field that both have the item's own counts; parameters are those of both.
 */
export function withWholeItems(join: Join, graph: Graph): Graph {
  const { root } = graph;
  const changed = HOLDERS.flatMap((key): readonly (readonly [string, Fact])[] => {
    const items = root.get(key);
    const whole = items && wholeItems(join, items);
    return whole === undefined || whole === items ? [] : [[key, whole]];
  });
  if (changed.length === 0) return graph;
  const { value, origin } = withChanges(join, root, new Map(changed));
  if (isContainer(value)) join.places.put(value, origin);
  return new Graph(value, join.places);
}

const HOLDERS = ["paths", "webhooks"];

function wholeItems(join: Join, items: Cursor): Fact {
  const { value } = items;
  // Seldom is there one, and to look at the values alone costs next to nothing.
  if (!isObject(value) || !Object.values(value).some(isReferenceAndMore)) return items;
  const partial = items.entries().filter(([, it]) => isReferenceAndMore(it.value));
  return withChanges(join, items, new Map(partial.map(([key, it]) => [key, wholeItem(join, it)])));
}

const isReferenceAndMore = (item: unknown): boolean =>
  isObject(item) && typeof item["$ref"] === "string" && Object.keys(item).length > 1;

/** Where a reference leads nowhere the item stays as it is: that is said when it is read. */
function wholeItem(join: Join, item: Cursor): Fact {
  const target = resolved(item);
  if (target === undefined) return item;
  const missing = target.entries().filter(([key]) => !item.has(key));
  const parameters = item.has("parameters") ? [["parameters", parametersOf(join, item, target)] as const] : [];
  return withChanges(join, item, new Map<string, Fact | undefined>([["$ref", undefined], ...missing, ...parameters]));
}

function parametersOf({ places }: Join, item: Cursor, target: Cursor): Fact {
  const identity = (it: Cursor): string => `${resolved(it)?.text("in")} ${resolved(it)?.text("name")}`;
  const own = item.items("parameters");
  const known = new Set(own.map(identity));
  const all = [...own, ...target.items("parameters").filter((it) => !known.has(identity(it)))];
  for (const { value, origin } of all) if (isContainer(value)) places.put(value, origin);
  return { value: all.map((it) => it.value), origin: (item.get("parameters") ?? item).origin };
}
