import type { Cursor } from "../../cursor.js";
import type { Fact } from "../../join/fact.js";
import { build, buildList, type Member, stated } from "./build.js";
import { mediaTypes, type V20 } from "./context.js";
import { type ArrayStyle, styleMembers, styleOf, valueSchema } from "./parameter.js";
import { isFile } from "./schema.js";

/** The form parameters of an operation as one request body: an object with a property each. */
export function formOf(ctx: V20, nodes: readonly [Cursor, ...Cursor[]], holder: Cursor): Fact {
  const [first] = nodes;
  const fields = nodes.map((node) => fieldOf(ctx, node));
  const required = fields.filter(({ node }) => node.flag("required") === true);
  const schema = build(ctx, first.origin, [
    ["type", stated("object", first)],
    [
      "properties",
      build(
        ctx,
        first.origin,
        fields.map(({ name, schema: it }): Member => [name, it]),
      ),
    ],
    ["required", required.length === 0 ? undefined : requiredNames(ctx, required)],
  ]);
  const encoded = fields.filter(({ style }) => style?.kind === "style" && !style.explode);
  const encoding = build(
    ctx,
    first.origin,
    encoded.map(({ name, node, style }): Member => [name, build(ctx, node.origin, styleMembers(style, node))]),
  );
  const mediaType = build(ctx, first.origin, [
    ["schema", schema],
    ["encoding", encoded.length === 0 ? undefined : encoding],
  ]);
  return build(ctx, first.origin, [
    ["required", required.length === 0 ? undefined : stated(true, first)],
    [
      "content",
      build(
        ctx,
        first.origin,
        formTypes(ctx, nodes, holder).map((type): Member => [type, mediaType]),
      ),
    ],
  ]);
}

interface Field {
  readonly name: string;
  readonly node: Cursor;
  readonly style: ArrayStyle | undefined;
  readonly schema: Fact;
}

function fieldOf(ctx: V20, node: Cursor): Field {
  const style = styleOf(ctx, node, "formData");
  const value = valueSchema(ctx, node, style);
  const description = node.get("description");
  const schema = description === undefined ? value : described(ctx, value, description);
  return { name: node.text("name") ?? "", node, style, schema };
}

/** What a form parameter tells of itself is told by its schema from 3.0 on. */
function described(ctx: V20, { value, origin }: Fact, description: Cursor): Fact {
  const members = Object.entries(value as object).map(([key, it]): Member => [
    key,
    { value: it, origin: ctx.places.ofMember(value as object, origin, key, it) },
  ]);
  return build(ctx, origin, [...members, ["description", description]]);
}

const requiredNames = (ctx: V20, fields: readonly Field[]): Fact =>
  buildList(
    ctx,
    fields[0]?.node.get("required")?.origin ?? { source: 0, pointer: "" },
    fields.map(({ name, node }) => stated(name, node)),
  );

const MULTIPART = "multipart/form-data";
const URLENCODED = "application/x-www-form-urlencoded";

/** A form is sent as `consumes` says, as far as that names a form; one with a file in it is multipart (2.0, "Parameter Object"). */
function formTypes(ctx: V20, nodes: readonly Cursor[], holder: Cursor): readonly string[] {
  const listed = mediaTypes(ctx, holder, "consumes").filter(
    (it) => it.startsWith(URLENCODED) || it.startsWith("multipart/"),
  );
  if (nodes.some((it) => isFile(it) || isFile(it.get("items")))) {
    const multipart = listed.filter((it) => it.startsWith("multipart/"));
    return multipart.length === 0 ? [MULTIPART] : multipart;
  }
  return listed.length === 0 ? [URLENCODED] : listed;
}
