import type { FileScope } from "../src/emit/file-scope.js";
import type { ExactKind } from "../src/ir/types.js";
import type { Exported } from "../src/names/names.js";
import { runtimeExport } from "./runtime-symbols.js";

/** Which of the runtime's kinds of numbers each is, in the order in which a number is asked whether it is one. */
const KINDS: Readonly<Record<ExactKind, Exported>> = {
  bigint: runtimeExport("exact-bigint", "bigints"),
  decimal: runtimeExport("exact-decimal", "decimals"),
};

/** `encodeExact(bigints, decimals)`: what the runtime's `made` makes of these kinds. */
export function exactText(made: Exported, exact: readonly ExactKind[], file: FileScope): string {
  // The keys of the record are the kinds.
  const kinds = (Object.keys(KINDS) as ExactKind[]).filter((it) => exact.includes(it));
  return `${file.value(made)}(${kinds.map((it) => file.value(KINDS[it])).join(", ")})`;
}

/** What writes JSON that may hold these kinds. */
export const exactEncoder = (exact: readonly ExactKind[], file: FileScope): string =>
  exactText(runtimeExport("exact-json", "encodeExact"), exact, file);

/** What reads JSON that may hold these kinds; undefined for none. */
export const exactParser = (exact: readonly ExactKind[], file: FileScope): string | undefined =>
  exact.length === 0 ? undefined : exactText(runtimeExport("exact-json", "parseExact"), exact, file);
