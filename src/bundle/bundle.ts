import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { build } from "rolldown";
import { askedBuiltins } from "./builtins.js";
import { noticesOf } from "./notices.js";
import { chunkNames } from "./together.js";
import { printingOnly } from "./printing-only.js";

/**
 * Bundles what the package offers, each with all that it needs, into a few files: to find and link a file for each module
 * takes longer than a run that has nothing to do. What is imported late stays apart, under the name of its module. Packages
 * that are no dependencies are part of the bundle.
 */
// It is the project's own package.json, in which each export is a file or has a default.
const { bin, exports, dependencies, peerDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
};
const installed = new Set(Object.keys({ ...dependencies, ...peerDependencies }));
const offered = [
  ...Object.values(bin),
  ...Object.values(exports).map((it) => (typeof it === "string" ? it : it.default)),
]
  .filter((it) => it.endsWith(".js"))
  .map((it) => it.replace(/^(\.\/)?dist\/(.*)\.js$/, "$2"));

/** Modules that look for something by where they are, such as the code of a thread, stay where they are. */
const placed = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((it) => it.endsWith(".ts") && !it.startsWith("bundle"))
  .map((it) => ({ place: placeOf(`/src/${it}`), text: readFileSync(`src/${it}`, "utf8") }))
  .filter(({ text }) => text.includes("import.meta.url"));
const places = new Set(placed.map((it) => it.place));
const threads = placed.flatMap(({ place, text }) =>
  [...text.matchAll(/new URL\("([\w./-]+)\.js", import\.meta\.url\)/g)].map(([, name = ""]) =>
    posix.join(posix.dirname(place), name),
  ),
);

const chunkOf = chunkNames();
const { output } = await build({
  input: Object.fromEntries([...offered, ...threads].map((it) => [it, `./${it}.ts`])),
  external: (id) => isBuiltin(id) || installed.has(packageOf(id)),
  plugins: [printingOnly(), askedBuiltins()],
  platform: "node",
  // What is loaded together may be imported late by what is not always loaded with it.
  checks: { ineffectiveDynamicImport: false },
  // Needed by what is said of dependencies below. No module stands in the chunk of an entry that another chunk imports.
  preserveEntrySignatures: "allow-extension",
  output: {
    dir: "dist",
    entryFileNames: "[name].js",
    // Declarations keep what the public ones say; nobody else reads them here, but Node would at each start.
    comments: { annotation: true, legal: true, jsdoc: false },
    chunkFileNames: ({ facadeModuleId: module, name }) => {
      if (places.has(name)) return "[name].js";
      return module === null || module === undefined ? `src/shared/${name}.js` : `${placeOf(module)}.js`;
    },
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        { debugName: "placed", name: (it) => (places.has(placeOf(it)) ? placeOf(it) : null) },
        { debugName: "together", name: chunkOf },
      ],
    },
  },
});

copyFileSync("src/config/config.schema.json", "dist/config.schema.json");
writeFileSync("dist/NOTICES.txt", noticesOf(output.flatMap((it) => (it.type === "chunk" ? it.moduleIds : []))));

/** Where a module stands in the project, as `src/read/read`. */
function placeOf(module: string): string {
  return module.replaceAll("\\", "/").replace(/^.*?\/((src|templates)\/.*)\.ts$/, "$1");
}

/** `@a/b/c` is of the package `@a/b`. */
function packageOf(id: string): string {
  return /^(@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? id;
}
