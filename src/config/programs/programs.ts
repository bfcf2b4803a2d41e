import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { importsOf } from "./imports.js";
import { NoDefault, type RunProgram } from "./run.js";

/**
 * Runs programs again that have changed, or that import something that has: each in a thread of its own, since modules
 * once loaded stay as they are for as long as the thread lives. What a program gave is kept while all of it is the same.
 */
export class Programs {
  readonly #given = new Map<string, { readonly text: string; readonly value: unknown }>();

  readonly run: RunProgram = async (path, host) => {
    const text = JSON.stringify([...importsOf(path, host)]);
    const known = this.#given.get(path);
    if (known?.text === text) return known.value;
    const value = await runApart(path);
    this.#given.set(path, { text, value });
    return value;
  };
}

/** What the thread answers. */
export type Answer = { readonly value: unknown } | "no default" | { readonly problem: string };

function runApart(path: string): Promise<unknown> {
  const worker = new Worker(fileURLToPath(new URL("thread.js", import.meta.url)), { workerData: path });
  return new Promise((resolve, reject) => {
    worker.once("message", (answer: Answer) => {
      if (answer === "no default") reject(new NoDefault());
      else if ("problem" in answer) reject(new Error(answer.problem));
      else resolve(answer.value);
      void worker.terminate();
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("it ended the process")));
  });
}
