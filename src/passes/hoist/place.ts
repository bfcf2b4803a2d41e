import { append, escapeToken } from "../../diagnostics/pointer.js";
import type { Slot } from "../../ir/map-operation.js";
import type { Step } from "../../ir/map.js";
import { type Kept, keptAt, keptIn } from "./kept.js";
import type { Operation, Origin, Owner, TypeDecl, TypeId } from "../../ir/types.js";

/** Where a type stands: within what, or one step further in than another place. Nearly none is asked for its name, so none is made before. */
export type Place = (
  | { readonly kind: "top"; readonly owner: Owner; readonly words: readonly string[]; readonly origin: Origin }
  | { readonly kind: "inner"; readonly outer: Place; readonly step: Step; readonly label: string | undefined }
) & {
  /** What is kept from here on inwards; absent where nothing is, as nearly everywhere. */
  readonly kept?: Kept;
};

export function inType({ id, origin }: TypeDecl, all: Kept | undefined): Place {
  const kept = all && keptIn(all, id);
  return { kind: "top", owner: { kind: "type", id }, words: [], origin, ...(kept && { kept }) };
}

export function inOperation({ id, origin }: Operation, { part, words }: Slot, all: Kept | undefined): Place {
  const owner: Owner = { kind: "operation", id, part };
  const kept = all && keptIn(all, topId(owner, words));
  return { kind: "top", owner, words, origin, ...(kept && { kept }) };
}

/** The place one step further in; `label` is what a member of a union is called. */
export function stepped(outer: Place, step: Step, label?: string): Place {
  const kept = outer.kept && keptAt(outer.kept, namedStep(step, label).path.map(escapeToken));
  return { kind: "inner", outer, step, label, ...(kept && { kept }) };
}

/** Whether the type is all that its owner is, so that it has the owner's name. */
export const isTop = (place: Place): boolean => place.kind === "top" && place.words.length === 0;

/** What is known of a place, and the id of the type that stands there. */
export interface Site {
  /** The pointer of the schema where it is known, as that of every declared type is (see `TypeId`). */
  readonly id: TypeId;
  readonly owner: Owner;
  readonly words: readonly string[];
  readonly origin: Origin;
}

export function siteOf(place: Place): Site {
  if (place.kind === "top") {
    const { owner, words, origin } = place;
    return { owner, words, origin, id: topId(owner, words) };
  }
  const outer = siteOf(place.outer);
  const { path, word } = namedStep(place.step, place.label);
  return {
    owner: outer.owner,
    words: [...outer.words, word],
    origin: place.step.kind === "property" ? place.step.property.origin : outer.origin,
    // An id with a step appended is one again.
    id: path.reduce<string>(append, outer.id) as TypeId,
  };
}

function topId(owner: Owner, words: readonly string[]): TypeId {
  const base = owner.kind === "type" ? owner.id : `#${owner.id}/${owner.part}`;
  // An id with a step appended is one again.
  return words.reduce<string>(append, base) as TypeId;
}

/** The way in as JSON Schema writes it, a member of a union by what it is called where it has a name; and as a name does. */
function namedStep(step: Step, label: string | undefined): { readonly path: readonly string[]; readonly word: string } {
  switch (step.kind) {
    case "property":
      return { path: ["properties", step.property.wireName], word: step.property.wireName };
    case "position":
      return { path: ["prefixItems", String(step.index)], word: `item ${step.index + 1}` };
    case "member":
      return { path: ["oneOf", label ?? String(step.index)], word: label ?? `option ${step.index + 1}` };
    case "item":
    case "rest":
      return { path: ["items"], word: "item" };
    case "value":
      return { path: ["additionalProperties"], word: "value" };
  }
}
