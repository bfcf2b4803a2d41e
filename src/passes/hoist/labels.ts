import { isLeaf } from "../../ir/visit.js";
import type { Type } from "../../ir/types.js";

/** What the members of a union are called: nothing need be said of a single one, else each by a value that only it has. */
export type Labels = "single" | readonly (string | undefined)[];

export function labelsOf(members: readonly Type[]): Labels {
  if (members.filter((it) => !isLeaf(it)).length < 2) return "single";
  const objects = members.filter((it) => it.kind === "object");
  const tag = objects[0]?.properties.find((it) => isTag(objects, it.wireName))?.wireName;
  return members.map((it) => (tag === undefined ? undefined : literalOf(it, tag)));
}

/** Whether each object has a text of its own as the only value of the property. */
function isTag(objects: readonly Type[], wireName: string): boolean {
  const values = new Set<string>();
  return objects.every((it) => {
    const value = literalOf(it, wireName);
    return value !== undefined && !values.has(value) && values.add(value);
  });
}

function literalOf(type: Type, wireName: string): string | undefined {
  const found = type.kind === "object" ? type.properties.find((it) => it.wireName === wireName)?.type : undefined;
  return found?.kind === "literal" && typeof found.value === "string" ? found.value : undefined;
}
