/** Headers that hold one value. */
import type { HeaderReader } from "./with-headers.js";

/** A header stands for itself: nothing in it is percent-encoded (OpenAPI 3.2, appendix D). */
export function text(given: string): string {
  return given;
}

export function number(given: string): number | undefined {
  const value = Number(given);
  return given !== "" && Number.isFinite(value) ? value : undefined;
}

/** An integer, as a bigint where a number cannot hold it exactly. */
export function exactNumber(given: string): number | bigint | undefined {
  const value = number(given);
  return value === undefined || Number.isSafeInteger(value) || !/^-?\d+$/.test(given) ? value : BigInt(given);
}

export function boolean(given: string): boolean | undefined {
  return given === "true" ? true : given === "false" ? false : undefined;
}

/** The first of several kinds that a value is of. */
export function firstOf(...readers: readonly HeaderReader[]): HeaderReader {
  return (given, headers) => {
    for (const read of readers) {
      const value = read(given, headers);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** What the description gives as `content: application/json`, or puts deeper than a header's style reaches. */
export function json(given: string): unknown {
  try {
    return JSON.parse(given) as unknown;
  } catch {
    return undefined;
  }
}
