import type { Cursor } from "../document/cursor.js";
import type { Doc } from "../ir/types.js";
import type { Lowering } from "./context.js";

/** What a node of any kind says to a reader: `summary`, `description`, `deprecated` and `externalDocs`. */
export function lowerDoc(ctx: Lowering, node: Cursor): Doc {
  const summary = prose(ctx, node.text("summary"));
  const description = prose(ctx, node.text("description"));
  const link = lowerLink(ctx, node.get("externalDocs"));
  return {
    ...(summary && { summary }),
    ...(description && description !== summary && { description }),
    ...(node.flag("deprecated") === true && { deprecated: true as const }),
    ...(link && { link }),
  };
}

function lowerLink(ctx: Lowering, docs: Cursor | undefined): Doc["link"] {
  const url = docs?.text("url");
  if (docs === undefined || url === undefined) return undefined;
  const text = prose(ctx, docs.text("description"));
  return { url, ...(text && { text }) };
}

const prose = (ctx: Lowering, text: string | undefined): string | undefined =>
  text === undefined ? undefined : ctx.markdown(text).trim();
