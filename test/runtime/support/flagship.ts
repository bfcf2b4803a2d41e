import { type BasicCredential, type Credential, httpBasic, httpBearer } from "../../../templates/runtime/auth.js";
import type { ApiPromise } from "../../../templates/runtime/api-promise.js";
import { call } from "../../../templates/runtime/call.js";
import {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient as create,
} from "../../../templates/runtime/client.js";
import { encodeForm } from "../../../templates/runtime/form.js";
import { pathParams } from "../../../templates/runtime/params/path.js";
import { deepObject } from "../../../templates/runtime/styles/deep-object.js";

/** What is generated for the flagship operation, in short. */
export interface Auth {
  readonly basicAuth?: Credential<BasicCredential> | undefined;
  readonly bearerAuth?: Credential<string> | undefined;
}

export function createClient(options: ClientOptions<Auth> = {}): Client {
  return create(
    {
      servers: [{ url: "https://api.stripe.com/" }],
      schemes: { basicAuth: httpBasic, bearerAuth: httpBearer },
      security: [["basicAuth"], ["bearerAuth"]],
    },
    options,
  );
}

export interface Invoice {
  readonly id: string;
  readonly status?: "open" | "paid" | null;
}
export interface ErrorModel {
  readonly error: { readonly code?: string; readonly message?: string; readonly type: string };
}
export interface SendInput {
  readonly path: { readonly invoice: string };
  readonly body?: { readonly expand?: readonly (string | undefined)[] };
}
export interface SendResponses {
  200: Invoice;
  default: ErrorModel;
}

export function sendInvoice(
  client: Client,
  input: SendInput,
  options?: CallOptions<Auth>,
): ApiPromise<Invoice, ErrorModel, SendResponses> {
  return call(
    client,
    {
      operation: "PostInvoicesInvoiceSend",
      method: "POST",
      path: "/v1/invoices/{invoice}/send",
      params: [pathParams()],
      body: { contentType: "application/x-www-form-urlencoded", encode: encodeForm, styles: { expand: deepObject } },
      accept: "application/json",
    },
    input,
    options,
  );
}
