import { describe, expect, test } from "vitest";
import { programOn } from "../support/program.js";
import { memoryHost } from "../support/memory-host.js";
import { sdkOf } from "./support/sdk-of.js";

const line =
  '{"openapi":"3.1.0","info":{"title":"A","version":"1"},"paths":{"/a":{"get":{"responses":{"204":{"description":"None"}}}}}}';
const redoc = (url: string): string => `<title>Docs</title>\n<redoc spec-url="${url}"></redoc>`;

describe("what a page says of its description is followed with care", () => {
  test("no network", async () => {
    const { said, files } = await sdkOf("page.html", { "page.html": redoc("https://example.com/openapi.json") });
    expect(said).toEqual([
      "error read/page-remote page.html:2:18 The page shows the description at https://example.com/openapi.json, and nothing is fetched for a page.",
    ]);
    expect(files).toEqual({});
  });

  test.each(["../openapi.json", "/../openapi.json", "a/%2e%2e/../openapi.json"])("no file outside: %s", async (url) => {
    const { said } = await sdkOf("docs/page.html", { "docs/page.html": redoc(url), "openapi.json": line });
    expect(said).toEqual([
      `error read/page-outside docs/page.html:2:18 The page shows the description ${url}, which is outside of the page's folder.`,
    ]);
  });

  test("no link that leads out", async () => {
    const host = memoryHost({
      files: { "/project/docs/page.html": redoc("openapi.json"), "/secret/openapi.json": line },
      links: { "/project/docs/openapi.json": "/secret/openapi.json" },
    });
    const { code, stderr } = await programOn(["docs/page.html", "-o", "sdk"], host);
    expect(code).toBe(1);
    expect(stderr).toContain("error read/page-outside");
  });

  test("no file that is not there", async () => {
    const { said } = await sdkOf("page.html", { "page.html": redoc("api/openapi.json") });
    expect(said).toEqual([
      "error read/page-not-beside page.html:2:18 The page shows the description api/openapi.json, and there is no file api/openapi.json.",
    ]);
  });

  test("not in circles", async () => {
    const { said } = await sdkOf("a.html", { "a.html": redoc("b.html"), "b.html": redoc("a.html") });
    expect(said).toEqual(["error read/page-circle b.html:2:18 The page leads to a.html, which leads back."]);
  });
});

test("the description that a page names counts for whether anything has changed", async () => {
  const host = memoryHost({
    files: {
      "/project/package.json": "{}",
      "/project/node_modules/some/index.js": "",
      "/project/page.html": redoc("openapi.json"),
      "/project/openapi.json": line,
    },
  });
  const stages = async (): Promise<readonly string[]> => {
    const { stdout } = await programOn(["page.html", "-o", "sdk", "--json"], host);
    const { stages } = JSON.parse(stdout) as { readonly stages: readonly { readonly name: string }[] };
    return stages.map((it) => it.name);
  };
  await stages();
  expect(await stages()).toEqual(["unchanged"]);
  host.writeFile("/project/openapi.json", line.replace("/a", "/b"));
  expect(await stages()).toContain("write");
});
