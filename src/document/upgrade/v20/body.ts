import type { Cursor } from "../../cursor.js";
import type { Fact } from "../../join/fact.js";
import { build, kept, type Member } from "./build.js";
import { mediaTypes, orJson, type V20 } from "./context.js";
import { styleOf, valueSchema } from "./parameter.js";
import { schemaOf } from "./schema.js";

/** A body parameter as a request body; its media types are those of `holder`, an operation or the root. */
export function bodyOf(ctx: V20, node: Cursor, holder: Cursor): Fact {
  const given = node.get("schema");
  const schema = given === undefined ? valueSchema(ctx, node, styleOf(ctx, node, "query")) : schemaOf(ctx, given);
  const types = orJson(mediaTypes(ctx, holder, "consumes"));
  return build(ctx, node.origin, [
    ...kept(node, new Set(["name", "in", "schema", "type", "items", "format", "collectionFormat"])),
    [
      "content",
      build(
        ctx,
        node.origin,
        types.map((type): Member => [type, build(ctx, node.origin, [["schema", schema]])]),
      ),
    ],
  ]);
}
