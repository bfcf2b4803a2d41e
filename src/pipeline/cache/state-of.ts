import { join } from "node:path";
import { listTree } from "../../write/tree.js";
import type { Host } from "../host.js";
import { hash } from "./hash.js";
import { type OutputState, traceIn, UNKNOWN } from "./output-state.js";

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
      const trace = traceIn(output, path, host);
      if (trace === undefined) return [];
      // Where somebody has been at it since, it is not what the run gave.
      const isWhole = content !== undefined && Buffer.byteLength(content) === trace.size;
      return [{ path, ...trace, hash: isWhole ? hash(content) : UNKNOWN }];
    }),
    others: others.flatMap(({ path }) => {
      const trace = traceIn(output, path, host);
      return trace === undefined ? [] : [{ path, ...trace }];
    }),
  };
}
