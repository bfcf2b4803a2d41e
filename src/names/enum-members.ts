import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { TypeDecl, TypeOf } from "../ir/types.js";
import type { Member } from "./names.js";
import { Scope } from "./scope.js";
import { pascalCase } from "./words.js";

/**
 * What the values of an enumerated type are called, in their order: as the description calls them, else the words of the
 * value. Two that would be called the same are called by their values as they are. What the lock holds comes before all that.
 */
export function enumMembers(
  { type, origin }: TypeDecl,
  { nameOf: heldOf, formerOf }: HeldMembers,
  diagnostics: Diagnostics,
): readonly Member[] {
  const scope = new Scope<string>(new Set());
  const literals = (type.kind === "union" ? type.members : [type]).filter((it) => it.kind === "literal");
  const wanted = literals.map(nameOf);
  const held = literals.map(({ value }, i) => {
    const name = heldOf(value);
    return name === undefined || scope.ownerOf(name) !== undefined ? undefined : scope.claim(`${i}`, [name]);
  });
  const names = literals.map((it, i) => {
    const kept = held[i];
    if (kept !== undefined) return kept;
    const name = nameOf(it);
    const isAlone = wanted.indexOf(name) === i && wanted.lastIndexOf(name) === i;
    return scope.claim(`${i}`, [...(isAlone ? [name] : []), String(it.value)]);
  });
  const isFree = (name: string): boolean => {
    if (scope.ownerOf(name) === undefined) return scope.claim(name, [name]) === name;
    diagnostics.report("names/alias-taken", origin, { name, reason: "is that of another value" });
    return false;
  };
  return names.map((name, i) => {
    const former = formerOf(literals[i]?.value ?? "").filter((it) => it !== name);
    return { name, former: [...new Set(former)].filter(isFree) };
  });
}

/** What the lock has of the values of a type. */
export interface HeldMembers {
  nameOf(value: Value): string | undefined;
  formerOf(value: Value): readonly string[];
}
type Value = TypeOf<"literal">["value"];

const nameOf = ({ label, value }: TypeOf<"literal">): string => label ?? pascalCase([String(value)]);
