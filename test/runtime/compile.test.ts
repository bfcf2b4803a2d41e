import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

test.each([
  ["typescript", []],
  ["typescript7", []],
  // A server's project may know the globals from Node's types alone.
  ["typescript7", ["--lib", "es2022", "--types", "node", "--skipLibCheck"]],
])("the runtime compiles by itself, with %s %j", async (compiler, flags) => {
  const tsc = path(`../../node_modules/${compiler}/bin/tsc`);
  const done = await run(process.execPath, [tsc, "-p", path("../../templates/runtime"), ...flags]).catch(
    (it: { readonly stdout: string }) => it,
  );
  expect(done.stdout).toBe("");
});

test("the type tests of the runtime hold", async () => {
  const tsc = path("../../node_modules/typescript7/bin/tsc");
  const done = await run(process.execPath, [tsc, "-p", path(".")]).catch((it: { readonly stdout: string }) => it);
  expect(done.stdout).toBe("");
});
