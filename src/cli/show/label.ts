import type { Project } from "../../config/project.js";
import type { Host } from "../../pipeline/host.js";
import { shownPath } from "../../pipeline/paths.js";

/** What a project is called where its result is told: by its output, of several by its name as well. */
export function labelOf({ name, settings: { output } }: Project, several: boolean, host: Host): string {
  const path = output === undefined ? undefined : shownPath(output, host);
  if (path === undefined || !several) return path ?? name;
  return path === name ? path : `${name} (${path})`;
}
