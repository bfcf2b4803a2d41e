import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/** Rejections that nobody handles are looked for in a process of its own: the test runner has a handler that would hide them. */
const run = promisify(execFile);
const helper = new URL("./support/unhandled.mjs", import.meta.url).pathname;

test.each([
  ["only .result() is used", "await invoke(404).result()", []],
  ["only .result() is used, later in the same turn", "const p = invoke(404); await 0; await p.result()", []],
  ["only .withResponse() is used", "await invoke(404).withResponse().catch(() => {})", []],
  [".result() and the data are used", "const p = invoke(404); await p.result(); await p.catch(() => {})", []],
  [".result() rejects and is caught", "await invoke(undefined).result().catch(() => {})", []],
  ["an input error is caught", "await invoke(404, '..').catch(() => {})", []],
  ["a failed list is iterated and caught", "try { for await (const it of list(404)); } catch {}", []],
  ["a failed list is collected and caught", "await list(404).toArray({ limit: 0 }).catch(() => {})", []],
  ["a failed list that is collected floats", "void list(404).toArray()", ["ApiError"]],
  ["the pages of a failed list are not asked for", "list(404).pages()", ["ApiError"]],
  ["a success floats", "invoke(200)", []],
  ["a failed call floats", "invoke(404)", ["ApiError"]],
  ["a failed call's .withResponse() floats", "invoke(404).withResponse()", ["ApiError"]],
  ["a lost connection floats", "invoke(undefined)", ["ConnectionError"]],
  ["a lost connection's .result() floats", "invoke(undefined).result()", ["ConnectionError"]],
  ["a call with a wrong input floats", "invoke(404, '..')", ["InputError"]],
])("%s", async (_, code, unhandled) => {
  const { stdout } = await run(process.execPath, [helper, code]);
  expect(JSON.parse(stdout)).toEqual(unhandled);
});
