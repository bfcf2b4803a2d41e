import { mapAll, mapInner } from "../../ir/map.js";
import type { Type, TypeOf } from "../../ir/types.js";
import { isLeaf } from "../../ir/visit.js";
import type { Claims } from "./claims.js";
import { narrow, propertiesOf, takes, type TypesById } from "./narrow.js";

/** A type with the unions in it, of which a member that others of them extend has its own values only: it is none of these there. */
export function apart(type: Type, claims: Claims, all: TypesById): Type {
  if (isLeaf(type)) return type;
  const changed = mapInner(type, (it) => apart(it, claims, all));
  if (changed.kind !== "union") return changed;
  const members = mapAll(changed.members, (it) => (it.kind === "ref" ? memberApart(it, changed, claims, all) : it));
  return members === changed.members ? changed : { ...changed, members };
}

function memberApart(member: TypeOf<"ref">, { members, tag }: TypeOf<"union">, claims: Claims, all: TypesById): Type {
  const known = claims.get(member.id);
  if (known === undefined || tag?.fallback === member.id) return member;
  const others = members.flatMap((it) => (it.kind === "ref" && it.id !== member.id ? (claims.get(it.id) ?? []) : []));
  return known.reduce<Type>((type, { wireName, own, values }) => {
    const isOthers = (value: string): boolean =>
      !own.has(value) && others.some((it) => it.wireName === wireName && it.own.has(value));
    const properties = propertiesOf(member, wireName, all);
    const [property] = properties;
    if (property === undefined || ![...values].some(isOthers)) return type;
    if (!properties.every((it) => takes(it.type, own, all))) return type;
    return narrow(type, { ...property, doc: {} }, own) ?? type;
  }, member);
}
