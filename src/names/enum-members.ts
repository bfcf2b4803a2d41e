import type { TypeDecl, TypeOf } from "../ir/types.js";
import { Scope } from "./scope.js";
import { pascalCase } from "./words.js";

/**
 * What the values of an enumerated type are called, in their order: as the description calls them, else the words of the
 * value. Two that would be called the same are called by their values as they are. What the lock holds comes before all that.
 */
export function enumMembers(
  { type }: TypeDecl,
  heldOf: (value: TypeOf<"literal">["value"]) => string | undefined,
): readonly string[] {
  const scope = new Scope<string>(new Set());
  const literals = (type.kind === "union" ? type.members : [type]).filter((it) => it.kind === "literal");
  const wanted = literals.map(nameOf);
  const held = literals.map(({ value }, i) => {
    const name = heldOf(value);
    return name === undefined || scope.ownerOf(name) !== undefined ? undefined : scope.claim(`${i}`, [name]);
  });
  return literals.map((it, i) => {
    const kept = held[i];
    if (kept !== undefined) return kept;
    const name = nameOf(it);
    const isAlone = wanted.indexOf(name) === i && wanted.lastIndexOf(name) === i;
    return scope.claim(`${i}`, [...(isAlone ? [name] : []), String(it.value)]);
  });
}

const nameOf = ({ label, value }: TypeOf<"literal">): string => label ?? pascalCase([String(value)]);
