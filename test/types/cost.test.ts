import { join } from "node:path";
import ts from "typescript";
import { expect, onTestFinished, test } from "vitest";
import { project } from "../support/compile.js";
import { generateSdk } from "../support/sdk.js";

const list = {
  parameters: ["page", "per_page"].map((name) => ({ in: "query", name, schema: { type: "integer" } })),
  responses: {
    200: {
      description: "A page.",
      headers: { Link: { schema: { type: "string" } }, "X-Total": { schema: { type: "integer" } } },
      content: { "application/json": { schema: { type: "array", items: { type: "string" } } } },
    },
    404: { description: "No such list." },
  },
};
const api = {
  openapi: "3.1.0",
  info: { title: "Lists", version: "1" },
  paths: { "/a": { get: { operationId: "listA", ...list } }, "/b": { get: { operationId: "listB", ...list } } },
};

test("a compiler makes few types of calls with headers and pages", async () => {
  const { files } = await generateSdk({ "api.json": JSON.stringify(api) });
  const { folder, remove } = project(files);
  onTestFinished(remove);
  const options = { strict: true, module: ts.ModuleKind.NodeNext, lib: ["lib.es2022.d.ts", "lib.dom.d.ts"], types: [] };
  const program = ts.createProgram([join(folder, "index.ts")], options);
  expect(ts.getPreEmitDiagnostics(program)).toEqual([]);
  // To find out by itself how types of promises relate it would make ten times as many.
  expect(program.getTypeCount()).toBeLessThan(50_000);
});
