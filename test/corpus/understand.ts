import { dirname } from "node:path";
import type { Generated } from "../../src/index.js";

/** What the built program makes of a description up to the names, which is all that its rules read. */
export async function understand(input: string): Promise<Generated> {
  const at = (path: string): string => new URL(`../../.cache/modules/src/${path}`, import.meta.url).href;
  const { inspect } = (await import(at("pipeline/inspect.js"))) as typeof import("../../src/pipeline/inspect.js");
  const { locate } = (await import(at("pipeline/located.js"))) as typeof import("../../src/pipeline/located.js");
  const { nodeHost } = (await import(at("pipeline/node-host.js"))) as typeof import("../../src/pipeline/node-host.js");
  const { choicesOf } = (await import(at("config/choices.js"))) as typeof import("../../src/config/choices.js");
  const home = dirname(input);
  const host = { ...nodeHost(), cwd: home };
  const job = {
    inputs: [input],
    overlays: [],
    root: home,
    remote: { home, allow: [], headers: {}, http: false },
    output: home,
    ...choicesOf({}),
    format: "none",
    strict: false,
    force: false,
    mode: "dry",
  } as const;
  const { value, diagnostics, sources } = await inspect(job, "names", host);
  return { ok: value !== undefined, files: [], diagnostics: locate(diagnostics, sources), projects: [] };
}
