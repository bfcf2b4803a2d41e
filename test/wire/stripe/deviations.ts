import type { Deviation } from "./calls/row.js";

/** What the two send differently on purpose, and why; every call is held to the rest. */
export const deviations: Readonly<Record<Deviation, string>> = {
  "a form on DELETE":
    "The description says a form body, and so the SDK sends one; Stripe's package puts it into the query. Stripe reads both.",
};

/** Headers that only one of the two sends. */
export const headerDeviations: Readonly<Record<string, string>> = {
  "user-agent": "Names the program that sends; the SDK leaves it to fetch, since a browser sets its own.",
  "x-stripe-client-user-agent": "Tells Stripe about the machine and the runtime of the caller.",
  "stripe-version":
    "The package pins its own version; the description has none, so the account's holds, or a header given to the client.",
};

/** Headers about the connection, which belong to the HTTP client underneath. */
export const transportHeaders: ReadonlySet<string> = new Set([
  "host",
  "connection",
  "content-length",
  "transfer-encoding",
  "accept-encoding",
  "accept-language",
  "sec-fetch-mode",
]);
