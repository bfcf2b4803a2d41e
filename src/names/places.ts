import type { Operation, OperationId, TypeDecl, TypeId } from "../ir/types.js";
import type { Lock, Place } from "./lock.js";
import { asWord, ofWord } from "./word.js";

/**
 * What identifies a thing in the lock. An operation is its method and path, whatever id it has; a type is its pointer in the
 * joined description, that of the operation before it where it stands in one: `GET /pets#output/items`.
 */
export interface Places {
  type(declaration: Pick<TypeDecl, "id" | "owner">): Place;
  operation(operation: Operation): Place;
  /** One value of an enumerated type. */
  value(declaration: TypeDecl, value: unknown): Place;
}

export function placesOf(operations: readonly Operation[]): Places {
  let byId: ReadonlyMap<OperationId, Place> | undefined;
  const type: Places["type"] = ({ id, owner }) => {
    // What something refers to there has a pointer of its own.
    if (owner?.kind !== "operation" || !id.startsWith(idStart(owner.id))) return asWord(id);
    // Without a lock nobody asks.
    byId ??= new Map(operations.map((it) => [it.id, operationPlace(it)]));
    return `${byId.get(owner.id) ?? ""}#${asWord(id.slice(idStart(owner.id).length))}`;
  };
  return {
    type,
    operation: operationPlace,
    value: (declaration, value) => `${type(declaration)} ${asWord(JSON.stringify(value))}`,
  };
}

/** Whether a place is that of a value, which is one word more than that of its type. */
export const isOfValue = (place: Place): boolean => place.split(" ").length > (place.startsWith("/") ? 1 : 2);

/** The ids that the types at the places of a lock have, whether they are declared or not. */
export function typeIdsAt(lock: Lock, operations: readonly Operation[]): ReadonlySet<TypeId> {
  const ids = new Map(operations.map((it) => [operationPlace(it), it.id]));
  // A place in the lock is the id of the type there, or was made of it by `placesOf`.
  const found = [...lock.kept.keys()].flatMap((place): readonly string[] => {
    const start = startOf(place);
    const operation = ids.get(start);
    if (operation === undefined) return [ofWord(place)];
    return place === start ? [] : [idStart(operation) + ofWord(place.slice(start.length + 1))];
  });
  return new Set(found.map((it) => it as TypeId));
}

/**
 * The lock with the paths as they are spelled now: paths that differ in the names of parameters alone are the same (OpenAPI 3.1,
 * section 4.8.8).
 */
export function respelled(lock: Lock, operations: readonly Operation[]): Lock {
  const places = operations.map(operationPlace);
  const known = [...lock.kept.keys()].filter((it) => !it.startsWith("/") && startOf(it) === it);
  const gone = new Map(known.map((it) => [shapeOf(it), it]));
  const old = new Map<Place, Place>();
  for (const place of places) {
    const before = lock.kept.has(place) ? undefined : gone.get(shapeOf(place));
    if (before !== undefined && !places.includes(before)) old.set(before, place);
  }
  if (old.size === 0) return lock;
  const moved = <T>(all: ReadonlyMap<Place, T>): ReadonlyMap<Place, T> =>
    new Map([...all].map(([place, it]) => [withStart(place, old), it]));
  return { kept: moved(lock.kept), former: moved(lock.former) };
}

function withStart(place: Place, old: ReadonlyMap<Place, Place>): Place {
  const start = startOf(place);
  return (old.get(start) ?? start) + place.slice(start.length);
}

const operationPlace = ({ method, path }: Operation): Place =>
  `${method} ${asWord(path.map((it) => (it.kind === "text" ? it.text : `{${it.name}}`)).join("")).replaceAll("#", "%23")}`;

/** The operation in which a place is. */
const startOf = (place: Place): Place => place.replace(/#.*$/, "");

/** A place without the names of the parameters in its path. */
export const shapeOf = (place: Place): string => place.replaceAll(/\{[^{}]*\}/g, "{}");

/** How the ids of types begin that stand in an operation. */
const idStart = (id: OperationId): string => `#${id}/`;
