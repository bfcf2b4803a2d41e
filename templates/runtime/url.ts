/** Where a request goes. */
import type { CallOptions, Client } from "./client.js";
import type { OperationSpec } from "./operation.js";
import { own } from "./own.js";

/** A path, with the query that it may have, at the server. The query of the base URL, where it has one, comes last. */
export function urlOf(client: Client, spec: OperationSpec, options: CallOptions, path: string): string {
  const [base = "", ...query] = baseUrl(client, spec, options).split("?");
  return query.reduce(withQuery, base.replace(/\/+$/, "") + path);
}

/** Adds to the query of a URL, which may have one already. */
export function withQuery(url: string, query: string): string {
  return query === "" ? url : url + (url.includes("?") ? "&" : "?") + query;
}

function baseUrl(client: Client, { servers = client.servers }: OperationSpec, options: CallOptions): string {
  const server = servers[0] ?? { url: "" };
  const base = options.baseUrl ?? client.options.baseUrl;
  return (typeof base === "string" ? base : own(base, server.url)) ?? server.fill?.(client) ?? server.url;
}
