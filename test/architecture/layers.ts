/**
 * Who may import whom. A layer is a folder, or a few files that stand below the rest of their folder; a file belongs to
 * the first layer that names it. A layer imports from those before it alone, so there is no circle.
 */
export interface Layer {
  readonly name: string;
  readonly holds: RegExp;
  /** The layers that it may import. */
  readonly from: readonly string[];
  /** The layers of which it may import types alone. */
  readonly typesFrom?: readonly string[];
}

export const layers: readonly Layer[] = [
  { name: "diagnostics", holds: /^src\/diagnostics\//, from: [] },
  { name: "memo", holds: /^src\/memo\//, from: [] },
  { name: "ir", holds: /^src\/ir\//, from: [], typesFrom: ["diagnostics"] },
  { name: "read", holds: /^src\/read\//, from: ["diagnostics"] },
  { name: "document", holds: /^src\/document\//, from: ["diagnostics"], typesFrom: ["read"] },
  { name: "lower", holds: /^src\/lower\//, from: ["document", "ir", "diagnostics", "memo"], typesFrom: ["read"] },
  { name: "passes", holds: /^src\/passes\//, from: ["ir", "diagnostics", "memo"] },
  { name: "names", holds: /^src\/names\//, from: ["ir", "diagnostics"] },
  { name: "emit", holds: /^src\/emit\//, from: ["ir", "memo"], typesFrom: ["names"] },
  { name: "runtime", holds: /^templates\/runtime\//, from: [] },
  { name: "templates", holds: /^templates\//, from: ["emit", "ir", "memo"], typesFrom: ["names"] },
  { name: "print", holds: /^src\/print\//, from: ["emit", "diagnostics"] },
  { name: "host", holds: /^src\/pipeline\/(host|failure|folders|paths)\.ts$/, from: [] },
  { name: "write", holds: /^src\/write\//, from: ["host", "diagnostics"] },
  {
    name: "pipeline",
    holds: /^src\/pipeline\//,
    from: [
      "diagnostics",
      "document",
      "emit",
      "host",
      "ir",
      "lower",
      "memo",
      "names",
      "passes",
      "print",
      "read",
      "templates",
      "write",
    ],
  },
  { name: "config", holds: /^src\/config\//, from: ["host", "pipeline", "read", "diagnostics"] },
  { name: "cli", holds: /^src\/cli\//, from: ["config", "host", "pipeline", "diagnostics"] },
  { name: "build", holds: /^src\/bundle\//, from: [] },
  { name: "integrations", holds: /^src\/integrations\//, from: ["cli", "config", "host", "pipeline", "diagnostics"] },
  { name: "library", holds: /^src\/index\.ts$/, from: ["config", "host", "pipeline", "diagnostics"] },
];

/** Which files may import which package, and whether more than its types. What is not listed is imported nowhere. */
export const packages: Readonly<Record<string, { readonly values: RegExp; readonly types?: RegExp }>> = {
  "ts-morph": { values: /^src\/print\/ts-morph\.ts$/, types: /^src\/print\// },
  yaml: { values: /^src\/read\/yaml\// },
  "cheerio/slim": { values: /^src\/lower\/markdown\.ts$/ },
  htmlparser2: { values: /^src\/read\/html\/tree\.ts$/ },
  "css-what": { values: /^src\/read\/html\/selector\.ts$/ },
  prettier: { values: /^src\/print\/format\.ts$/ },
  picomatch: { values: /^src\/(config\/inputs|passes\/filter\/pattern)\.ts$/ },
  "json-p3": { values: /^src\/document\/overlay\/apply\.ts$/ },
  diff: { values: /^src\/cli\/show\/differences\.ts$/ },
  chokidar: { values: /^src\/pipeline\/watch\/notify\.ts$/ },
  rolldown: { values: /^src\/bundle\// },
  jiti: { values: /^src\/config\/programs\/run\.ts$/ },
  unplugin: { values: /^src\/integrations\/bundlers\// },
  vite: { values: /^$/, types: /^src\/integrations\/bundlers\/serve\.ts$/ },
  "node:readline/promises": { values: /^src\/pipeline\/dialog\.ts$/ },
  "node:child_process": { values: /^src\/pipeline\/run-program\.ts$/ },
  "node:worker_threads": { values: /^src\/config\/programs\// },
  "node:fs": { values: /^src\/(bundle\/|pipeline\/node-host\.ts$)/ },
  "node:crypto": { values: /^src\/pipeline\// },
  "node:path": { values: /^src\/(pipeline|write|config|cli|print|integrations|bundle)\/|^src\/index\.ts$/ },
  "node:url": {
    values: /^src\/(pipeline\/(node-host|library|within)|config\/programs\/\w+|print\/format)\.ts$/,
  },
  "node:util": { values: /^src\/cli\// },
  "node:module": { values: /^src\/(passes\/filter\/pattern|bundle\/bundle|print\/format|cli\/main)\.ts$/ },
};
