import { resolve } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import type { ProjectConfig } from "./config.js";
import { placeOf, shown, type Spot, validate } from "./validate.js";

/** What is valid of settings, as `validate` gives it; a root has to be a folder, too. Paths are taken from `home`. */
export function rootedSettings(
  value: unknown,
  spot: Spot,
  home: string,
  host: Host,
  diagnostics: Diagnostics,
): ProjectConfig | undefined {
  const settings = validate(value, spot, diagnostics);
  const root = settings?.root;
  if (root !== undefined && host.stat(resolve(home, root))?.kind !== "folder")
    diagnostics.report("config/no-root", placeOf("root", "value", spot), { where: spot.where, value: shown(root) });
  return settings;
}
