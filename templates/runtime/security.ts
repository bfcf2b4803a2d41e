/** Which credentials a request carries. */
import type { Client, Settings } from "./client.js";
import type { Draft } from "./draft.js";
import { InputError } from "./errors.js";
import { defined, own } from "./own.js";

/**
 * Puts the credentials on a request: those of the first combination of schemes for which the call gives all, else of the
 * first for which the call and its client do. Without any, anonymous access or a header given by hand must do.
 */
export async function authorize(client: Client, draft: Draft, { auth }: Settings): Promise<void> {
  const { spec, headers } = draft;
  const alternatives = spec.security ?? client.security;
  const all = { ...defined(client.options.auth), ...defined(auth) };
  const completeIn = (credentials: object | undefined): readonly string[] | undefined =>
    alternatives.find((names) => names[0] && names.every((name) => own(credentials, name) !== undefined));
  const chosen = completeIn(auth) ?? completeIn(all);
  const isNeeded = !chosen && alternatives[0] && alternatives.every((names) => names[0]);
  if (isNeeded && !headers.has("authorization")) {
    const ways = alternatives.map((names) => names.join(" and ")).join(" or ");
    throw new InputError(spec, `no credential, set auth: ${ways}`);
  }
  for (const name of chosen ?? []) {
    const given = own(all, name);
    const value: unknown = typeof given === "function" ? await given(draft, client, name) : given;
    if (!value) throw new InputError(spec, `the credential ${name} is empty`);
    // The generated `Auth` gives each scheme the type of credential that its function takes.
    own(client.schemes, name)?.(draft, value as never);
  }
}
