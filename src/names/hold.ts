import { byCodePoint } from "../ir/order.js";
import type { Api, Origin } from "../ir/types.js";
import type { Claims } from "./claims.js";
import { type Lock, OPERATION_SLOTS, type Slots } from "./lock.js";
import type { Places } from "./places.js";

/** Something that was renamed: the names that it had, in the slots of its kind, as far as they are still free. */
export interface Former {
  readonly kind: "type" | "operation";
  readonly id: string;
  readonly names: readonly (string | undefined)[];
}

/** Gives what is in the description the names that the lock has for it, and then the names that it had before. */
export function hold(claims: Claims, api: Api, lock: Lock, places: Places): readonly Former[] {
  if (lock.kept.size === 0 && lock.former.size === 0) return [];
  const things = [
    ...api.types.map((it) => ({ ...it, kind: "type" as const, place: places.type(it), slots: ["type"] })),
    ...api.operations.map((it) => ({
      ...it,
      kind: "operation" as const,
      place: places.operation(it),
      slots: OPERATION_SLOTS,
    })),
  ].toSorted((a, b) => byCodePoint(a.id, b.id));
  for (const { id, place, slots, origin } of things) {
    const names = lock.kept.get(place)?.names ?? [];
    names.forEach((name, i) => claims.hold(id, slots[i] ?? "", name, origin));
  }
  return things.flatMap(({ kind, id, place, origin }) =>
    (lock.former.get(place) ?? []).map((names): Former => {
      const now = lock.kept.get(place)?.names ?? [];
      return { kind, id, names: names.map((name, i) => formerName(claims, id, name, now[i], origin)) };
    }),
  );
}

/** A name that is still the same is none that was. */
function formerName(
  claims: Claims,
  id: string,
  name: string,
  now: Slots[number] | undefined,
  origin: Origin,
): string | undefined {
  return name !== now && claims.holdFormer(id, name, origin) ? name : undefined;
}
