import { beforeAll, expect, test } from "vitest";
import { makers, withoutPatterns, writtenOut } from "./support/makers.js";
import { type Made, sdkOf } from "./support/sdk-of.js";
import { trickyJson } from "./support/tricky.js";

const plain = new Map<string, Made>();
beforeAll(async () => {
  for (const text of [trickyJson, withoutPatterns(trickyJson)])
    plain.set(text, await sdkOf("openapi.json", { "openapi.json": text }));
});

test.each(Object.entries(makers))("a page by %s gives the same SDK as its description", async (name, make) => {
  const files = await make();
  const { said, files: made } = await sdkOf("page.html", files);
  expect(said).toEqual([]);
  expect(made).toEqual(
    plain.get(name.startsWith("swagger-ui-express") ? withoutPatterns(trickyJson) : trickyJson)?.files,
  );
});

test("a page by openapi-generate-html 0.5.3, swagger, gives all but what refers to itself, which is said", async () => {
  const { said, files } = await sdkOf("page.html", await writtenOut());
  expect([...new Set(said.map((it) => it.split(" ", 2).join(" ")))]).toEqual(["warning schema/circular"]);
  expect(files["/project/sdk/types/tree.ts"]).toContain("parent?: unknown;");
});
