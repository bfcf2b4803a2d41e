import { Stripe } from "stripe";
import { bundle, imported } from "../../support/bundle.js";
import { generateSdk } from "../../support/sdk.js";
import { stripeText, type Description } from "../../support/stripe.js";
import { type Answer, type Seen, serve } from "../../runtime/support/server.js";
import type { Row } from "./calls/row.js";

/** The SDK of Stripe, by the names that it exports. */
export interface StripeSdk {
  readonly createClient: (options: object) => object;
  readonly operations: Readonly<Record<string, Call | undefined>>;
}

type Call = (client: object, input?: object, options?: object) => ApiCall;

/** As much of an `ApiPromise` as these tests use. */
export type ApiCall = Promise<unknown> & AsyncIterable<unknown>;

/** The SDK and what is needed to call it by `operationId`. */
export interface Generated {
  readonly sdk: StripeSdk;
  readonly files: Readonly<Record<string, string>>;
  readonly description: Description;
}

/** Generates whole Stripe, or these operations of it. */
export async function generateStripe(
  onEnd: (remove: () => void) => void,
  operations: readonly string[] = [],
): Promise<Generated> {
  const text = stripeText();
  const { files } = await generateSdk({ "stripe.json": text }, { operations });
  const entry = `export * as operations from "./sdk/index.ts"; export { createClient } from "./sdk/index.ts";`;
  const sdk = await imported<StripeSdk>(await bundle(files, { entry }), onEnd);
  // The shape of Stripe's description is known.
  return { sdk, files, description: JSON.parse(text) as Description };
}

export const KEY = "sk_test_key";

/** How the generated SDK is given what a row says: `fn(client, input)`. */
export function inputOf({ description }: Generated, { operation, ids, params }: Row): object {
  const [path, method] = placeOf(description, operation);
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  if (names.length !== ids.length) throw new Error(`${operation} has the path parameters ${names.join()}`);
  return {
    ...(ids.length > 0 && { path: Object.fromEntries(names.map((name, i) => [name, ids[i]])) }),
    ...(params && { [method === "get" ? "query" : "body"]: params }),
  };
}

function placeOf({ paths }: Description, operation: string): readonly [path: string, method: string] {
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, it] of Object.entries(item)) {
      if ((it as { readonly operationId?: string }).operationId === operation) return [path, method];
    }
  }
  throw new Error(`Stripe has no ${operation}`);
}

export const functionName = (operation: string): string => operation.charAt(0).toLowerCase() + operation.slice(1);

/** One side of a comparison: the requests that it made, and what it gave. */
export interface Side {
  readonly seen: readonly Seen[];
  readonly outcome: unknown;
}

export type Answers = readonly [Answer, ...Answer[]];

/** Makes a call through the generated SDK, with a key for every POST as Stripe's package makes one. */
export async function ours(
  { sdk }: Generated,
  operation: string,
  input: object,
  answers: Answers,
  { client = {}, call = {} }: { readonly client?: object; readonly call?: object } = {},
  use: (call: ApiCall) => Promise<unknown> = (it) => it,
): Promise<Side> {
  const server = await serve(...answers);
  const made = sdk.createClient({
    baseUrl: server.url,
    auth: { bearerAuth: KEY },
    idempotencyHeader: "Idempotency-Key",
    ...client,
  });
  const send = sdk.operations[functionName(operation)];
  if (send === undefined) throw new Error(`the SDK has no ${operation}`);
  return { outcome: await settled(use(send(made, input, call))), seen: server.seen };
}

/** Makes a call through Stripe's own package. */
export async function theirs(
  call: (stripe: Stripe) => Promise<unknown>,
  answers: Answers,
  config: Partial<Stripe.StripeConfig> = {},
): Promise<Side> {
  const server = await serve(...answers);
  const { hostname, port } = new URL(server.url);
  const stripe = new Stripe(KEY, { host: hostname, port, protocol: "http", telemetry: false, ...config });
  return { outcome: await settled(call(stripe)), seen: server.seen };
}

/** The data, or the status of the error. */
async function settled(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (data: unknown) => data,
    (error: { readonly status?: number; readonly statusCode?: number }) => {
      const status = error.status ?? error.statusCode;
      if (status === undefined) throw error;
      return { status };
    },
  );
}
