import { resolve } from "node:path";
import { nodeHost } from "../../pipeline/node-host.js";
import type { Located, Place } from "../../pipeline/located.js";
import { isInside } from "../../pipeline/paths.js";
import { Asked } from "../../pipeline/watch/asked.js";
import { safe } from "../../cli/show/safe.js";
import { NO_REASON } from "./failure.js";
import { Maker } from "./make.js";
import type { PluginOptions } from "./options.js";

export type { PluginOptions } from "./options.js";

/** A plugin as esbuild takes it. */
export interface EsbuildPlugin {
  readonly name: string;
  setup(build: EsbuildBuild): void;
}

/** As much as is used here of what esbuild gives a plugin. */
export interface EsbuildBuild {
  readonly initialOptions: {
    readonly absWorkingDir?: string | undefined;
    readonly entryPoints?: EntryPoints | undefined;
  };
  onStart(act: () => Promise<{ readonly errors: Message[]; readonly warnings: Message[] }>): void;
  onResolve(options: { readonly filter: RegExp }, act: (asked: Asking) => Promise<Resolved | undefined>): void;
  resolve(path: string, options: Omit<Asking, "path">): Promise<Resolved>;
}
/** What esbuild asks for, as far as it is asked on. */
interface Asking {
  readonly path: string;
  readonly importer: string;
  readonly namespace: string;
  readonly resolveDir: string;
  readonly kind: ImportKind;
  readonly with: Record<string, string>;
}
type ImportKind =
  | "entry-point"
  | "import-statement"
  | "require-call"
  | "dynamic-import"
  | "require-resolve"
  | "import-rule"
  | "composes-from"
  | "url-token";
/** What a path stands for, in esbuild's own terms. */
interface Resolved {
  readonly path: string;
  readonly watchFiles?: string[];
  readonly watchDirs?: string[];
}
type EntryPoints = readonly (string | { readonly in: string })[] | Readonly<Record<string, string>>;
interface Message {
  readonly text: string;
  readonly location: Location | null;
  readonly notes: { readonly text: string }[];
}
interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length?: number;
  readonly lineText?: string;
}
interface Watched {
  readonly watchFiles: string[];
  readonly watchDirs: string[];
}

/**
 * The plugin for esbuild. The SDKs of the config are there when a build starts. While esbuild watches, it builds again when an input
 * changes, or anything that it refers to; what is wrong with one is an error of the build, with its place.
 */
const sdkwright = (options: PluginOptions = {}): EsbuildPlugin => ({
  name: NAME,
  setup(build) {
    const real = nodeHost();
    const host = { ...real, cwd: resolve(build.initialOptions.absWorkingDir ?? real.cwd) };
    const maker = new Maker(options);
    let watched: Watched | undefined;

    build.onStart(async () => {
      const asked = new Asked(host);
      const made = await maker.make(asked.host);
      asked.drop((path) => made.written.some((it) => path === it || isInside(path, it)));
      const places = asked.places();
      const isFolder = (path: string): boolean => host.stat(path)?.kind === "folder";
      watched = { watchFiles: places.filter((it) => !isFolder(it)), watchDirs: places.filter(isFolder) };
      const of = (severity: Located["severity"]): Message[] =>
        made.diagnostics.filter((it) => it.severity === severity).map(messageFor);
      const errors = of("error");
      const isSilent = !made.ok && errors.length === 0;
      return { errors: isSilent ? [{ text: NO_REASON, location: null, notes: [] }] : errors, warnings: of("warning") };
    });
    // esbuild is told what to watch where it asks for a module, once in each build, and takes that without a warning only with
    // an answer: the one that it gets from all others.
    build.onResolve({ filter: entriesOf(build.initialOptions.entryPoints ?? []) }, async (asked) => {
      if (watched === undefined) return undefined;
      const told = watched;
      watched = undefined;
      const { path, ...rest } = asked;
      return { ...(await build.resolve(path, rest)), ...told };
    });
  },
});

export default sdkwright;

const NAME = "sdkwright";

/**
 * Matches the names of entry points alone, since to be asked for each module takes time; everything, where they are patterns or
 * come without a name. esbuild puts `./` before what it finds.
 */
function entriesOf(points: EntryPoints): RegExp {
  const names = Object.values(points).map((it: string | { readonly in: string }) =>
    typeof it === "string" ? it : it.in,
  );
  const isPlain = names.length > 0 && names.every((it) => !it.includes("*"));
  return isPlain ? new RegExp(`^(?:\\./)?(?:${names.map(escaped).join("|")})$`) : /.*/;
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");

const messageFor = ({ code, message, help, place }: Located): Message => ({
  text: `${safe(message)} (${code})`,
  location: place === undefined ? null : locationOf(place),
  notes: [{ text: safe(help) }],
});

/** esbuild counts columns from 0, in bytes of UTF-8. */
function locationOf({ path, start, excerpt: { lines, mark } }: Place): Location {
  const lineText = safe(lines.find((it) => it.number === mark.line)?.text ?? "");
  const column = start.column - 1;
  // Of a line that is cut the columns are others.
  if (mark.at !== column) return { file: path, line: start.line, column };
  const bytes = (from: number, to: number): number => Buffer.byteLength(lineText.slice(from, to));
  return {
    file: path,
    line: start.line,
    column: bytes(0, column),
    length: bytes(column, column + mark.length),
    lineText,
  };
}
