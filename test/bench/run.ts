import { runNode } from "../support/built.js";

/** One whole process, or one turn of a process that stays. */
export interface Run {
  readonly ms: number;
  /** Bytes, where it told. */
  readonly memory?: number;
  readonly stages?: readonly { readonly name: string; readonly ms: number }[];
}

/** Runs a program of Node that prints what it knows of itself as JSON. */
export async function timed(args: readonly string[], folder: string): Promise<Run> {
  const start = performance.now();
  const { code, stdout, stderr } = await runNode(args, folder);
  const ms = performance.now() - start;
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}.\n${stderr}${stdout}`);
  const { peakMemory, stages } = JSON.parse(stdout);
  return { ms, memory: peakMemory, stages };
}
