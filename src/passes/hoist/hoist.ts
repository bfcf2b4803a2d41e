import { mapInner } from "../../ir/map.js";
import { mapOperation } from "../../ir/map-operation.js";
import type { Api, Operation, Type, TypeDecl, TypeId, TypeOf } from "../../ir/types.js";
import { isLeaf } from "../../ir/visit.js";
import type { Remember } from "../../memo/memo.js";
import type { Inside, Look } from "../inside.js";
import type { Pass } from "../pass.js";
import { Finder } from "./find.js";
import { type Kept, keptIn, keptTree } from "./kept.js";
import { labelsOf } from "./labels.js";
import { isLarge, mayHoldLarge } from "./large.js";
import { inOperation, inType, isTop, stepped, type Place } from "./place.js";
import { Shapes } from "./shapes.js";

/**
 * Large types that the description gives no name become declared ones, named by where they stand, and each shape is
 * written down once: see "Inline schemas" in `src/README.md`.
 */
export const hoist: Pass = {
  name: "hoist",
  run: (api, { keptTypes }, _diagnostics, remember, look) => hoisted(api, keptTypes, remember, look),
};

function hoisted(api: Api, keptTypes: ReadonlySet<TypeId> | undefined, remember: Remember, look: Look): Api {
  const kept = keptTree(keptTypes);
  const told = keptTypes && JSON.stringify([...keptTypes]);
  const declared = new Set(api.types.map((it) => it.id));
  const answers = { isDeclared: (id: TypeId) => declared.has(id) };
  const shapes = new Shapes();
  /** Each type and operation by itself. */
  const apart = <T extends TypeDecl | Operation>(name: string, of: T, hoistIn: (finder: Finder) => T): T => {
    const { found, findings } = remember(name, [of, told], answers, (ask) => {
      const finder = new Finder(ask.isDeclared, look);
      return { found: hoistIn(finder), findings: finder.findings };
    });
    shapes.add(findings);
    return found;
  };
  const types = api.types.map((it) =>
    isWhole(look.type(it.type), kept && keptIn(kept, it.id))
      ? it
      : apart(`type ${it.id}`, it, (finder): TypeDecl => ({ ...it, type: around(finder, it.type, inType(it, kept)) })),
  );
  const operations = api.operations.map((it) =>
    isWhole(look.operation(it), kept && keptIn(kept, `#${it.id}`))
      ? it
      : apart(`operation ${it.id}`, it, (finder) => inOperationOf(finder, it, kept)),
  );
  return { ...api, operations, types: [...shapes.settled(types), ...shapes.declarations(types)] };
}

/** Whether nothing in a type or an operation gets a name, as in most. */
const isWhole = (inside: Inside, kept: Kept | undefined): boolean =>
  !mayHoldLarge(inside) && !inside.hasHere && kept === undefined;

const inOperationOf = (finder: Finder, operation: Operation, kept: Kept | undefined): Operation =>
  mapOperation(operation, (type, slot) => named(finder, type, inOperation(operation, slot, kept)));

/** The type, or a reference to it where it is large or its place has a name already. What has a name of its own keeps it. */
function named(finder: Finder, type: Type, place: Place): Type {
  if (isLeaf(type)) return leaf(finder, type, place);
  const rest = around(finder, type, place);
  if (isTop(place)) return rest;
  return isLarge(rest) || (isKept(place) && !finder.hasOf(place)) ? finder.declare(rest, place, type) : rest;
}

function leaf(finder: Finder, type: Type, place: Place): Type {
  if (isHere(type)) {
    if (!isTop(place)) finder.settle(type.id, place);
    return type;
  }
  return isKept(place) && type.kind !== "null" ? finder.declare(type, place, type) : type;
}

const isHere = (type: Type): type is TypeOf<"ref"> => type.kind === "ref" && type.isHere === true;
const isKept = (place: Place): boolean => place.kept?.isHere === true && !isTop(place);

/** The type with names for what is large within it. */
function around(finder: Finder, type: Type, place: Place): Type {
  if (type.kind === "object" && isWhole(finder.look.type(type), place.kept)) return type;
  if (type.kind === "union") return aroundUnion(finder, type, place);
  // What holds beside the rest of an intersection is no thing of its own.
  if (type.kind === "intersection") return mapInner(type, (member) => aroundPart(finder, member, place));
  return mapInner(type, (it, step) => (isPlain(it, place) ? it : named(finder, it, stepped(place, step))));
}

/** Whether a type stays as it is wherever it stands, as most do: no place is made for these. */
const isPlain = (type: Type, outer: Place): boolean => outer.kept === undefined && holdsNoName(type);

function holdsNoName(type: Type): boolean {
  switch (type.kind) {
    case "array":
      return holdsNoName(type.item);
    case "union":
      return type.members.every(holdsNoName) && !isLarge(type);
    default:
      return isLeaf(type) && !isHere(type);
  }
}

/** The name of the place is that of the whole intersection, so no alternative in it may take it. */
const aroundPart = (finder: Finder, part: Type, place: Place): Type =>
  part.kind === "union"
    ? mapInner(part, (member, step) => around(finder, member, stepped(place, step)))
    : around(finder, part, place);

/** A single member with parts has the name of the place; of several all have names or none, and only where one tells them apart. */
function aroundUnion(finder: Finder, union: TypeOf<"union">, place: Place): Type {
  if (union.members.every((it) => isPlain(it, place))) return union;
  const labels = labelsOf(union.members);
  if (labels === "single") {
    const parts = union.members.filter((it) => it.kind !== "null");
    return mapInner(union, (member, step) => {
      if (!isLeaf(member) || parts.length === 1) return named(finder, member, place);
      return isHere(member) ? leaf(finder, member, stepped(place, step)) : member;
    });
  }
  const members = union.members.map((source, index) => {
    const inside = stepped(place, { kind: "member", index }, labels[index]);
    return {
      source,
      type: isHere(source) ? leaf(finder, source, inside) : around(finder, source, inside),
      place: inside,
    };
  });
  const areNamed = members.some(({ type }) => isLarge(type));
  return {
    ...union,
    members: members.map((it, i) =>
      (areNamed && labels[i] !== undefined) || (isKept(it.place) && !isHere(it.type))
        ? finder.declare(it.type, it.place, it.source)
        : it.type,
    ),
  };
}
