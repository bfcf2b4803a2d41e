import { byCodePoint } from "../ir/order.js";
import type { OperationId, TypeId } from "../ir/types.js";
import type { Former } from "./hold.js";
import { OPERATION_SLOTS } from "./lock.js";
import type { Alias, Exported, Names } from "./names.js";

/** The names that things had before, each an alias of what the thing is called now. */
export function aliasesOf(former: readonly Former[], names: Omit<Names, "aliases">): readonly Alias[] {
  const all = former.flatMap(({ kind, id, names: old }) =>
    old.flatMap((name, i): readonly Alias[] => {
      const target = kind === "type" ? typeOf(id, names) : operationOf(id, i, names);
      return name === undefined || target === undefined ? [] : [{ name, file: ALIASES, ...target }];
    }),
  );
  return all.toSorted((a, b) => byCodePoint(a.name, b.name));
}

/** The file of all of them, so that one look shows what is still to be replaced. */
const ALIASES = "renamed.ts";

type Target = Pick<Alias, "of" | "kind">;

// The ids are those of types and operations that `hold` has seen.
function typeOf(id: string, { types, members }: Omit<Names, "aliases">): Target | undefined {
  const of = types[id as TypeId];
  return of && { of, kind: members[id as TypeId] === undefined ? "type" : "enum" };
}

function operationOf(id: string, index: number, { operations }: Omit<Names, "aliases">): Target | undefined {
  const slot = OPERATION_SLOTS[index];
  const of: Exported | undefined = slot && operations[id as OperationId]?.[slot];
  return of && { of, kind: slot === "function" ? "function" : "type" };
}
