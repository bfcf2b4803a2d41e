import { type ClientOptions, createClient, type ApiSpec, type CallOptions } from "../../../templates/runtime/client.js";
import { encodeJson } from "../../../templates/runtime/json.js";
import type { OperationInput, OperationSpec } from "../../../templates/runtime/operation.js";
import { callPages, type PagePromise, type PagesSpec } from "../../../templates/runtime/pages/pages.js";
import { operation } from "./operation.js";

/** Calls an operation that has pages, of an API that has nothing but the server at this URL. */
export function listing(
  url: string,
  pages: PagesSpec,
  input: OperationInput = {},
  options: CallOptions = {},
  spec: Partial<OperationSpec> = {},
  client: ClientOptions & Partial<ApiSpec> = {},
): PagePromise<unknown, unknown> {
  const { schemes = {}, security = [], ...rest } = client;
  const body = { encode: encodeJson, mediaType: "application/json" };
  return callPages(
    createClient({ servers: [{ url }], schemes, security }, rest),
    operation({ body, ...spec }),
    pages,
    input,
    options,
  );
}
