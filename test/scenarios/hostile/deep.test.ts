import { expect, test } from "vitest";
import { generateSdk } from "../../support/sdk.js";

test("a description of thousands of elements inside each other is told by its text", async () => {
  const description = `${"<b>".repeat(5_000)}Deep*/down${"</b>".repeat(5_000)}`;
  const paths = { "/a": { get: { operationId: "getA", description, responses: { 204: { description: "None." } } } } };
  const api = { openapi: "3.1.0", info: { title: "T", version: "1" }, servers: [{ url: "https://a.example" }], paths };
  const { files, diagnostics } = await generateSdk({ "api.json": JSON.stringify(api) });
  expect(diagnostics).toEqual([]);
  expect(files["operations/a.ts"]).toContain("Deep*\\/down");
});
