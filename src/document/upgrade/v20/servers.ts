import type { Cursor } from "../../cursor.js";
import type { Fact } from "../../join/fact.js";
import { build, buildList, type Member, stated } from "./build.js";
import type { V20 } from "./context.js";

/** `schemes`, `host` and `basePath` as `servers`; undefined where nothing but the host of the description itself is told. */
export function serversOf(ctx: V20, node: Cursor): Fact | undefined {
  const { root } = ctx;
  const place = root.get("host") ?? root.get("basePath");
  const [{ host }, path] = [hostOf(root), basePath(root)];
  if (place === undefined || host + path === "") return undefined;
  const urls = host === "" ? [path] : schemesOf(root, node).map((scheme) => `${scheme}://${host}${path}`);
  const server = (url: string): Fact => build(ctx, place.origin, [["url", stated(url, place)] satisfies Member]);
  return buildList(ctx, (node.get("schemes") ?? place).origin, urls.map(server));
}

/** Some authors write the scheme before the host, and a slash after it. */
function hostOf(root: Cursor): { readonly host: string; readonly scheme: string | undefined } {
  const [, scheme, host = ""] = /^(?:(\w+):\/\/)?(.*?)\/*$/.exec(root.text("host") ?? "") ?? [];
  return { host, scheme };
}

const basePath = (root: Cursor): string => (root.text("basePath") ?? "").replace(/^\/*(?=.)/, "/").replace(/\/+$/, "");

/**
 * The first server is the one that is called, so the safest scheme comes first. Without any, it is that of the
 * description's own address, which a file does not have: hardly an API is left that does not answer to https.
 */
function schemesOf(root: Cursor, node: Cursor): readonly string[] {
  const known = new Set((node.has("schemes") ? node : root).texts("schemes").map((it) => it.toLowerCase()));
  const listed = ["https", "http", "wss", "ws"].filter((it) => known.has(it));
  return listed.length === 0 ? [hostOf(root).scheme ?? "https"] : listed;
}
