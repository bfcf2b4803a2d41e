/** The thread in which a config file runs (see `programs.ts`): it is given the path, and answers once. */
import { parentPort, workerData } from "node:worker_threads";
import type { Answer } from "./programs.js";
import { runProgram } from "./run.js";

const answer = (it: Answer): void => parentPort?.postMessage(it);
try {
  answer({ value: await runProgram(String(workerData)) });
} catch (error) {
  answer({ problem: error instanceof Error ? error.message : String(error) });
}
