import { createInterface } from "node:readline/promises";

import type { Dialog } from "./host.js";

/** Questions go to the standard error, as all talk does. */
export function openDialog(): Dialog {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const left = new Promise<undefined>((resolve) => terminal.once("close", () => resolve(undefined)));
  return {
    ask: (question) => Promise.race([terminal.question(question).then((it) => it.trim()), left]),
    close: () => terminal.close(),
  };
}
