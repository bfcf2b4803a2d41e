import { isLeaf } from "../../ir/visit.js";
import type { Type } from "../../ir/types.js";

/** What the members of a union are called: nothing need be said of a single one, else each by a value that only it has. */
export type Labels = "single" | readonly (string | undefined)[];

export function labelsOf(members: readonly Type[]): Labels {
  if (members.filter((it) => !isLeaf(it)).length < 2) return "single";
  const tags = members.flatMap((it) => (it.kind === "object" ? it.properties : [])).map((it) => it.wireName);
  const tag = tags.find((name) => isTag(members, name));
  return members.map((it) => (tag === undefined ? undefined : literalOf(it, tag)));
}

/** Whether each object has a text of its own as the only value of the property. */
function isTag(members: readonly Type[], wireName: string): boolean {
  const values = members.filter((it) => it.kind === "object").map((it) => literalOf(it, wireName));
  return !values.includes(undefined) && new Set(values).size === values.length;
}

function literalOf(type: Type, wireName: string): string | undefined {
  const found = type.kind === "object" ? type.properties.find((it) => it.wireName === wireName)?.type : undefined;
  return found?.kind === "literal" && typeof found.value === "string" ? found.value : undefined;
}
