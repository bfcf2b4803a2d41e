import { expect, test } from "vitest";
import { RESERVED } from "../../src/names/reserved.js";
import { generateSdk } from "../support/sdk.js";

/** Whatever every SDK exports must be reserved, or a schema of that name would be exported beside it. */
test("no schema or operation takes a name that every SDK exports", async () => {
  const empty = { openapi: "3.1.1", info: { title: "Empty", version: "1" }, paths: {} };
  const { files } = await generateSdk({ "openapi.json": JSON.stringify(empty) });
  const exported = [...(files["index.ts"] ?? "").matchAll(/\{([^}]*)\}/g)].flatMap(([, names = ""]) =>
    names.split(",").map((it) => it.trim()),
  );
  const names = exported.filter((it) => it !== "");
  expect(names).toContain("createClient");
  expect(names.filter((it) => !RESERVED.has(it))).toEqual([]);
});
