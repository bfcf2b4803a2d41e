/** Where a request goes. */
import type { CallOptions, Client } from "./client.js";
import { InputError } from "./errors.js";
import type { OperationInput, OperationSpec, ServerSpec } from "./operation.js";
import { defined, own } from "./own.js";
import { form } from "./styles/form.js";
import { simple } from "./styles/simple.js";
import { percentEncode } from "./styles/style.js";
import { write, writeAll } from "./styles/write.js";

/** The whole URL. The query of the base URL, where it has one, follows that of the path. */
export function urlOf(client: Client, spec: OperationSpec, input: OperationInput, options: CallOptions): string {
  const [base = "", ...query] = baseUrl(client, spec, options).split("?");
  // Brackets are legal in a form but not in a query (RFC 3986, section 3.4).
  const parameters = writeAll(input.query, spec.queryStyles, form, "&").replace(/[[\]]/g, percentEncode);
  return [...query, parameters].reduce(withQuery, base.replace(/\/+$/, "") + pathOf(spec, input));
}

/** Adds to the query of a URL, which may have one already. */
export function withQuery(url: string, query: string): string {
  return query === "" ? url : url + (url.includes("?") ? "&" : "?") + query;
}

function baseUrl(client: Client, { servers = client.servers }: OperationSpec, options: CallOptions): string {
  const server = servers[0] ?? { url: "" };
  const base = options.baseUrl ?? client.options.baseUrl;
  return (typeof base === "string" ? base : own(base, server.url)) ?? serverUrl(server, client);
}

function serverUrl({ url, variables }: ServerSpec, client: Client): string {
  const values = { ...variables, ...defined(client.options.server) };
  return fill(url, (name) => String(own(values, name) ?? `{${name}}`));
}

/** The path with its parameters, each of which stays within the segment where it stands. */
function pathOf(spec: OperationSpec, input: OperationInput): string {
  const values = new Map(write(input.path, spec.pathStyles, simple));
  const path = fill(spec.path, (name) => {
    const text = values.get(name)?.join("");
    if (!text) throw new InputError(spec, `the path parameter ${name} is empty`);
    return text;
  });
  // URL parsers remove such segments, escaped or not (WHATWG URL, section 4.4): the request would go elsewhere.
  if (/\/(\.|%2e){1,2}(?=[/?]|$)/i.test(path)) throw new InputError(spec, "a path parameter is . or ..");
  return path;
}

function fill(template: string, valueOf: (name: string) => string): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => valueOf(name));
}
