import { createRequire, Module } from "node:module";

type TsMorph = typeof import("ts-morph");

const require = createRequire(import.meta.url);
// What `require` gives is what `import` would, which scans all of this CommonJS for the names that it exports.
const load = (): TsMorph => require("ts-morph") as TsMorph;

/** The parts of ts-morph that exist at run time. */
const tsMorph = withoutCompiler() ?? load();

export const StructureKind: TsMorph["StructureKind"] = tsMorph.StructureKind;
export const printStructure: TsMorph["printStructure"] = tsMorph.printStructure;

/**
 * ts-morph with a stand-in for TypeScript's compiler: to print structures needs nothing of that, and it is 9 of the 13 MB that
 * come with ts-morph. Node lets entries be put into the cache of `require`; they are taken out again, so that whoever else wants
 * ts-morph in this process gets a whole one. Undefined where it is there already, or a release wants more of the compiler.
 */
function withoutCompiler(): TsMorph | undefined {
  const { cache } = require;
  const entry = require.resolve("ts-morph");
  if (cache[entry] !== undefined) return undefined;
  const common = createRequire(entry).resolve("@ts-morph/common");
  const compiler = createRequire(common).resolve("./typescript");
  try {
    cache[compiler] = Object.assign(new Module(compiler), { loaded: true, exports: standIn() });
    return load();
  } catch {
    return undefined;
  } finally {
    for (const it of [entry, common, compiler]) delete cache[it];
  }
}

/** What ts-morph asks of the compiler while it is loaded; the kinds of nodes are keys in its tables. */
function standIn(): object {
  return {
    version: "6.0.0",
    ScriptTarget: {},
    SyntaxKind: new Proxy({}, { get: (_, name) => name }),
    // Where commas go in a list of texts is looked for with the scanner. Lists of ours are writers.
    createScanner: () => new Proxy({}, { get: needsCompiler }),
  };
}

function needsCompiler(): never {
  throw new Error("ts-morph is loaded without TypeScript's compiler: write this list in a structure by a writer.");
}
