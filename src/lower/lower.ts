import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { digitsAt, isInexact } from "../document/digits.js";
import type { Document } from "../document/document.js";
import type { Api } from "../ir/types.js";
import type { Remember } from "../memo/memo.js";
import { type Lowering, referencePart } from "./context.js";
import { Declarations } from "./declarations.js";
import { lowerDoc } from "./doc.js";
import { lowerWebhooks } from "./incoming.js";
import { reportFields } from "./fields.js";
import { withMarkdown } from "./with-markdown.js";
import { lowerOperations } from "./operations.js";
import { lowerAuthSchemes, lowerSecurity } from "./security.js";
import { lowerServers } from "./servers.js";
import { lowerTags } from "./tags.js";
import { nothingShared } from "./shared.js";
import { recallIn } from "./unit.js";

/** The joined document as IR. Asynchronous only because the HTML parser is loaded where a text needs it. */
export const lower = (document: Document, diagnostics: Diagnostics, remember?: Remember): Promise<Api> =>
  withMarkdown((markdown) => {
    const declarations = new Declarations();
    const api = lowered(document, declarations, new Set(), markdown, diagnostics, remember);
    // Few descriptions refer into a schema. Which schemas these are is known at the end.
    return declarations.inner.size === 0
      ? api
      : lowered(document, new Declarations(), declarations.inner, markdown, diagnostics, remember);
  });

function lowered(
  { root, sources }: Document,
  declarations: Declarations,
  inner: Lowering["inner"],
  markdown: Lowering["markdown"],
  diagnostics: Diagnostics,
  remember?: Remember,
): Api {
  // The place of a node takes time to find: not asked for the many that have no such digits.
  const digits: Lowering["digits"] = (node) =>
    isInexact(node.value) ? digitsAt(sources, node.value, node.origin) : undefined;
  const told = JSON.stringify([...inner]);
  const ctx: Lowering = {
    diagnostics,
    markdown,
    digits,
    broken: (reference) => diagnostics.held(referencePart(reference)),
    declare: (schema) => declarations.declare(schema),
    inner,
    borrowed: new Set(),
    shared: nothingShared(),
    lowered: new Map(),
    ...(remember && {
      recall: recallIn(root, digits, (name, from, ...work) => remember(`${told} ${name}`, from, ...work)),
    }),
  };
  const components = root.get("components");
  reportFields(ctx, "openapi", root);
  if (components !== undefined) reportFields(ctx, "components", components);
  for (const [, schema] of components?.entries("schemas") ?? []) declarations.declare(schema);
  const tags = lowerTags(ctx, root);
  const { operations, callbacks } = lowerOperations(ctx, root, tags);
  const incoming = [...lowerWebhooks(ctx, root), ...callbacks];
  const received = new Map(incoming.flatMap((it) => it.types.map((type) => [type.id, type])));
  return {
    title: root.get("info")?.text("title") ?? "",
    version: root.get("info")?.text("version") ?? "",
    servers: lowerServers(ctx, root) ?? [],
    security: lowerSecurity(ctx, root) ?? [],
    authSchemes: lowerAuthSchemes(ctx, root),
    operations,
    tags,
    incoming: incoming.map((it) => it.call),
    types: [...declarations.lowerAll(ctx), ...received.values()],
    origin: root.origin,
    doc: lowerDoc(ctx, root.get("info") ?? root),
  };
}
