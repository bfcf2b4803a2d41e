/** Programs of Node that do what any maker of SDKs must do, with no thought in between. */

import { peakMemoryText } from "./peak-memory.js";

const tell = `console.log(JSON.stringify({ peakMemory: ${peakMemoryText} }));`;
const program = (body: string): readonly string[] => ["--input-type=module", "--eval", `${body}\n${tell}`];

/** Parses the input, and writes as many bytes to as many files of that name in `output`. */
export const parsingAndWriting = (
  input: string,
  output: string,
  files: readonly { readonly path: string; readonly size: number }[],
): readonly string[] =>
  program(`
  import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
  import { dirname } from "node:path";
  JSON.parse(readFileSync("${input}", "utf8"));
  for (const [path, size] of ${JSON.stringify(files.map(({ path, size }) => [`${output}/${path}`, size]))}) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "x".repeat(size));
  }`);

/** Reads the input and hashes it. */
export const hashing = (input: string): readonly string[] =>
  program(`
  import { createHash } from "node:crypto";
  import { readFileSync } from "node:fs";
  createHash("sha256").update(readFileSync("${input}")).digest("hex");`);
