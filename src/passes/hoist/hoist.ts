import { mapInner } from "../../ir/map.js";
import { mapOperation } from "../../ir/map-operation.js";
import type { Api, Operation, Type, TypeDecl, TypeOf } from "../../ir/types.js";
import { isLeaf } from "../../ir/visit.js";
import type { Pass } from "../pass.js";
import { type Kept, keptTree } from "./kept.js";
import { labelsOf } from "./labels.js";
import { isLarge } from "./large.js";
import { inOperation, inType, isTop, stepped, type Place } from "./place.js";
import { Shapes } from "./shapes.js";

/**
 * Large types that the description gives no name become declared ones, named by where they stand, and each shape is
 * written down once: see "Inline schemas" in `src/README.md`.
 */
export const hoist: Pass = {
  name: "hoist",
  run: (api, { keptTypes }) => hoisted(api, new Shapes(api.types.map((it) => it.id)), keptTree(keptTypes)),
};

function hoisted(api: Api, shapes: Shapes, kept: Kept | undefined): Api {
  const types = api.types.map((it): TypeDecl => ({ ...it, type: around(shapes, it.type, inType(it, kept)) }));
  const operations = api.operations.map((it) => inOperationOf(shapes, it, kept));
  return { ...api, operations, types: [...shapes.settled(types), ...shapes.declarations(types)] };
}

const inOperationOf = (shapes: Shapes, operation: Operation, kept: Kept | undefined): Operation =>
  mapOperation(operation, (type, slot) => named(shapes, type, inOperation(operation, slot, kept)));

/** The type, or a reference to it where it is large or its place has a name already. What has a name of its own keeps it. */
function named(shapes: Shapes, type: Type, place: Place): Type {
  if (isLeaf(type)) return leaf(shapes, type, place);
  const rest = around(shapes, type, place);
  if (isTop(place)) return rest;
  return isLarge(rest) || (isKept(place) && !shapes.hasOf(place)) ? shapes.declare(rest, place) : rest;
}

function leaf(shapes: Shapes, type: Type, place: Place): Type {
  if (isHere(type)) {
    if (!isTop(place)) shapes.settle(type.id, place);
    return type;
  }
  return isKept(place) && type.kind !== "null" ? shapes.declare(type, place) : type;
}

const isHere = (type: Type): type is TypeOf<"ref"> => type.kind === "ref" && type.isHere === true;
const isKept = (place: Place): boolean => place.kept?.isHere === true && !isTop(place);

/** The type with names for what is large within it. */
function around(shapes: Shapes, type: Type, place: Place): Type {
  if (type.kind === "union") return aroundUnion(shapes, type, place);
  // What holds beside the rest of an intersection is no thing of its own.
  if (type.kind === "intersection") return mapInner(type, (member) => aroundPart(shapes, member, place));
  return mapInner(type, (it, step) => named(shapes, it, stepped(place, step)));
}

/** The name of the place is that of the whole intersection, so no alternative in it may take it. */
const aroundPart = (shapes: Shapes, part: Type, place: Place): Type =>
  part.kind === "union"
    ? mapInner(part, (member, step) => around(shapes, member, stepped(place, step)))
    : around(shapes, part, place);

/** A single member with parts has the name of the place; of several all have names or none, and only where one tells them apart. */
function aroundUnion(shapes: Shapes, union: TypeOf<"union">, place: Place): Type {
  const labels = labelsOf(union.members);
  if (labels === "single") {
    const parts = union.members.filter((it) => it.kind !== "null");
    return mapInner(union, (member, step) => {
      if (!isLeaf(member) || parts.length === 1) return named(shapes, member, place);
      return isHere(member) ? leaf(shapes, member, stepped(place, step)) : member;
    });
  }
  const members = union.members.map((member, index): { readonly type: Type; readonly place: Place } => {
    const inside = stepped(place, { kind: "member", index }, labels[index]);
    return { type: isHere(member) ? leaf(shapes, member, inside) : around(shapes, member, inside), place: inside };
  });
  const areNamed = members.some(({ type }) => isLarge(type));
  return {
    ...union,
    members: members.map((it, i) =>
      (areNamed && labels[i] !== undefined) || (isKept(it.place) && !isHere(it.type))
        ? shapes.declare(it.type, it.place)
        : it.type,
    ),
  };
}
