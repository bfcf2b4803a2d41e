import { tokensOf } from "../../diagnostics/pointer.js";
import type { Cursor } from "../cursor.js";
import { type Fact, type Join, keep, type Rule } from "./fact.js";

/** Two inputs say different things; both places are shown, and the earlier input counts. */
export function reportConflict(
  { diagnostics }: Join,
  earlier: Cursor,
  later: Cursor,
  what: string,
  says = shown,
): Fact {
  diagnostics.report("document/conflict", later.origin, { what, later: says(later), earlier: says(earlier) }, [
    { message: "The earlier input, which counts, says so here.", target: earlier.origin },
  ]);
  return earlier;
}

/** A plain value that both inputs must give alike. */
export const agreeing =
  (what: string): Rule =>
  (join, earlier, later) =>
    earlier.value === later.value ? keep(join, earlier, later) : reportConflict(join, earlier, later, what);

export function reportSchema({ diagnostics }: Join, earlier: Cursor, later: Cursor): Fact {
  diagnostics.report("document/schema-conflict", later.origin, {}, [
    { message: "This is the schema of the earlier input, which counts.", target: earlier.origin },
  ]);
  return earlier;
}

/** What has one name in both inputs and is not the same thing. The name is the last token of its pointer. */
export function reportComponent({ diagnostics }: Join, earlier: Cursor, later: Cursor, kind: string): Fact {
  const name = tokensOf(later.pointer).at(-1) ?? "";
  diagnostics.report("document/component-conflict", later.origin, { kind, name }, [
    { message: "The earlier input has this one.", target: earlier.origin },
  ]);
  return earlier;
}

const shown = (node: Cursor): string => JSON.stringify(node.value);
