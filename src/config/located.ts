import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import { locate, type Located } from "../pipeline/located.js";
import { shownPath } from "../pipeline/paths.js";
import { readSource } from "../read/read.js";

/** What there is to say of arguments and settings, with places in the config file where that is JSON. */
export async function locateSettings(
  { all }: Diagnostics,
  file: string | undefined,
  host: Host,
): Promise<readonly Located[]> {
  const bytes = file !== undefined && all.some((it) => it.target !== undefined) ? host.readFile(file) : undefined;
  if (file === undefined || bytes === undefined) return locate(all, []);
  // What is wrong with its syntax was said where it was loaded.
  const source = await readSource({ index: 0, path: shownPath(file, host), bytes }, new Diagnostics());
  return locate(all, [source]);
}
