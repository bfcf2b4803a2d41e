import { Graph } from "../cursor.js";
import { isObject } from "../values.js";
import type { UpgradeStep } from "./step.js";
import { build, kept } from "./v20/build.js";
import { componentsOf } from "./v20/components.js";
import type { V20 } from "./v20/context.js";
import { pathsOf } from "./v20/paths.js";
import { serversOf } from "./v20/servers.js";

/**
 * Swagger 2.0 as OpenAPI 3.0 (https://spec.openapis.org/oas/v2.0.html): bodies, forms and responses get their media
 * types beside their schemas, servers are written out, and what is shared moves to `components`. Each node remembers
 * where its author wrote it.
 */
export const upgradeV20ToV30: UpgradeStep = (given, { start, places, diagnostics }) => {
  places.put(given, start.origin);
  const { root } = new Graph(given, places);
  const ctx: V20 = { places, diagnostics, root };
  const { value } = build(ctx, root.origin, [
    ["openapi", { value: "3.0.4", origin: root.get("swagger")?.origin ?? root.origin }],
    ...kept(root, MOVED),
    ["servers", serversOf(ctx, root)],
    ["paths", pathsOf(ctx, root.get("paths"))],
    ["components", componentsOf(ctx)],
  ]);
  if (!isObject(value)) return given;
  places.put(value, root.origin);
  return value;
};

const MOVED: ReadonlySet<string> = new Set([
  "swagger",
  "host",
  "basePath",
  "schemes",
  "consumes",
  "produces",
  "paths",
  "definitions",
  "parameters",
  "responses",
  "securityDefinitions",
]);
