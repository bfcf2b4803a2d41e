import type { Origin } from "../diagnostics/origin.js";
import type { Source } from "../read/source.js";

/** An integer in decimal digits, with a minus sign where it is negative. */
export type Digits = `${bigint}`;

/** An integer of which a number keeps the nearest that it can hold (ECMA-262, section 21.1.2.8). */
export const isInexact = (value: unknown): value is number => Number.isInteger(value) && !Number.isSafeInteger(value);

/** The digits of an integer that its author wrote at `origin`; undefined where it is not written in digits. */
export function digitsAt(sources: readonly Source[], value: number, origin: Origin): Digits | undefined {
  const written = sources[origin.source]?.written(boundOf(origin.pointer, sources[origin.source])) ?? "";
  const digits = INTEGER.test(written) ? (String(BigInt(written.replace("+", ""))) as Digits) : undefined;
  // Where an overlay or an upgrade made the value, something else may stand in its place.
  return digits !== undefined && Number(digits) === value ? digits : undefined;
}

/** As JSON writes an integer, and YAML's core schema besides (YAML 1.2.2, section 10.3.2). */
const INTEGER = /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/;

/** Where a bound has its digits: up to 3.0 an exclusive one is a flag beside them (see `upgrade/bounds.ts`). */
function boundOf(pointer: string, source: Source | undefined): string {
  const bound = pointer.replace(/\/exclusive(Minimum|Maximum)$/, (_, which: string) => `/${which.toLowerCase()}`);
  return bound === pointer || INTEGER.test(source?.written(pointer) ?? "") ? pointer : bound;
}
