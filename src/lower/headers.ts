import type { Cursor } from "../document/cursor.js";
import type { Property } from "../ir/types.js";
import type { Lowering } from "./context.js";
import { lowerDoc } from "./doc.js";
import { dereference } from "./reference.js";
import { lowerSchema } from "./schema/schema.js";

/** The `headers` of a response (OpenAPI 3.1, section 4.8.21). The content type is told by `content` and ignored here. */
export function lowerHeaders(ctx: Lowering, response: Cursor): readonly Property[] {
  return response
    .entries("headers")
    .filter(([name]) => name.toLowerCase() !== "content-type")
    .flatMap(([wireName, node]) => {
      const target = dereference(ctx, node);
      return target === undefined ? [] : [lowerHeader(ctx, wireName, target)];
    });
}

function lowerHeader(ctx: Lowering, wireName: string, header: Cursor): Property {
  const schema = header.get("schema") ?? header.entries("content")[0]?.[1].get("schema");
  return {
    wireName,
    type: schema === undefined ? { kind: "unknown" } : lowerSchema(ctx, schema),
    required: header.flag("required") === true,
    access: "read",
    origin: header.origin,
    doc: lowerDoc(ctx, header),
  };
}
