import { dirname, isAbsolute, join, posix } from "node:path";
import { Programs } from "../../config/programs/programs.js";
import type { RunProgram } from "../../config/programs/run.js";
import type { Host } from "../../pipeline/host.js";
import { nodeHost } from "../../pipeline/node-host.js";
import { factsOf, type Facts } from "./facts.js";

/** What the plugin is told in `nx.json`. */
export interface NxOptions {
  /** What the target is called that makes the SDKs of a config. Default: `generate`. */
  readonly targetName?: string;
  /** What the target is called that fails where they are out of date. Default: `generate:check`. */
  readonly checkTargetName?: string;
}

/** What nx says of the workspace, as far as the plugin goes by it. */
export interface NxContext {
  readonly workspaceRoot: string;
}

/** What was found of one config file. Paths are relative to the workspace. */
export type NxNode = readonly [configFile: string, found: { readonly projects: Readonly<Record<string, NxProject>> }];
export interface NxProject {
  readonly root: string;
  readonly targets: Readonly<Record<string, NxTarget>>;
}
/** https://nx.dev/docs/reference/project-configuration */
export interface NxTarget {
  readonly executor: string;
  readonly options: Readonly<Record<string, string>>;
  readonly cache: boolean;
  readonly inputs: readonly (string | Readonly<Record<string, readonly string[]>>)[];
  readonly outputs: readonly string[];
  readonly metadata: object;
}

export type NxCreateNodes = readonly [
  pattern: string,
  create: (files: readonly string[], options: NxOptions | undefined, context: NxContext) => Promise<NxNode[]>,
];

/** The name of the plugin in nx. */
export const name = "sdkwright/nx";

/**
 * Gives each project of an nx workspace that has a config of sdkwright a target which makes its SDKs, cached by the very
 * files that a run reads, and one which checks them. Nothing of nx is imported, so any version that knows inferred tasks takes it.
 */
export const createNodes: NxCreateNodes = [
  "**/sdkwright.config.{ts,mts,js,mjs,json}",
  async (files, options = {}, { workspaceRoot }) => {
    const host = { ...nodeHost(), cwd: workspaceRoot };
    // nx may ask again in the same process after a config has changed.
    const { run } = new Programs();
    const nodes = await Promise.all(files.map((it) => nodesFor(it, options, host, run)));
    return nodes.flat();
  },
];

/** The same, by the name that nx 17.2 to 22 knows. */
export const createNodesV2: NxCreateNodes = createNodes;

async function nodesFor(
  file: string,
  { targetName = "generate", checkTargetName = "generate:check" }: NxOptions,
  host: Host,
  run: RunProgram,
): Promise<readonly NxNode[]> {
  const root = dirname(file).replaceAll("\\", "/");
  const [manifest, project] = ["package.json", "project.json"].map((it) => host.readFile(join(host.cwd, root, it)));
  // A folder that is no project of its own has no targets.
  if (manifest === undefined && project === undefined) return [];
  const scripts = scriptsIn(manifest);
  const facts = await factsOf(join(host.cwd, file), host, run);
  const generate: NxTarget = {
    ...runs("sdkwright generate", targetName, scripts, root),
    cache: facts !== undefined && [...facts.reads, ...facts.outputs].every((it) => !isOutside(it)),
    inputs: inputsOf(facts, root, host),
    outputs: facts?.outputs.map((it) => inWorkspace(it, root)) ?? [],
    metadata: metadata("Make the SDKs that the config describes."),
  };
  const check: NxTarget = {
    ...runs("sdkwright generate --check", checkTargetName, scripts, root),
    // It is asked what is on the disk.
    cache: false,
    inputs: generate.inputs,
    outputs: [],
    metadata: metadata("Fail where the SDKs are not what their inputs give."),
  };
  return [[file, { projects: { [root]: { root, targets: { [targetName]: generate, [checkTargetName]: check } } } }]];
}

/**
 * A script of that name in the project's `package.json` is what runs: nx makes a target of it, too, and joins two of one
 * executor, but of two that differ it takes the script's alone, which would be cached by nothing and have no output.
 */
const runs = (command: string, target: string, scripts: object, cwd: string): Pick<NxTarget, "executor" | "options"> =>
  Object.hasOwn(scripts, target)
    ? { executor: "nx:run-script", options: { script: target } }
    : { executor: "nx:run-commands", options: { command, cwd } };

function scriptsIn(manifest: Uint8Array | undefined): object {
  try {
    // Whatever anybody wrote there.
    const { scripts } = JSON.parse(Buffer.from(manifest ?? []).toString("utf8")) as { readonly scripts?: unknown };
    return typeof scripts === "object" && scripts !== null ? scripts : {};
  } catch {
    return {};
  }
}

function inputsOf(facts: Facts | undefined, root: string, host: Host): NxTarget["inputs"] {
  const own = ["sdkwright.config.*", "sdkwright.lock"].map((it) => `{projectRoot}/${it}`);
  const read = facts?.reads.filter((it) => !isOutside(it)).map((it) => pattern(inWorkspace(it, root))) ?? [];
  // Its own configuration decides what the output looks like.
  const format = facts?.packages.includes("prettier") === true ? prettierFiles : [];
  const packages = [...(isPartOf(root, host) ? [] : ["sdkwright"]), ...(facts?.packages ?? [])];
  return [
    ...new Set([...own, ...read, ...format]),
    ...(packages.length > 0 ? [{ externalDependencies: packages }] : []),
  ];
}

const prettierFiles = ["{workspaceRoot}", "{projectRoot}"].flatMap((folder) =>
  [".prettierrc*", "prettier.config.*", ".editorconfig"].map((it) => `${folder}/${it}`),
);

/** nx cannot hash or store what is not in the workspace. */
const isOutside = (path: string): boolean => path.startsWith("../") || isAbsolute(path);

/** Whether sdkwright is a part of the workspace. nx knows a package that was installed by its version, and fails for one that was not. */
function isPartOf(root: string, host: Host): boolean {
  const places = [join(host.cwd, root), host.cwd].map((it) => host.realpath(join(it, "node_modules/sdkwright")));
  const place = places.find((it) => it !== undefined);
  return place !== undefined && !/[\\/]node_modules[\\/]/.test(place);
}

/** A path that is relative to the workspace as nx wants it. */
function inWorkspace(path: string, root: string): string {
  const inside = posix.relative(root, path);
  return inside.startsWith("..") ? `{workspaceRoot}/${path}` : `{projectRoot}/${inside}`;
}

/** nx takes each path for a glob: what means something in one stands for any character. */
const pattern = (path: string): string => path.replaceAll(/(?<=\}\/.*)[*?[\]{}()!+@]/g, "?");

const metadata = (description: string): object => ({
  technologies: ["sdkwright"],
  description,
  help: { command: "npx sdkwright generate --help", example: {} },
});
