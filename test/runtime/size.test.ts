import { expect, test } from "vitest";
import { flagshipCall, jsonCall, sizeOf } from "../support/small-programs.js";

// Bytes, minified and gzipped. `npm run size` shows them beside others.
test.each([
  ["an SDK with one JSON call", jsonCall, 3_000],
  ["an SDK with the flagship's form call", flagshipCall, 3_500],
] as const)("%s stays small", async (_, program, limit) => {
  expect((await sizeOf(await program())).gzipped).toBeLessThanOrEqual(limit);
});
