import type { Json } from "../../ir/types.js";
import type { Said } from "./extensions.js";

/** `x-ms-pageable` (AutoRest): `{ nextLinkName, itemName }`; without a link the answer is the only page. */
export function microsoft(value: Json): Said {
  const { nextLinkName, itemName } = fieldsOf(value);
  if (nextLinkName === null) return "none";
  if (typeof nextLinkName !== "string") return undefined;
  return { by: "link", from: [nextLinkName], items: [typeof itemName === "string" ? itemName : "value"] };
}

/** `x-speakeasy-pagination`: `{ type, inputs: [{ name, type }], outputs }`, where the outputs are JSONPaths. */
export function speakeasy(value: Json): Said {
  const { type, inputs, outputs } = fieldsOf(value);
  const out = fieldsOf(outputs);
  const inputOf = (kind: string): string | undefined => {
    const name = (Array.isArray(inputs) ? inputs.map(fieldsOf) : []).find((it) => it["type"] === kind)?.["name"];
    return typeof name === "string" ? name : undefined;
  };
  const results = pathIn(out["results"], "$.");
  const items = results && { items: results };
  if (type === "url") {
    const from = pathIn(out["nextUrl"], "$.");
    return from && { by: "link", from, ...items };
  }
  if (type === "cursor") {
    const [from, param] = [pathIn(out["nextCursor"], "$."), inputOf("cursor")];
    return from && param ? { by: "cursor", from, param, ...items } : undefined;
  }
  const [offset, page, total] = [inputOf("offset"), inputOf("page"), pathIn(out["numPages"], "$.")];
  if (offset !== undefined) return { by: "offset", param: offset, ...items };
  return page === undefined ? undefined : { by: "page", param: page, ...(total && { total }), ...items };
}

/** `x-fern-pagination`: `{ cursor, next_cursor, results }` or `{ offset, step, results }`; without a step, offsets count pages. */
export function fern(value: Json): Said {
  const it = fieldsOf(value);
  const items = pathIn(it["results"], "$response.");
  const more = pathIn(it["has-next-page"], "$response.");
  const common = { ...(items && { items }), ...(more && { more }) };
  const [cursor, from] = [pathIn(it["cursor"], "$request."), pathIn(it["next_cursor"], "$response.")];
  if (cursor?.length === 1 && from) return { by: "cursor", from, param: cursor[0] ?? "", ...common };
  const [offset] = pathIn(it["offset"], "$request.") ?? [];
  if (offset === undefined) return undefined;
  return { by: it["step"] === undefined ? "page" : "offset", param: offset, ...common };
}

const fieldsOf = (value: Json | undefined): { readonly [name: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? // Of what JSON can be, only an object is left.
      (value as { readonly [name: string]: Json })
    : {};

/** The properties that a simple path names, such as `$.meta.next`; undefined for any other, such as one with an index. */
function pathIn(value: Json | undefined, root: string): readonly string[] | undefined {
  if (typeof value !== "string" || !value.startsWith(root)) return undefined;
  const path = value.slice(root.length).split(".");
  return path.every((it) => /^[\w$@-]+$/.test(it)) ? path : undefined;
}
