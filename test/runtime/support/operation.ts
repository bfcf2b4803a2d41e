import type { ApiPromise } from "../../../templates/runtime/api-promise.js";
import { call } from "../../../templates/runtime/call.js";
import { type ApiSpec, type CallOptions, type ClientOptions, createClient } from "../../../templates/runtime/client.js";
import type { OperationInput, OperationSpec } from "../../../templates/runtime/operation.js";
import { cookieParams } from "../../../templates/runtime/params/cookie.js";
import { headerParams } from "../../../templates/runtime/params/header.js";
import { pathParams } from "../../../templates/runtime/params/path.js";
import { queryParams } from "../../../templates/runtime/params/query.js";

/** An operation with plain parameters of any name, without credentials or body; a test says what is special about its own. */
export function operation(spec: Partial<OperationSpec> = {}): OperationSpec {
  const params = [pathParams(), queryParams(), headerParams(), cookieParams()];
  return { operation: "Try", method: "GET", path: "/try", params, ...spec };
}

/** Calls an operation of an API that has nothing but the server at this URL. */
export function invoke(
  url: string,
  spec: Partial<OperationSpec>,
  input?: OperationInput,
  options?: CallOptions,
  client: ClientOptions & Partial<ApiSpec> = {},
): ApiPromise<unknown> {
  const { servers = [{ url }], schemes = {}, security = [], ...rest } = client;
  return call(createClient({ servers, schemes, security }, rest), operation(spec), input, options);
}

/** What a promise rejects with; fails where it does not. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`it gave ${JSON.stringify(value)} instead of failing`);
    },
    (error: unknown) => error,
  );
}
