/** The thread in which a config file runs (see `programs.ts`): it is given the path, and answers once. */
import { parentPort, workerData } from "node:worker_threads";
import type { Answer } from "./programs.js";
import { NoDefault, runProgram } from "./run.js";

const answer = (it: Answer): void => parentPort?.postMessage(it);
try {
  answer({ value: await runProgram(String(workerData)) });
} catch (error) {
  if (error instanceof NoDefault) answer("no default");
  else answer({ problem: error instanceof Error ? error.message : String(error) });
}
