import { join } from "node:path";
import { isOurs } from "../../write/header.js";
import { isTempName, listTree, type Listed } from "../../write/tree.js";
import type { Host } from "../host.js";
import { isSameTrace, type Trace, traceOf } from "./trace.js";

/** What stood in an output folder when a run had ended. */
export interface OutputState {
  /** The files of the output, with the hash of what they hold. */
  readonly files: readonly (Placed & { readonly hash: string })[];
  /** The other files: somebody else's, and those of outputs further inside. */
  readonly others: readonly Placed[];
}
interface Placed extends Trace {
  readonly path: string;
}

/**
 * The files of an output of which only reading tells whether they are as they were noted (after a fresh checkout, from a build cache);
 * with `thorough` all of them. Undefined where it is another output for sure.
 */
export function changedIn(
  state: OutputState,
  output: string,
  thorough: boolean,
  host: Host,
): OutputState["files"] | undefined {
  if (host.stat(output)?.kind !== "folder") return undefined;
  const listed = new Map(listTree(output, host).map((it) => [it.path, it]));
  const others = new Map(state.others.map((it) => [it.path, it]));
  if (!state.files.every((it) => listed.get(it.path)?.kind === "file")) return undefined;
  const changed = state.files.filter((it) => thorough || it.hash === UNKNOWN || !isUntouched(it, output, host));
  state.files.forEach((it) => listed.delete(it.path));
  const hasStrays = [...listed.values()].some((it) => isStray(it, others.get(it.path), output, host));
  return hasStrays ? undefined : changed;
}

/** No file has this hash. */
export const UNKNOWN = "";

/** A file that a run would remove, or would have to look at. */
function isStray({ path, name, kind }: Listed, known: Placed | undefined, output: string, host: Host): boolean {
  if (kind !== "file" || (known !== undefined && isUntouched(known, output, host))) return false;
  return isTempName(name) || isOurs(host.readFile(join(output, path)) ?? new Uint8Array());
}

const isUntouched = (known: Placed, output: string, host: Host): boolean =>
  isSameTrace(known, traceIn(output, known.path, host));

/** Of a file in an output; undefined where none is, but for a link maybe. */
export const traceIn = (output: string, path: string, host: Host): Trace | undefined =>
  traceOf(host.lstat(join(output, path)));
