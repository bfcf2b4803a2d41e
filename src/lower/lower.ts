import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Document } from "../document/document.js";
import type { Api } from "../ir/types.js";
import type { Lowering } from "./context.js";
import { Declarations } from "./declarations.js";
import { lowerDoc } from "./doc.js";
import { loadMarkdown } from "./load-markdown.js";
import { lowerOperations } from "./operations.js";
import { lowerAuthSchemes, lowerSecurity } from "./security.js";
import { lowerServers } from "./servers.js";

/** The joined document as IR. Asynchronous only because the HTML parser is loaded where a text needs it. */
export async function lower(document: Document, diagnostics: Diagnostics): Promise<Api> {
  const declarations = new Declarations();
  const ctx: Lowering = {
    diagnostics,
    markdown: await loadMarkdown(document.sources),
    declare: (schema) => declarations.declare(schema),
    borrowed: new Set(),
  };
  const { root } = document;
  for (const [, schema] of root.get("components")?.entries("schemas") ?? []) declarations.declare(schema);
  const operations = lowerOperations(ctx, root);
  for (const [name, webhook] of root.entries("webhooks")) {
    diagnostics.report("operation/webhook", webhook.origin, { name });
  }
  return {
    title: root.get("info")?.text("title") ?? "",
    version: root.get("info")?.text("version") ?? "",
    servers: lowerServers(ctx, root) ?? [],
    security: lowerSecurity(ctx, root) ?? [],
    authSchemes: lowerAuthSchemes(ctx, root),
    operations,
    types: declarations.lowerAll(ctx),
    origin: root.origin,
    doc: lowerDoc(ctx, root.get("info") ?? root),
  };
}
