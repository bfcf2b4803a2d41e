import { resolve } from "node:path";
import type { ChunkingContext } from "rolldown";

/**
 * What is loaded together, by the modules that a program begins with: what every run needs, and what one needs besides that has
 * something to do. A file for each group costs less to find and link than one for whatever two entries share.
 */
const GROUPS = {
  start: ["src/cli/cli", "src/cli/generate"],
  run: ["src/pipeline/generate", "src/pipeline/report", "src/pipeline/cache/note", "src/read/json/read-json"],
};

/** Gives the name of the chunk that a module stands in; null where the bundler is to decide. */
export function chunkNames(): (module: string, context: ChunkingContext) => string | null {
  const known = new Map<string, ReadonlySet<string>>();
  return (module, context) => {
    for (const [name, roots] of Object.entries(GROUPS)) {
      const members = known.get(name) ?? reachedFrom(roots, context);
      known.set(name, members);
      if (members.has(module)) return name;
    }
    return null;
  };
}

/** The modules, and all that they import, directly or through others. What is imported late is not among them. */
function reachedFrom(roots: readonly string[], context: ChunkingContext): ReadonlySet<string> {
  const reached = new Set(roots.map((it) => resolve(`${it}.ts`)));
  // A Set is iterated in order of insertion and takes in what is added on the way.
  for (const id of reached) for (const it of context.getModuleInfo(id)?.importedIds ?? []) reached.add(it);
  return reached;
}
