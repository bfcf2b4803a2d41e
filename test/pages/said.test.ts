import { describe, expect, test } from "vitest";
import { programOn } from "../support/program.js";
import { memoryHost } from "../support/memory-host.js";
import { sdkOf } from "./support/sdk-of.js";

const line =
  '{"openapi":"3.1.0","info":{"title":"A","version":"1"},"paths":{"/a":{"get":{"responses":{"204":{"description":"None"}}}}}}';
const redoc = (url: string): string => `<title>Docs</title>\n<redoc spec-url="${url}"></redoc>`;

describe("what a page says of its description is followed with care", () => {
  test.each([
    ["https://example.com/openapi.json", "https://example.com/openapi.json"],
    ["//example.com/openapi.json#a", "https://example.com/openapi.json"],
  ])("no network: %s", async (url, address) => {
    const { said, files } = await sdkOf("page.html", { "page.html": redoc(url) });
    expect(said).toEqual([
      `error remote/not-allowed page.html:2:18 ${address} is not read: the host example.com is not allowed.`,
    ]);
    expect(files).toEqual({});
  });

  test.each([
    ["../../secret/openapi.json", "it is outside of the folders that references may reach"],
    ["/../../secret/openapi.json", "it is outside of the folders that references may reach"],
    ["a/%2e%2e/../../../secret/openapi.json", "it is outside of the folders that references may reach"],
    ["link.json", "it is outside of the folders that references may reach"],
    [".openapi.json", "it is hidden"],
    ["file:///secret/openapi.json", "it is neither a URL of https nor a path"],
  ])("no file that is not the project's: %s", async (url, reason) => {
    const world = {
      files: {
        "/project/docs/page.html": redoc(url),
        "/project/docs/.openapi.json": line,
        "/secret/openapi.json": line,
      },
      links: { "/project/docs/link.json": "/secret/openapi.json" },
    };
    const { code, stdout } = await programOn(["docs/page.html", "-o", "sdk", "--json"], memoryHost(world));
    expect(code).toBe(1);
    const [{ code: said, message }] = JSON.parse(stdout).diagnostics;
    expect({ said, message }).toEqual({
      said: "read/page-refused",
      message: `The page shows the description ${url}, which is not read: ${reason}.`,
    });
  });

  test("no file that is not there", async () => {
    const { said } = await sdkOf("page.html", { "page.html": redoc("api/openapi.json") });
    expect(said).toEqual([
      "error read/page-not-beside page.html:2:18 The page shows the description api/openapi.json, and api/openapi.json cannot be read: there is no such file.",
    ]);
  });

  test("not in circles", async () => {
    const { said } = await sdkOf("a.html", { "a.html": redoc("b.html"), "b.html": redoc("a.html") });
    expect(said).toEqual(["error read/page-circle b.html:2:18 The page leads to a.html, which leads back."]);
  });
});

test("a page in a folder of the project names a file above it, as references do", async () => {
  const { said, files } = await sdkOf("docs/page.html", {
    "docs/page.html": redoc("../openapi.json"),
    "openapi.json": line,
  });
  expect(said).toEqual([]);
  expect(Object.keys(files)).toContain("/project/sdk/index.ts");
});

test("what a script names is beside the page that loads it, not beside the script", async () => {
  const { said } = await sdkOf("page.html", {
    "page.html": '<div id="swagger-ui"></div><script src="assets/swagger-initializer.js"></script>',
    "assets/swagger-initializer.js": 'SwaggerUIBundle({ url: "openapi.json" })',
    "openapi.json": line,
  });
  expect(said).toEqual([]);
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
