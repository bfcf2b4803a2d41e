import { isAffected } from "../config/affected.js";
import type { Project } from "../config/project.js";
import type { Selection } from "../config/select.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { openSince } from "../pipeline/git/since.js";
import type { Host } from "../pipeline/host.js";
import type { Screen } from "./screen.js";
import { showUnaffected } from "./show/unaffected.js";

/** The projects that `--affected` leaves; undefined where git cannot tell. */
export async function affectedOf(
  { projects, file }: Selection,
  affected: string,
  host: Host,
  screen: Screen,
  diagnostics: Diagnostics,
): Promise<readonly Project[] | undefined> {
  const since = await openSince(affected === "" ? undefined : affected, host, diagnostics);
  if (since === undefined) return undefined;
  const found: Project[] = [];
  for (const it of projects) if (await isAffected(it, file, since, host)) found.push(it);
  const unchanged = projects.length - found.length;
  if (unchanged > 0) screen.note(showUnaffected(unchanged, since));
  return found;
}
