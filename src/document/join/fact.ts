import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Origin } from "../../diagnostics/origin.js";
import type { Cursor } from "../cursor.js";
import type { Places } from "../places.js";
import { isContainer, setMember } from "../values.js";

/** What a join works with. */
export interface Join {
  readonly places: Places;
  readonly diagnostics: Diagnostics;
}

/**
 * A value and who wrote it where. Each cursor is one: to keep what the earlier input says, or to take what the later one
 * says, is to return its cursor.
 */
export interface Fact {
  readonly value: unknown;
  readonly origin: Origin;
}

/** What becomes of a node that both inputs have. */
export type Rule = (join: Join, earlier: Cursor, later: Cursor) => Fact;

/** The earlier input counts, whatever the later one says. */
export const keep: Rule = (_, earlier) => earlier;

/** Rules by member; those that have none are kept. Members that the earlier input lacks come from the later one. */
export function members(rules: Readonly<Record<string, Rule>>): Rule {
  const table = new Map(Object.entries(rules));
  return (join, earlier, later) =>
    withChanges(
      join,
      earlier,
      changes(join, earlier, later, (key) => table.get(key) ?? keep),
    );
}

/** One rule for all members: those of a map by names of the author's choice. */
export function named(rule: Rule): Rule {
  return (join, earlier, later) =>
    withChanges(
      join,
      earlier,
      changes(join, earlier, later, () => rule),
    );
}

/** A rule for what may stand as a reference on either side. A reference stays as long as nothing is added to what it names. */
export function referred(rule: Rule): Rule {
  return (join, earlier, later) => {
    const [from, to] = [resolved(earlier), resolved(later)];
    if (from === undefined || to === undefined) return earlier;
    const fact = rule(join, from, to);
    return fact.value === from.value ? earlier : fact;
  };
}

/** What a node is, behind any references; undefined when they lead nowhere. */
export function resolved(node: Cursor): Cursor | undefined {
  const seen = new Set<string>();
  let at: Cursor | undefined = node;
  for (let reference = at.text("$ref"); reference !== undefined; reference = at?.text("$ref")) {
    if (seen.has(reference)) return undefined;
    seen.add(reference);
    at = at?.resolve(reference);
  }
  return at;
}

/** What changes in an object; undefined takes a member out. */
export type Changes = ReadonlyMap<string, Fact | undefined>;

export function changes(
  join: Join,
  earlier: Cursor,
  later: Cursor,
  ruleOf: (key: string) => Rule,
): Map<string, Fact | undefined> {
  const changed = new Map<string, Fact | undefined>();
  for (const [key, other] of later.entries()) {
    const own = earlier.get(key);
    const fact = own === undefined || isMissing(own) ? other : ruleOf(key)(join, own, other);
    if (fact.value !== own?.value) changed.set(key, fact);
  }
  return changed;
}

/** Whether a member says nothing: an empty text, or YAML's empty value. */
export const isMissing = (node: Cursor): boolean => node.value === "" || node.value === null;

/** The object with the changes; the node itself where there are none. */
export function withChanges(join: Join, node: Cursor, changed: Changes): Fact {
  return changed.size === 0 ? node : { value: changedCopy(join, node, changed), origin: node.origin };
}

/** A copy of the object with the changes. */
export function changedCopy(join: Join, node: Cursor, changed: Changes): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  if (isContainer(node.value)) join.places.inherit(node.value, made);
  for (const [key, member] of node.entries()) {
    if (!changed.has(key)) setMember(made, key, member.value);
    else setFact(join, made, key, changed.get(key));
  }
  for (const [key, fact] of changed) if (!node.has(key)) setFact(join, made, key, fact);
  return made;
}

export function setFact({ places }: Join, made: Record<string, unknown>, key: string, fact: Fact | undefined): void {
  if (fact === undefined) return;
  setMember(made, key, fact.value);
  places.putMember(made, key, fact.value, fact.origin);
}
