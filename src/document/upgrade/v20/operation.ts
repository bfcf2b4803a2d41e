import type { Cursor } from "../../cursor.js";
import type { Fact } from "../../join/fact.js";
import { resolved } from "../../join/fact.js";
import { bodyOf } from "./body.js";
import { build, buildList, eachOf, kept, stated } from "./build.js";
import type { V20 } from "./context.js";
import { formOf } from "./form.js";
import { parameterOf } from "./parameter.js";
import { placeOf } from "./place.js";
import { translated } from "./references.js";
import { responseOf } from "./response.js";
import { serversOf } from "./servers.js";

/** An operation. The body or form that its path item has for all operations goes into each. */
export function operationOf(ctx: V20, item: Cursor, node: Cursor): Fact {
  return build(ctx, node.origin, [
    ...kept(node, MOVED),
    ["servers", node.has("schemes") ? serversOf(ctx, node) : undefined],
    ["parameters", parametersOf(ctx, node.get("parameters"))],
    ["requestBody", requestBodyOf(ctx, item, node)],
    ["responses", eachOf(ctx, node.get("responses"), (it) => responseOf(ctx, it, node))],
  ]);
}

const MOVED: ReadonlySet<string> = new Set(["consumes", "produces", "parameters", "responses", "schemes"]);

/** The parameters that stay parameters: those of a body or form do not. */
export function parametersOf(ctx: V20, list: Cursor | undefined): Fact | undefined {
  if (list === undefined) return undefined;
  const own = list.items().filter((it) => !isBody(it));
  return own.length === 0
    ? undefined
    : buildList(
        ctx,
        list.origin,
        own.map((it) => parameterOf(ctx, it)),
      );
}

/** A body counts before a form, as there can be only one of them; the operation's own before that of its path item. */
function requestBodyOf(ctx: V20, item: Cursor, node: Cursor): Fact | undefined {
  const listed = [...node.items("parameters"), ...item.items("parameters")];
  const body = listed.find((it) => placeOf(resolved(it)) === "body");
  if (body !== undefined) {
    reportOthers(ctx, body, listed);
    return bodyOrReference(ctx, body, node);
  }
  const fields = listed.flatMap((it) => resolved(it) ?? []).filter((it) => placeOf(it) === "formData");
  const byName = new Map(fields.toReversed().map((it) => [it.text("name"), it]));
  const [first, ...rest] = fields.filter((it) => byName.get(it.text("name")) === it);
  return first && formOf(ctx, [first, ...rest], node);
}

/** A body of the path item that has the name of the operation's own is replaced by it, as any parameter is. */
function reportOthers(ctx: V20, body: Cursor, listed: readonly Cursor[]): void {
  const nameOf = (it: Cursor): string => resolved(it)?.text("name") ?? "";
  for (const it of listed.filter(isBody))
    if (nameOf(it) !== nameOf(body) || placeOf(resolved(it)) !== "body")
      ctx.diagnostics.report("document/second-body", it.origin, { name: nameOf(it), body: nameOf(body) });
}

/** A shared body has the media types of the operation that refers to it: written out where these are other ones. */
function bodyOrReference(ctx: V20, node: Cursor, holder: Cursor): Fact {
  const reference = node.text("$ref");
  const target = resolved(node) ?? node;
  if (reference === undefined || holder.has("consumes")) return bodyOf(ctx, target, holder);
  return build(ctx, node.origin, [["$ref", stated(translated(ctx, reference), node.get("$ref") ?? node)]]);
}

function isBody(parameter: Cursor): boolean {
  const place = placeOf(resolved(parameter));
  return place === "body" || place === "formData";
}
