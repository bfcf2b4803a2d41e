import type { Cursor } from "../document/cursor.js";
import type { Server, ServerVariable } from "../ir/types.js";
import type { Lowering } from "./context.js";
import { lowerDoc } from "./doc.js";

/** The `servers` of a root, path item or operation; undefined where it has none of its own (OpenAPI 3.1, section 4.8.5). */
export function lowerServers(ctx: Lowering, node: Cursor): readonly Server[] | undefined {
  const servers = node.items("servers").map((it) => lowerServer(ctx, it));
  return servers.length === 0 ? undefined : safestFirst(servers);
}

/** Of a first server that is there by `https:` too, that one comes before it: a call takes its credentials to the first. */
function safestFirst(servers: readonly Server[]): readonly Server[] {
  const safe = servers.find(
    ({ url }) => url !== servers[0]?.url && url === servers[0]?.url.replace(/^http:/, "https:"),
  );
  return safe === undefined ? servers : [safe, ...servers.filter((it) => it !== safe)];
}

const lowerServer = (ctx: Lowering, server: Cursor): Server => ({
  url: server.text("url") ?? "/",
  variables: server.entries("variables").map(([name, it]) => lowerVariable(ctx, name, it)),
});

function lowerVariable(ctx: Lowering, name: string, variable: Cursor): ServerVariable {
  const values = variable.items("enum").map((it) => String(it.value));
  return {
    name,
    fallback: String(variable.get("default")?.value ?? values[0] ?? ""),
    ...(values.length > 0 && { values }),
    doc: lowerDoc(ctx, variable),
  };
}
