import { Diagnostics } from "../../src/diagnostics/diagnostics.js";
import { load } from "../../src/document/load.js";
import { mapInner } from "../../src/ir/map.js";
import type { Api, Type, TypeDecl, TypeId } from "../../src/ir/types.js";
import { lower } from "../../src/lower/lower.js";
import { assignNames } from "../../src/names/assign.js";
import { runPasses } from "../../src/passes/passes.js";
import { FileLibrary } from "../../src/pipeline/library.js";
import { Pinned } from "../../src/pipeline/remote/pinned.js";
import { readSource } from "../../src/read/read.js";
import { memoryHost } from "./memory-host.js";
import { defaultJob } from "./sdk.js";

/** A description as it is lowered. */
export async function loweredOf(description: unknown, diagnostics = new Diagnostics()): Promise<Api> {
  const bytes = Buffer.from(JSON.stringify(description));
  const source = await readSource({ index: 0, path: "openapi.json", bytes }, diagnostics);
  const remote = new Pinned(defaultJob.remote, memoryHost(), diagnostics);
  const library = new FileLibrary(
    [source],
    { inputs: [], root: "/project" },
    remote,
    memoryHost(),
    diagnostics,
    readSource,
  );
  const document = await load([source], library, diagnostics);
  if (document === undefined) throw new Error("The description cannot be read.");
  return lower(document, diagnostics);
}

/** What each type that the output declares means, by its name: alike for the same type wherever its parts are declared. */
export async function meaningsOf(description: unknown): Promise<ReadonlyMap<string, Type>> {
  const diagnostics = new Diagnostics();
  const api = runPasses(await loweredOf(description, diagnostics), defaultJob, diagnostics);
  const { types } = assignNames(api, diagnostics);
  const all = new Map(api.types.map((it) => [it.id, it]));
  return new Map(api.types.map((it) => [types[it.id]?.name ?? it.id, spelledOut(it.type, all)]));
}

/** The type with what the description gives no name written where it stands. */
function spelledOut(type: Type, all: ReadonlyMap<TypeId, TypeDecl>): Type {
  const target = type.kind === "ref" ? all.get(type.id) : undefined;
  return target?.owner === undefined ? mapInner(type, (it) => spelledOut(it, all)) : spelledOut(target.type, all);
}
