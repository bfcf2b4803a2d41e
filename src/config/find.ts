import { dirname, join } from "node:path";
import type { Host } from "../pipeline/host.js";

/** The nearest config file: in a folder or in one above it. */
export function findConfig(from: string, host: Host): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = names.map((it) => join(folder, it)).find((it) => host.stat(it)?.kind === "file");
    if (found !== undefined || folder === dirname(folder)) return found;
  }
}

const names = ["ts", "mts", "js", "mjs", "json"].map((it) => `sdkwright.config.${it}`);
