import type { Cursor } from "../../cursor.js";
import type { Fact } from "../../join/fact.js";
import { build, eachOf, kept, type Member, stated } from "./build.js";
import { mediaTypes, orJson, type V20 } from "./context.js";
import { valueOf } from "./parameter.js";
import { translated } from "./references.js";
import { isFile, schemaOf } from "./schema.js";

/** A response; its media types are those of `holder`, an operation or the root. */
export function responseOf(ctx: V20, node: Cursor, holder: Cursor): Fact {
  const reference = node.text("$ref");
  if (reference !== undefined) return referred(ctx, node, reference, holder);
  return build(ctx, node.origin, [
    ...kept(node, new Set(["schema", "headers", "examples"])),
    ["headers", eachOf(ctx, node.get("headers"), (it) => build(ctx, it.origin, valueOf(ctx, it, "header")))],
    ["content", contentOf(ctx, node, holder)],
  ]);
}

/** A shared response has the media types of the operation that refers to it: written out where these are other ones. */
function referred(ctx: V20, node: Cursor, reference: string, holder: Cursor): Fact {
  const target = holder.has("produces") ? node.resolve(reference) : undefined;
  return target === undefined || target.has("$ref")
    ? build(ctx, node.origin, [["$ref", stated(translated(ctx, reference), node.get("$ref") ?? node)]])
    : responseOf(ctx, target, holder);
}

/** Without a schema a response has no content (2.0, "Response Object"), unless there is an example of it. */
function contentOf(ctx: V20, node: Cursor, holder: Cursor): Fact | undefined {
  const schema = node.get("schema");
  const examples = node.get("examples");
  const listed = mediaTypes(ctx, holder, "produces");
  if (schema === undefined) {
    const types = examples?.entries().filter(([type]) => type.includes("/")) ?? [];
    return examples && types.length > 0
      ? build(
          ctx,
          examples.origin,
          types.map(([type, example]): Member => [type, build(ctx, example.origin, [["example", example]])]),
        )
      : undefined;
  }
  const file = isFile(schema);
  const types = file && listed.length === 0 ? ["application/octet-stream"] : orJson(listed);
  const fact = file ? fileOf(ctx, schema) : schemaOf(ctx, schema);
  const mediaType = (type: string): Fact =>
    build(ctx, node.origin, [
      ["schema", fact],
      ["example", examples?.get(type)],
    ]);
  return build(
    ctx,
    node.origin,
    types.map((type): Member => [type, mediaType(type)]),
  );
}

/** `type: file` as it is written from 3.0 on. */
export const fileOf = (ctx: V20, schema: Cursor): Fact =>
  build(ctx, schema.origin, [
    ...kept(schema, new Set(["type", "format"])),
    ["type", stated("string", schema.get("type") ?? schema)],
    ["format", stated("binary", schema.get("type") ?? schema)],
  ]);
