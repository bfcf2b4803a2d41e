import { append, tokensOf } from "../diagnostics/pointer.js";
import type { Cursor } from "../document/cursor.js";
import type { AuthScheme, AuthUse, Security } from "../ir/types.js";
import type { Lowering } from "./context.js";
import { lowerDoc } from "./doc.js";
import { dereference } from "./reference.js";

/** The `security` of a root or operation; undefined where it has none of its own (OpenAPI 3.1, section 4.8.30). */
export function lowerSecurity(ctx: Lowering, node: Cursor): Security | undefined {
  if (!node.has("security")) return undefined;
  return node.items("security").map((it) => it.entries().map(([scheme, scopes]) => lowerUse(ctx, scheme, scopes)));
}

function lowerUse(ctx: Lowering, name: string, scopes: Cursor): AuthUse {
  const scheme = declared(scopes, name);
  if (scheme === undefined) ctx.diagnostics.report("security/undeclared", scopes.origin, { scheme: name });
  return { scheme: scheme ?? name, scopes: scopes.items().map((it) => String(it.value)) };
}

/** Which scheme a requirement names: by its name, or by its URI (OpenAPI 3.2, "Security Requirement Object"). */
function declared(scopes: Cursor, name: string): string | undefined {
  if (scopes.resolve(`#${append(SCHEMES, name)}`) !== undefined) return name;
  const { pointer } = (name.startsWith("#/") ? scopes.resolve(name) : undefined) ?? { pointer: "" };
  return pointer.startsWith(`${SCHEMES}/`) ? tokensOf(pointer).at(-1) : undefined;
}

const SCHEMES = "/components/securitySchemes";

export function lowerAuthSchemes(ctx: Lowering, root: Cursor): readonly AuthScheme[] {
  const schemes = root.get("components")?.entries("securitySchemes") ?? [];
  return schemes.flatMap(([id, node]) => {
    const target = dereference(ctx, node);
    return (target && lowerAuthScheme(ctx, id, target)) ?? [];
  });
}

function lowerAuthScheme(ctx: Lowering, id: string, node: Cursor): AuthScheme | undefined {
  const base = { id, origin: node.origin, doc: lowerDoc(ctx, node) };
  const type = node.text("type");
  switch (type) {
    case "http":
      return { ...base, kind: "http", scheme: schemeName(node.text("scheme") ?? "") };
    case "apiKey":
      return { ...base, kind: "apiKey", in: keyPlace(ctx, id, node), wireName: node.text("name") ?? id };
    case "oauth2": {
      const tokenUrl = node.get("flows")?.get("clientCredentials")?.text("tokenUrl");
      return { ...base, kind: type, ...(tokenUrl !== undefined && { tokenUrl }) };
    }
    case "openIdConnect":
    case "mutualTLS":
      return { ...base, kind: type };
    default:
      ctx.diagnostics.report("security/unknown-type", node.origin, { scheme: id, type: String(type) });
      return undefined;
  }
}

/** Names of schemes are the same in capitals (RFC 9110, section 11.1), but servers compare theirs to the letter: others than these stay as written. */
function schemeName(written: string): string {
  const name = written.toLowerCase();
  return name === "basic" || name === "bearer" ? name : written;
}

function keyPlace(ctx: Lowering, scheme: string, node: Cursor): "query" | "header" | "cookie" {
  const place = (["query", "header", "cookie"] as const).find((it) => it === node.text("in"));
  if (place === undefined) {
    ctx.diagnostics.report("security/unknown-place", node.origin, { scheme, in: node.text("in") ?? "?" });
  }
  return place ?? "header";
}
