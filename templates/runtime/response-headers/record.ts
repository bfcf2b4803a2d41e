/** Headers that hold an object (RFC 6570, section 3.2.2). */
import { own } from "../own.js";
import type { HeaderReader } from "./with-headers.js";

type Readers = Readonly<Record<string, HeaderReader>>;

/** `R,100,G,200`. Members that are not described are read as `rest`. */
export function record(members: Readers, rest: HeaderReader): HeaderReader {
  return (given, headers) => {
    const parts = partsOf(given);
    const pairs = parts.flatMap((key, i) => (i % 2 === 0 ? [[key, parts[i + 1]] as const] : []));
    return objectOf(pairs, (key, text) => (own(members, key) ?? rest)(text, headers));
  };
}

/** `R=100,G=200`. */
export function recordExplode(members: Readers, rest: HeaderReader): HeaderReader {
  return (given, headers) => {
    const pairs = partsOf(given).map((part) => {
      const [key = "", ...value] = part.split("=");
      return [key, value.length === 0 ? undefined : value.join("=")] as const;
    });
    return objectOf(pairs, (key, text) => (own(members, key) ?? rest)(text, headers));
  };
}

function partsOf(given: string): readonly string[] {
  return given === "" ? [] : given.split(",").map((it) => it.trim());
}

/** With a member that cannot be read there is no object. */
function objectOf(
  pairs: readonly (readonly [key: string, text: string | undefined])[],
  read: (key: string, text: string) => unknown,
): object | undefined {
  const values = pairs.map(([key, text]) => [key, text === undefined ? undefined : read(key, text)] as const);
  return values.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(values);
}
