import type { Cursor } from "../document/cursor.js";
import type { AuthScheme, Security } from "../ir/types.js";
import type { Lowering } from "./context.js";
import { lowerDoc } from "./doc.js";

/** The `security` of a root or operation; undefined where it has none of its own (OpenAPI 3.1, section 4.8.30). */
export function lowerSecurity(node: Cursor): Security | undefined {
  if (!node.has("security")) return undefined;
  return node
    .items("security")
    .map((it) =>
      it.entries().map(([scheme, scopes]) => ({ scheme, scopes: scopes.items().map((scope) => String(scope.value)) })),
    );
}

export function lowerAuthSchemes(ctx: Lowering, root: Cursor): readonly AuthScheme[] {
  const schemes = root.get("components")?.entries("securitySchemes") ?? [];
  return schemes.flatMap(([id, node]) => lowerAuthScheme(ctx, id, node) ?? []);
}

function lowerAuthScheme(ctx: Lowering, id: string, node: Cursor): AuthScheme | undefined {
  const base = { id, origin: node.origin, doc: lowerDoc(ctx, node) };
  const type = node.text("type");
  switch (type) {
    case "http":
      return { ...base, kind: "http", scheme: (node.text("scheme") ?? "").toLowerCase() };
    case "apiKey":
      return { ...base, kind: "apiKey", in: keyPlace(node.text("in")), wireName: node.text("name") ?? id };
    case "oauth2":
    case "openIdConnect":
    case "mutualTLS":
      return { ...base, kind: type };
    default:
      ctx.diagnostics.report("security/unknown-type", node.origin, { scheme: id, type: String(type) });
      return undefined;
  }
}

const keyPlace = (place: string | undefined): "query" | "header" | "cookie" =>
  place === "query" || place === "cookie" ? place : "header";
