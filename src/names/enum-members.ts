import type { TypeDecl, TypeOf } from "../ir/types.js";
import { Scope } from "./scope.js";
import { pascalCase } from "./words.js";

/**
 * What the values of an enumerated type are called, in their order: as the description calls them, else the words of the
 * value. Two that would be called the same are called by their values as they are.
 */
export function enumMembers({ type }: TypeDecl): readonly string[] {
  const scope = new Scope<string>(new Set());
  const literals = (type.kind === "union" ? type.members : [type]).filter((it) => it.kind === "literal");
  const wanted = literals.map(nameOf);
  return literals.map((it, i) => {
    const name = nameOf(it);
    const isAlone = wanted.indexOf(name) === i && wanted.lastIndexOf(name) === i;
    return scope.claim(`${i}`, [...(isAlone ? [name] : []), String(it.value)]);
  });
}

const nameOf = ({ label, value }: TypeOf<"literal">): string => label ?? pascalCase([String(value)]);
