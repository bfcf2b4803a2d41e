/** Which credentials a request carries. */
import type { CallOptions, Client } from "./client.js";
import type { Draft } from "./draft.js";
import { InputError } from "./errors.js";
import type { Security } from "./operation.js";
import { own } from "./own.js";

/**
 * Puts the credentials on a request: those of the first combination of schemes for which the call gives all, else of the
 * first for which the call and its client do. Without any, anonymous access or a header given by hand must do.
 */
export async function authorize(client: Client, draft: Draft, { auth }: CallOptions): Promise<void> {
  const { schemes, security, options } = client;
  // A scheme that is not described here, such as mutual TLS, needs nothing in a request.
  const alternatives = (draft.spec.security ?? security).map((names) => names.filter((name) => own(schemes, name)));
  const ofCall = (name: string): unknown => own(auth, name);
  const ofBoth = (name: string): unknown => own(auth, name) ?? own(options.auth, name);
  const completeIn = (credential: (name: string) => unknown): readonly string[] | undefined =>
    alternatives.find((names) => names.length > 0 && names.every((name) => credential(name) !== undefined));
  const chosen = completeIn(ofCall) ?? completeIn(ofBoth);
  if (chosen === undefined) return requireNone(draft, alternatives);
  for (const name of chosen) await apply(client, draft, name, ofBoth(name));
}

async function apply(client: Client, draft: Draft, name: string, credential: unknown): Promise<void> {
  const value: unknown = typeof credential === "function" ? await credential(draft, client, name) : credential;
  if (!value) throw new InputError(draft.spec, `the credential of ${name} is empty`);
  const scheme = own(client.schemes, name);
  // The generated `Auth` gives each scheme the type of credential that its function takes.
  scheme?.apply(draft, value as never, scheme.name ?? "");
}

function requireNone({ spec, headers }: Draft, alternatives: Security): void {
  const isAnonymous = alternatives.length === 0 || alternatives.some((names) => names.length === 0);
  if (!isAnonymous && !headers.has("authorization")) {
    const ways = alternatives.map((names) => `auth: { ${names.join(", ")} }`).join(" or ");
    throw new InputError(spec, `no credential is given, set ${ways}`);
  }
}
