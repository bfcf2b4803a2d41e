import type { HeaderReader } from "./with-headers.js";

/** `blue, black`: an array. Elements that are empty do not count (RFC 9110, section 5.6.1); with one that cannot be read there is no list. */
export function list(item: HeaderReader): HeaderReader {
  return (given, headers) => {
    const values = given
      .split(",")
      .map((it) => it.trim())
      .filter((it) => it !== "")
      .map((it) => item(it, headers));
    return values.includes(undefined) ? undefined : values;
  };
}
