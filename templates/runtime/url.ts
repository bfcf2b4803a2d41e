/** Where a request goes. */
import type { CallOptions, Client } from "./client.js";
import type { OperationSpec } from "./operation.js";
import { own } from "./own.js";

/** A path, with the query that it may have, at the server. The query of the base URL, where it has one, comes last. */
export function urlOf(
  client: Client,
  { servers = client.servers }: OperationSpec,
  { baseUrl = client.options.baseUrl }: CallOptions,
  path: string,
): string {
  const [server = { url: "" }] = servers;
  const base =
    (typeof baseUrl === "string" ? baseUrl : own(baseUrl, server.url)) ?? server.fill?.(client) ?? server.url;
  const [start = "", ...query] = base.split("?");
  return query.reduce(withQuery, start.replace(/\/+$/, "") + path);
}

/** Adds to the query of a URL, which may have one already. */
export function withQuery(url: string, query: string): string {
  return query ? url + (url.includes("?") ? "&" : "?") + query : url;
}
