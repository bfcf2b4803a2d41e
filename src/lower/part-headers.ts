import type { Cursor } from "../document/cursor.js";
import type { PartHeader } from "../ir/types.js";
import type { Lowering } from "./context.js";
import { dereference } from "./reference.js";

/** The parts of a body have these from elsewhere: `encoding` itself, and the name of the property (RFC 7578, section 4.2). */
const OWN = new Set(["content-type", "content-disposition"]);

/**
 * The `headers` of an Encoding Object (OpenAPI 3.2, section 4.15.1). A call gives a part its value and nothing beside it, so
 * those are sent that can have one value only; the others are named.
 */
export function lowerPartHeaders(ctx: Lowering, part: string, encoding: Cursor): readonly PartHeader[] {
  return encoding
    .entries("headers")
    .filter(([name]) => !OWN.has(name.toLowerCase()))
    .flatMap(([name, node]) => {
      const value = valueOf(dereference(ctx, node)?.get("schema"));
      if (value === undefined) ctx.diagnostics.report("body/part-header", node.origin, { name, part });
      return value === undefined ? [] : [{ name, value }];
    });
}

/** The only value that a schema allows, or else its default; undefined without one that can stand in a header. */
function valueOf(schema: Cursor | undefined): string | undefined {
  const values = schema?.items("enum") ?? [];
  const only = schema?.get("const") ?? (values.length === 1 ? values[0] : schema?.get("default"));
  const text = typeof only?.value === "object" || only === undefined ? undefined : String(only.value);
  return text !== undefined && /^[\t\x20-\x7e]+$/.test(text) ? text : undefined;
}
