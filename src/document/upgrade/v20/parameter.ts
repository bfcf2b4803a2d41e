import type { Cursor } from "../../cursor.js";
import type { Fact } from "../../join/fact.js";
import { build, kept, type Member, stated } from "./build.js";
import type { V20 } from "./context.js";
import { translated } from "./references.js";
import { isFile, schemaOf } from "./schema.js";
import { placeOf } from "./place.js";

/** A parameter of the path, the query or a header. */
export function parameterOf(ctx: V20, node: Cursor): Fact {
  const reference = node.text("$ref");
  if (reference !== undefined)
    return build(ctx, node.origin, [["$ref", stated(translated(ctx, reference), node.get("$ref") ?? node)]]);
  return build(ctx, node.origin, valueOf(ctx, node, placeOf(node) ?? "query"));
}

/**
 * The members of a parameter or header of 3.0. Up to 2.0 these have the keywords of their schema among their own, and a
 * `collectionFormat` in the place of a style.
 */
export function valueOf(ctx: V20, node: Cursor, place: string): readonly Member[] {
  const style = styleOf(ctx, node, place);
  return [
    ...node.entries().filter(([key]) => isOwn(key)),
    ["schema", valueSchema(ctx, node, style)],
    ...styleMembers(style, node),
  ];
}

/** How the items of an array are put into one text; undefined for what is no array. */
export type ArrayStyle =
  | { readonly kind: "style"; readonly style: string; readonly explode: boolean }
  /** No style of 3.0 does it: the caller gives the whole text. */
  | { readonly kind: "text" };

export function styleOf(ctx: V20, node: Cursor, place: string): ArrayStyle | undefined {
  if (node.text("type") !== "array") return undefined;
  const format = node.text("collectionFormat") ?? "csv";
  const known = (STYLES[place] ?? STYLES["path"])?.[format];
  if (known !== undefined) return known;
  ctx.diagnostics.report("document/collection-format", (node.get("collectionFormat") ?? node).origin, {
    format,
    place,
  });
  return { kind: "text" };
}

const delimited = (style: string, explode = false): ArrayStyle => ({ kind: "style", style, explode });
const listed: Readonly<Record<string, ArrayStyle>> = {
  csv: delimited("form"),
  ssv: delimited("spaceDelimited"),
  pipes: delimited("pipeDelimited"),
  multi: delimited("form", true),
};
/** By place, then by `collectionFormat` (2.0, "Parameter Object"). */
const STYLES: Readonly<Record<string, Readonly<Record<string, ArrayStyle>>>> = {
  query: listed,
  formData: listed,
  path: { csv: delimited("simple") },
  header: { csv: delimited("simple") },
};

export const styleMembers = (style: ArrayStyle | undefined, { origin }: Fact): readonly Member[] =>
  style?.kind === "style"
    ? [
        ["style", { value: style.style, origin }],
        ["explode", { value: style.explode, origin }],
      ]
    : [];

/** The keywords of the value as a schema. Some authors write `schema` already, as 3.0 has it. */
export function valueSchema(ctx: V20, node: Cursor, style: ArrayStyle | undefined): Fact {
  const given = node.get("schema");
  if (given !== undefined) return schemaOf(ctx, given);
  if (style?.kind === "text") return build(ctx, node.origin, [["type", stated("string", node.get("type") ?? node)]]);
  return schemaOf(ctx, itemsOf(ctx, node));
}

/** The keywords of a value; the items of an array have theirs in turn (2.0, "Items Object"). */
function itemsOf(ctx: V20, node: Cursor): Fact {
  const items = node.get("items");
  if (items?.text("type") === "array") reportNested(ctx, items);
  const file = isFile(node);
  const type = node.get("type") ?? node;
  return build(ctx, node.origin, [
    ...kept(node, NO_KEYWORDS).filter(([key]) => !isOwn(key)),
    ["items", items?.isObject === true && !items.has("$ref") ? itemsOf(ctx, items) : items],
    ...(file
      ? ([
          ["type", stated("string", type)],
          ["format", stated("binary", type)],
        ] as const)
      : []),
  ]);
}

/** What the inner list says of itself; unsaid it is csv (2.0, "Items Object"), which nobody has asked for. */
function reportNested(ctx: V20, list: Cursor): void {
  const format = list.get("collectionFormat");
  if (format !== undefined)
    ctx.diagnostics.report("document/nested-collection-format", format.origin, { format: String(format.value) });
}

/** What stays a member of the parameter itself. Extensions that speak of values go with these. */
const isOwn = (key: string): boolean =>
  OWN.has(key) || (key.startsWith("x-") && !/^x-(nullable$|enum|ms-enum$|example)/i.test(key));

const OWN: ReadonlySet<string> = new Set(["name", "in", "description", "required", "allowEmptyValue", "deprecated"]);
const NO_KEYWORDS: ReadonlySet<string> = new Set(["collectionFormat", "items", "schema"]);
