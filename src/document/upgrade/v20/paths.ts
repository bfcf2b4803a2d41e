import type { Cursor } from "../../cursor.js";
import type { Fact } from "../../join/fact.js";
import { build, eachOf, type Member } from "./build.js";
import type { V20 } from "./context.js";
import { operationOf, parametersOf } from "./operation.js";

export const pathsOf = (ctx: V20, paths: Cursor | undefined): Fact | undefined =>
  eachOf(ctx, paths, (it, path) => (path.startsWith("x-") ? it : itemOf(ctx, it)));

function itemOf(ctx: V20, item: Cursor): Fact {
  return build(
    ctx,
    item.origin,
    item.entries().map(([key, it]): Member => {
      if (key === "parameters") return [key, parametersOf(ctx, it)];
      return [key, METHODS.has(key.toLowerCase()) && it.isObject ? operationOf(ctx, item, it) : it];
    }),
  );
}

const METHODS: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch"]);
