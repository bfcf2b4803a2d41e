import type { Cursor } from "../document/cursor.js";
import { keywords } from "../document/keywords.js";
import type { Codec } from "../ir/types.js";
import type { Lowering } from "./context.js";

/** What a Media Type Object says and no rule reads (OpenAPI 3.2, sections 4.14 and 4.15) is said, so that nothing disappears silently. */
export function reportUnreadContent(ctx: Lowering, mediaType: string, codec: Codec, node: Cursor): void {
  if (node.hasAny(READ_OF_SOME)) reportKeywords(ctx, codec, node);
  const schema = node.get("schema");
  const form = PLAIN[codec];
  if (schema !== undefined && form !== undefined && isMore(schema))
    ctx.diagnostics.report("content/plain", schema.origin, { mediaType, form });
}

function reportKeywords(ctx: Lowering, codec: Codec, node: Cursor): void {
  for (const [holder, keyword] of [...unreadOf(codec, node), ...unreadOfParts(codec, node)]) {
    const { origin } = holder.get(keyword) ?? holder;
    ctx.diagnostics.report("content/unread-keyword", origin, { keyword });
  }
}

type Unread = readonly [holder: Cursor, keyword: string];
const present = (holder: Cursor, keywords: readonly string[]): readonly Unread[] =>
  keywords.filter((it) => holder.has(it)).map((it) => [holder, it]);

const POSITIONAL = ["prefixEncoding", "itemEncoding"] as const;
/** What is read of some media types only. */
const READ_OF_SOME = keywords("itemSchema", "encoding", ...POSITIONAL);

/** Items are read of what is a sequence at run time, and parts by position of multipart bodies. */
function unreadOf(codec: Codec, node: Cursor): readonly Unread[] {
  if (codec === "events" || codec === "lines") return [];
  // A schema beside says the same of all the parts together.
  return codec === "multipart" ? [] : present(node, ["itemSchema", ...POSITIONAL]);
}

/** The `encoding` of anything but forms has no meaning. */
function unreadOfParts(codec: Codec, node: Cursor): readonly Unread[] {
  if (codec !== "form" && codec !== "multipart") return [];
  return node.entries("encoding").flatMap(([, it]) => present(it, ["encoding", ...POSITIONAL]));
}

/** What travels as it is, in words. */
const PLAIN: Partial<Readonly<Record<Codec, string>>> = { text: "a string", bytes: "bytes" };

/** Whether a schema tells more of a value than that it is a text. One that names nothing is not used, so it is no mistake here. */
function isMore(schema: Cursor): boolean {
  const reference = schema.text("$ref");
  const target = reference === undefined ? schema : schema.resolve(reference);
  const type = target?.text("type") ?? "string";
  return (type !== "string" && type !== "file") || STRUCTURE.some((it) => target?.has(it));
}

const STRUCTURE = ["properties", "items", "allOf", "oneOf", "anyOf", "enum", "const"];
