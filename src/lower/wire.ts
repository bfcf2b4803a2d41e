import type { Cursor } from "../document/cursor.js";
import type { ParamPlace, Style, Wire } from "../ir/types.js";
import type { Lowering } from "./context.js";

/** The places where each value has a style of its own. */
export type StyledPlace = Exclude<ParamPlace, "querystring">;

/** The styles of each place, its default first (OpenAPI 3.1, section 4.8.12.2.1). */
const STYLES: Readonly<Record<StyledPlace, readonly [Style, ...Style[]]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

/** `style`, `explode` and `allowReserved` of a parameter or encoding, with their defaults (OpenAPI 3.1, section 4.8.12.2). */
export function lowerWire(ctx: Lowering, node: Cursor, place: StyledPlace): Wire {
  const style = lowerStyle(ctx, node, place);
  const explode = node.flag("explode") ?? (style === "form" || style === "cookie");
  return {
    kind: "style",
    style,
    // deepObject has no form that is not exploded.
    explode: style === "deepObject" || explode,
    // Of what is no part of a URL it says nothing, and in a cookie its characters would end the value.
    allowReserved: (place === "path" || place === "query") && node.flag("allowReserved") === true,
  };
}

function lowerStyle(ctx: Lowering, node: Cursor, place: StyledPlace): Style {
  const [fallback] = STYLES[place];
  const given = node.get("style");
  if (given === undefined) return fallback;
  const style = STYLES[place].find((it) => it === given.value);
  if (style === undefined) {
    ctx.diagnostics.report("param/unknown-style", given.origin, { style: String(given.value), place, fallback });
  }
  return style ?? fallback;
}
