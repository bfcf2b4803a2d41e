import type { Seen } from "../../runtime/support/server.js";
import { headerDeviations, transportHeaders } from "./deviations.js";

/** A request in the form in which two that mean the same are equal. */
export interface Normal {
  readonly method: string;
  readonly path: string;
  readonly query: readonly Pair[];
  readonly form: readonly Pair[];
  readonly headers: Readonly<Record<string, string>>;
}

export type Pair = readonly [name: string, value: string];

export function normal({ method, url, headers, body }: Seen): Normal {
  const [path = "", query = ""] = url.split("?");
  return { method, path, query: pairs(query), form: pairs(body), headers: relevant(headers, body) };
}

const pairs = (text: string): readonly Pair[] => [...new URLSearchParams(text)];

function relevant(headers: Seen["headers"], body: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !transportHeaders.has(name) && !(name in headerDeviations))
      // Stripe's package names a content type also where there is no content.
      .filter(([name]) => name !== "content-type" || body !== "")
      .map(([name, value]) => [name, name === "idempotency-key" ? keyKind(String(value)) : String(value)] as const),
  );
}

/** Keys that were made up differ each time. */
const keyKind = (key: string): string =>
  /[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-/.test(key) ? "a random one" : key;
