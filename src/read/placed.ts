import type { Range } from "../diagnostics/diagnostics.js";
import { append, tokensOf } from "../diagnostics/pointer.js";
import type { Content } from "./format.js";
import { jsonLocator } from "./json/locate.js";
import { type Passage, placedIn } from "./passage.js";
import type { Source } from "./source.js";
import { writtenIn as writtenAt } from "./written.js";

/**
 * A tree of plain values that a reader puts together from a text of another form: each node with the stretch of the
 * text that says so. `json` is what a value was parsed from, where that is not what stands there, and `places` the way
 * from its offsets back to the text, where that is known; it is asked for with the first place.
 */
export type Placed =
  | Value
  | { readonly kind: "object"; readonly range: Range; readonly members: ReadonlyMap<string, Placed> }
  | { readonly kind: "list"; readonly range: Range; readonly items: readonly Placed[] };

export type Places = () => Passage["placeOf"] | undefined;

interface Value {
  readonly kind: "value";
  readonly range: Range;
  readonly value: unknown;
  readonly json?: string;
  readonly places?: Places;
}

export const value = (range: Range, it: unknown): Placed => ({ kind: "value", range, value: it });

/** The value of a JSON text; throws where it is none. */
export const parsed = (range: Range, json: string, places?: Places): Placed => ({
  kind: "value",
  range,
  value: JSON.parse(json) as unknown,
  json,
  ...(places && { places }),
});

export const list = (range: Range, items: readonly Placed[]): Placed => ({ kind: "list", range, items });

/** Members that are undefined are left out. */
export const object = (range: Range, members: Readonly<Record<string, Placed | undefined>>): Placed => ({
  kind: "object",
  range,
  members: new Map(Object.entries(members).filter((it): it is [string, Placed] => it[1] !== undefined)),
});

/** What stands in JSON that was parsed, by the keys that lead to it; all of it where they lead further than there is. */
export function inside(node: Placed, ...way: readonly string[]): Placed {
  if (node.kind !== "value" || node.json === undefined) return node;
  const { json, places } = node;
  const { start, end } = jsonLocator(json)(way.reduce(append, ""), "value");
  const placeOf = places?.();
  const range = placeOf === undefined ? node.range : placedIn({ text: json, placeOf }, { start, end });
  return parsed(range, json.slice(start, end), () => placeOf && ((offset) => placeOf(start + offset)));
}

/** The plain values, and the way back from them to the text. */
export function contentOf(root: Placed): Content {
  const locators = new Map<Value, Source["locate"]>();
  const locatorOf = (node: Value, json: string): Source["locate"] => {
    const locate = locators.get(node) ?? jsonLocator(json);
    locators.set(node, locate);
    return locate;
  };
  return {
    value: plain(root),
    locate(pointer, at) {
      const { node, rest } = find(root, tokensOf(pointer));
      if (rest.length === 0 || node.kind !== "value" || node.json === undefined) return node.range;
      const placeOf = node.places?.();
      const range = locatorOf(node, node.json)(rest.reduce(append, ""), at);
      return placeOf === undefined ? node.range : placedIn({ text: node.json, placeOf }, range);
    },
    /** How scalars are written in the JSON that values were parsed from. */
    written(pointer) {
      const { node, rest } = find(root, tokensOf(pointer));
      if (node.kind !== "value" || node.json === undefined) return undefined;
      return writtenAt(node.json, locatorOf(node, node.json))(rest.reduce(append, ""));
    },
  };
}

function plain(node: Placed): unknown {
  switch (node.kind) {
    case "value":
      return node.value;
    case "object":
      return Object.fromEntries([...node.members].map(([key, member]) => [key, plain(member)]));
    case "list":
      return node.items.map(plain);
  }
}

/** The node that tokens lead to, or the last one on the way, and the tokens that lead further. */
function find(root: Placed, tokens: readonly string[]): { readonly node: Placed; readonly rest: readonly string[] } {
  let node = root;
  for (const [i, token] of tokens.entries()) {
    const next =
      node.kind === "object" ? node.members.get(token) : node.kind === "list" ? node.items[Number(token)] : undefined;
    if (next === undefined) return { node, rest: tokens.slice(i) };
    node = next;
  }
  return { node, rest: [] };
}
