/** `Set-Cookie`, the one header that may come several times and cannot be joined by commas (RFC 9110, section 5.3). */
import type { HeaderReader } from "./with-headers.js";

/** A list: each `Set-Cookie` is one item, commas and all. */
export function cookieList(item: HeaderReader): HeaderReader {
  return (_, headers) => {
    const values = headers.getSetCookie().map((it) => item(it, headers));
    return values.includes(undefined) ? undefined : values;
  };
}

/** A text: one a line (OpenAPI 3.2, section 4.21.3). */
export function cookieLines(_: string, headers: Headers): string {
  return headers.getSetCookie().join("\n");
}
