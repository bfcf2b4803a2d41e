import type { Cursor } from "../document/cursor.js";
import type { Doc, Header, Type, Wire } from "../ir/types.js";
import type { Lowering } from "./context.js";
import { lowerReferencedDoc } from "./doc.js";
import { dereference } from "./reference.js";
import { lowerSchema } from "./schema/schema.js";
import { lowerWire } from "./wire.js";

/** The `headers` of a response (OpenAPI 3.1, section 4.8.21). The content type is told by `content` and ignored here. */
export function lowerHeaders(ctx: Lowering, response: Cursor): readonly Header[] {
  return response
    .entries("headers")
    .filter(([name]) => name.toLowerCase() !== "content-type")
    .flatMap(([wireName, node]) => {
      if (!TOKEN.test(wireName)) {
        ctx.diagnostics.report("header/illegal-name", node.origin, { name: wireName });
        return [];
      }
      const target = dereference(ctx, node);
      return target === undefined ? [] : [lowerHeader(ctx, wireName, target, lowerReferencedDoc(ctx, node, target))];
    });
}

/** What the name of a header is made of (RFC 9110, section 5.6.2). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

function lowerHeader(ctx: Lowering, wireName: string, header: Cursor, doc: Doc): Header {
  const [content] = header.entries("content");
  const wire: Wire = content ? { kind: "content", mediaType: content[0] } : lowerWire(ctx, header, "header");
  return {
    wireName,
    wire,
    type: lowerType(ctx, header.get("schema") ?? content?.[1].get("schema")),
    required: header.flag("required") === true,
    access: "read",
    origin: header.origin,
    doc,
  };
}

/** A header is text, so its bytes are what stands there; one of which nothing is said is text too. */
function lowerType(ctx: Lowering, schema: Cursor | undefined): Type {
  const type: Type = schema === undefined ? { kind: "unknown" } : lowerSchema(ctx, schema);
  return type.kind === "bytes" || type.kind === "unknown" ? { kind: "string" } : type;
}
