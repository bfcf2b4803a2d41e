import { createInterface } from "node:readline/promises";
import type { Dialog } from "./host.js";

/** Questions go to the standard error, as all talk does. */
export function openDialog(): Dialog {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Read as a sequence, so that a line which is typed or pasted before its question is asked is its answer and not lost.
  const lines = terminal[Symbol.asyncIterator]();
  let isOver = false;
  terminal.once("close", () => (isOver = true));
  return {
    async ask(question) {
      if (!isOver) {
        terminal.setPrompt(question);
        terminal.prompt();
      }
      const { done, value } = await lines.next();
      return done === true ? undefined : value.trim();
    },
    close: () => terminal.close(),
  };
}
