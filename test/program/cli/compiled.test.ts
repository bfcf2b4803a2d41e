import { cachedDataVersionTag } from "node:v8";
import { expect, test } from "vitest";
import { compiled } from "../../../src/cli/compiled.js";

test("functions are compiled as they are loaded, and afterwards as before", async () => {
  // The tag follows from V8's flags.
  const before = cachedDataVersionTag();
  const loaded = await compiled(async () => cachedDataVersionTag());
  expect(loaded).not.toBe(before);
  expect(cachedDataVersionTag()).toBe(before);
});

test("a part that cannot be loaded changes nothing either", async () => {
  const before = cachedDataVersionTag();
  await expect(compiled(() => Promise.reject(new Error("no such module")))).rejects.toThrow("no such module");
  expect(cachedDataVersionTag()).toBe(before);
});
