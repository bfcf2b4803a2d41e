import type { Plugin } from "rolldown";
import { asModule } from "./as-module.js";

/**
 * Takes of ts-morph what printing structures needs: without TypeScript's compiler, which is 9 of its 13 MB, without the
 * texts of TypeScript's libraries, which are 3 of the other 4, without what looks for files, and without what reads and changes
 * trees of source code. Where a release of ts-morph is made otherwise, the build fails.
 */
export function printingOnly(): Plugin {
  return {
    name: "printing only",
    resolveId: (id, importer) =>
      importer !== undefined && COMMON.test(importer) && Object.hasOwn(standIns, id) ? `${STAND_IN}${id}` : null,
    load: (id) => (id.startsWith(STAND_IN) ? (standIns[id.slice(STAND_IN.length)] ?? null) : null),
    transform: (text, id) => {
      if (COMMON.test(id)) return asModule(withoutFiles(withoutLibraries(text)));
      return TS_MORPH.test(id) ? asModule(text) : null;
    },
  };
}

const COMMON = /@ts-morph[\\/]common[\\/]dist[\\/]ts-morph-common\.js$/;
const TS_MORPH = /node_modules[\\/]ts-morph[\\/]dist[\\/]ts-morph\.js$/;
const STAND_IN = "\0stand-in:";

/** What ts-morph asks of the compiler while it is loaded; the kinds of nodes are keys in its tables. */
const compiler = `
  const needsCompiler = () => {
    throw new Error("ts-morph is here without TypeScript's compiler: write this list in a structure by a writer.");
  };
  exports.version = "6.0.0";
  exports.ScriptTarget = {};
  exports.SyntaxKind = new Proxy({}, { get: (_, name) => name });
  // Where commas go in a list of texts is looked for with the scanner. Lists of ours are writers.
  exports.createScanner = () => new Proxy({}, { get: needsCompiler });
`;

/** Of the packages that look for files nothing is asked. */
const EMPTY = "module.exports = {};";
const standIns: Readonly<Record<string, string>> = { "./typescript": compiler, minimatch: EMPTY, tinyglobby: EMPTY };

function withoutLibraries(text: string): string {
  const [start, end] = ["const libFiles = [{", "}];\n"];
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error("The libraries are not where they were in @ts-morph/common.");
  return `${text.slice(0, from)}const libFiles = [];\n${text.slice(to + end.length)}`;
}

/** What asks for files is loaded with them, and never asked here: it has none of Node's modules for that. */
function withoutFiles(text: string): string {
  const changed = text.replaceAll(/(?<== )require\('node:(fs|fs\/promises|os)'\);/g, "{};");
  if (changed === text) throw new Error("Files are not asked for as they were in @ts-morph/common.");
  return changed;
}
