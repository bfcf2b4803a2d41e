import type { Plugin } from "rolldown";

/**
 * Takes of Node's modules what is asked for. An import statement reads each export of the module, and some of these load others: those of
 * `node:fs` and `node:crypto` also `fs/promises`, `readline`, `worker_threads` and `webcrypto`, a tenth of Node's own start.
 */
export function askedBuiltins(): Plugin {
  return {
    name: "asked builtins",
    renderChunk: (code) => code.replaceAll(IMPORT, (_, names: string, id: string) => taken(names, id)),
  };
}

const IMPORT = /^import (?:\* as )?([\w$]+|\{[^}]*\}) from "(node:[\w/]+)";$/gm;

const taken = (names: string, id: string): string =>
  `const ${names.replaceAll(" as ", ": ")} = process.getBuiltinModule("${id}");`;
