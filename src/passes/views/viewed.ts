import { mapInner } from "../../ir/map.js";
import type { Inside } from "../inside.js";
import type { Property, Tag, Type, TypeId, TypeOf } from "../../ir/types.js";

export type Direction = "request" | "response";

/** A direction, and the ids of those types that have another in it. */
export interface View {
  readonly direction: Direction;
  readonly ids: ReadonlyMap<TypeId, TypeId>;
}

/** Whether what stands inside is another in a view, as seldom. */
export const changes = ({ hasReadOnly, hasWriteOnly, refs }: Inside, { direction, ids }: View): boolean =>
  (direction === "request" ? hasReadOnly : hasWriteOnly) || refs.some((it) => ids.has(it));

/** The type as it travels in a direction: without the properties that do not, and with references to what travels so. */
export function viewed(type: Type, view: View): Type {
  const { direction, ids } = view;
  const inner = (it: Type): Type => viewed(it, view);
  switch (type.kind) {
    case "ref": {
      const id = ids.get(type.id);
      return id === undefined ? type : { ...type, id };
    }
    case "object": {
      const travelling = type.properties.filter((it) => travels(it, direction));
      const isWhole = travelling.length === type.properties.length;
      return mapInner(isWhole ? type : { ...type, properties: travelling }, inner);
    }
    case "union":
      return type.tag === undefined
        ? mapInner(type, inner)
        : { ...type, members: type.members.map(inner), tag: viewedTag(type.tag, view) };
    case "intersection":
      return type.members.some((it) => vanishes(it, direction))
        ? joined(type.members.filter((it) => !vanishes(it, direction)).map(inner))
        : mapInner(type, inner);
    default:
      return mapInner(type, inner);
  }
}

export const viewedTag = ({ fallback, ...tag }: Tag, { ids }: View): Tag => ({
  ...tag,
  cases: tag.cases.map((it) => ({ ...it, id: ids.get(it.id) ?? it.id })),
  ...(fallback && { fallback: ids.get(fallback) ?? fallback }),
});

const STAYS: Readonly<Record<Direction, Property["access"]>> = { request: "write", response: "read" };
const travels = ({ access }: Property, direction: Direction): boolean =>
  access === "both" || access === STAYS[direction];

/** Part of an intersection that says nothing in this direction. */
const vanishes = (type: Type, direction: Direction): boolean =>
  type.kind === "object" &&
  type.extra.kind === "open" &&
  type.properties.length > 0 &&
  !type.properties.some((it) => travels(it, direction));

function joined(members: readonly Type[]): Type {
  const [only] = members;
  if (only === undefined) return { kind: "object", properties: [], extra: { kind: "open" } } satisfies TypeOf<"object">;
  return members.length === 1 ? only : { kind: "intersection", members };
}
