import { Graph } from "../cursor.js";
import type { Dialect } from "../version.js";
import type { Kind } from "../walk.js";
import type { Upgrade } from "./step.js";
import { parameterOf } from "./v20/parameter.js";
import { responseOf } from "./v20/response.js";
import { schemaOf } from "./v20/schema.js";
import type { V20 } from "./v20/context.js";
import { upgradeSchemas } from "./v30-to-v31.js";

/** Takes a part of an older description to the newest shape, for one of the newest shape that refers to it. */
export function upgradePart(
  value: unknown,
  dialect: Dialect,
  kind: Kind,
  { start, places, diagnostics }: Omit<Upgrade, "visit">,
): unknown {
  const part = dialect === "2.0" ? fromV20(value, kind, { start, places, diagnostics }) : value;
  return dialect === "3.1" ? part : upgradeSchemas(part, { start: { ...start, kind, places }, places, diagnostics });
}

/** Media types that hold for the whole of the older description are not known of a part: it has the most common ones. */
function fromV20(value: unknown, { position }: Kind, { start, places, diagnostics }: Omit<Upgrade, "visit">): unknown {
  const { root } = new Graph(value, places);
  const ctx: V20 = { places, diagnostics, root: new Graph({}, places).root };
  if (position === "schema") return schemaOf(ctx, { value, origin: start.origin }).value;
  if (position === "parameter") return parameterOf(ctx, root).value;
  return position === "response" ? responseOf(ctx, root, ctx.root).value : value;
}
