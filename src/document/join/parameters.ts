import type { Cursor } from "../cursor.js";
import { edited, isContainer, isObject } from "../values.js";
import { type Fact, type Join, referred, resolved } from "./fact.js";
import { joinParameter } from "./parameter.js";

/** An operation and the path item that holds it, which may have parameters for all of its operations. */
export interface Holder {
  readonly item: Cursor;
  readonly operation: Cursor;
}

/** What the earlier input calls the path parameters of the later one. */
export type Renames = ReadonlyMap<string, string>;

/** The parameters of one operation in two inputs, met by place and name; undefined when the later one adds nothing. */
export function joinParameters(join: Join, earlier: Holder, later: Holder, renames: Renames): Fact | undefined {
  const own = parametersOf(earlier, new Map());
  const other = parametersOf(later, renames);
  const joined = own.map((it) => ({ ...it, fact: joinOne(join, it, other) }));
  const added = other.filter(({ key }) => own.every((it) => it.key !== key)).map(taken);
  const isChanged = (it: (typeof joined)[number]): boolean => it.fact.value !== it.node.value;
  if (added.length === 0 && !joined.some(isChanged)) return undefined;
  // What the path item says stays there, as long as nothing is added to it.
  const listed = joined.filter((it) => !it.inItem || isChanged(it)).map((it) => it.fact);
  return listOf(join, [...listed, ...added], originOf(earlier) ?? originOf(later) ?? earlier.operation.origin);
}

/** The parameters of a later operation that is taken as it is, with those of its path item. */
export function takeParameters(join: Join, later: Holder, renames: Renames): Fact | undefined {
  const all = parametersOf(later, renames);
  return all.length === 0 ? undefined : listOf(join, all.map(taken), originOf(later) ?? later.operation.origin);
}

interface Parameter {
  /** Place and name: what tells parameters apart (OpenAPI 3.1.1, section 4.8.12). */
  readonly key: string;
  readonly name: string;
  /** As it stands in the list, maybe a reference. */
  readonly node: Cursor;
  readonly inItem: boolean;
}

/** Those of the operation, then those of the path item that the operation does not replace. */
function parametersOf({ item, operation }: Holder, renames: Renames): readonly Parameter[] {
  const own = operation.items("parameters").flatMap((it) => parameterOf(it, false, renames));
  const shared = item.items("parameters").flatMap((it) => parameterOf(it, true, renames));
  return [...own, ...shared.filter(({ key }) => own.every((it) => it.key !== key))];
}

function parameterOf(node: Cursor, inItem: boolean, renames: Renames): readonly Parameter[] {
  const target = resolved(node);
  const [place, written] = [target?.text("in"), target?.text("name")];
  if (place === undefined || written === undefined) return [];
  const name = (place === "path" ? renames.get(written) : undefined) ?? written;
  return [{ key: `${place} ${name}`, name, node, inItem }];
}

function joinOne(join: Join, { key, node }: Parameter, others: readonly Parameter[]): Fact {
  const other = others.find((it) => it.key === key);
  return other === undefined ? node : referred(joinParameter)(join, node, other.node);
}

/** A parameter of the later input, by the name that it has from now on. */
function taken({ node, name }: Parameter): Fact {
  const target = resolved(node);
  if (target === undefined || target.text("name") === name || !isObject(target.value)) return node;
  return { value: edited(target.value, { name }), origin: target.origin };
}

function listOf({ places }: Join, facts: readonly Fact[], origin: Fact["origin"]): Fact {
  for (const { value, origin: own } of facts) if (isContainer(value)) places.put(value, own);
  return { value: facts.map((it) => it.value), origin };
}

const originOf = ({ item, operation }: Holder): Fact["origin"] | undefined =>
  (operation.get("parameters") ?? item.get("parameters"))?.origin;
