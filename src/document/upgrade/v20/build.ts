import type { Origin } from "../../../diagnostics/origin.js";
import type { Cursor } from "../../cursor.js";
import type { Fact } from "../../join/fact.js";
import { isContainer, setMember } from "../../values.js";
import type { V20 } from "./context.js";

export type Member = readonly [key: string, fact: Fact | undefined];

/** An object of the new shape, made of what its author wrote in several places; what is undefined is left out. */
export function build({ places }: V20, origin: Origin, members: Iterable<Member>): Fact {
  const value: Record<string, unknown> = {};
  for (const [key, fact] of members) {
    if (fact === undefined) continue;
    setMember(value, key, fact.value);
    places.putMember(value, key, fact.value, fact.origin);
  }
  return { value, origin };
}

export function buildList({ places }: V20, origin: Origin, facts: readonly Fact[]): Fact {
  for (const { value, origin: own } of facts) if (isContainer(value)) places.put(value, own);
  return { value: facts.map((it) => it.value), origin };
}

/** What the step adds of its own has the place of what it follows from. */
export const stated = (value: unknown, { origin }: Fact): Fact => ({ value, origin });

/** The members of a node that stay as they are. */
export const kept = (node: Cursor, changed: ReadonlySet<string>): readonly Member[] =>
  node.entries().filter(([key]) => !changed.has(key));

/** The members of a map, each made anew. Where there is no map, there is none of the new shape. */
export function eachOf(ctx: V20, node: Cursor | undefined, convert: (it: Cursor, key: string) => Fact | undefined) {
  if (node === undefined) return undefined;
  return build(
    ctx,
    node.origin,
    node.entries().map(([key, it]): Member => [key, key.startsWith("x-") && !it.isObject ? it : convert(it, key)]),
  );
}
