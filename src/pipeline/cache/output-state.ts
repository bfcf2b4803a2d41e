import { join } from "node:path";
import { isOurs } from "../../write/header.js";
import { isTempName, listTree, type Listed } from "../../write/tree.js";
import type { Host } from "../host.js";
import { hash, hashOfFile } from "./fingerprint.js";

/** What stood in an output folder when a run had ended. */
export interface OutputState {
  /** The files of the output, with the hash of what they hold. */
  readonly files: readonly (Trace & { readonly hash: string })[];
  /** The other files: somebody else's, and those of outputs further inside. */
  readonly others: readonly Trace[];
}
/** What tells without reading that a file is as it was. */
interface Trace {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

/** A file of an output, and what it holds where that is known. */
export interface OutputFile {
  readonly path: string;
  readonly text?: string;
}

/** Takes note of an output that is up to date. */
export function stateOf(output: string, files: readonly OutputFile[], host: Host): OutputState {
  const own = new Set(files.map((it) => it.path));
  const others = listTree(output, host).filter((it) => it.kind === "file" && !own.has(it.path));
  return {
    files: files.flatMap(({ path, text }) => {
      const content = text ?? host.readFile(join(output, path));
      // Where somebody has been at it since, it is not what the run gave.
      return traceOf(output, path, host).map((it) => ({
        ...it,
        hash: content !== undefined && Buffer.byteLength(content) === it.size ? hash(content) : UNKNOWN,
      }));
    }),
    others: others.flatMap((it) => traceOf(output, it.path, host)),
  };
}

/**
 * How an output stands to what was noted of it: `same` without reading a file, `touched` where only reading could tell
 * (a fresh checkout, a build cache), `different`. With `thorough` every file is read.
 */
export function compare(
  state: OutputState,
  output: string,
  thorough: boolean,
  host: Host,
): "same" | "touched" | "different" {
  if (host.stat(output)?.kind !== "folder") return "different";
  const listed = new Map(listTree(output, host).map((it) => [it.path, it]));
  const others = new Map(state.others.map((it) => [it.path, it]));
  const doubtful = state.files.filter((it) => thorough || it.hash === UNKNOWN || !isUntouched(it, output, host));
  const whole = state.files.every((it) => listed.get(it.path)?.kind === "file");
  if (!whole || doubtful.some((it) => hashOfFile(join(output, it.path), host) !== it.hash)) return "different";
  state.files.forEach((it) => listed.delete(it.path));
  const strays = [...listed.values()].some((it) => isStray(it, others.get(it.path), output, host));
  if (strays) return "different";
  return doubtful.length > 0 ? "touched" : "same";
}

/** No file has this hash. */
const UNKNOWN = "";

/** A file that a run would remove, or would have to look at. */
function isStray({ path, name, kind }: Listed, known: Trace | undefined, output: string, host: Host): boolean {
  if (kind !== "file" || (known !== undefined && isUntouched(known, output, host))) return false;
  return isTempName(name) || isOurs(host.readFile(join(output, path)) ?? new Uint8Array());
}

const isUntouched = (known: Trace, output: string, host: Host): boolean =>
  traceOf(output, known.path, host).some(
    (it) => it.size === known.size && it.mtimeMs === known.mtimeMs && it.ctimeMs === known.ctimeMs,
  );

/** Empty where no file is. */
function traceOf(output: string, path: string, host: Host): readonly Trace[] {
  const stat = host.lstat(join(output, path));
  return stat?.kind === "file" ? [{ path, size: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs }] : [];
}
