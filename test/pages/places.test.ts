import { describe, expect, test } from "vitest";
import { sdkOf } from "./support/sdk-of.js";

/** A description with a mistake: nothing has the name that the reference gives. */
const broken = {
  openapi: "3.1.0",
  info: { title: 'A "quoted" title & more', version: "1" },
  paths: { "/a": { get: { responses: { "200": { $ref: "#/nowhere" } } } } },
};
const line = JSON.stringify(broken);

/** Pages, and what stands where the mistake is shown. */
const pages: readonly (readonly [what: string, page: string, points: string])[] = [
  ["JSON in a script", `<script>\nconst __redoc_definition = ${line};</script>`, '"#/nowhere"}'],
  [
    "an object of JavaScript",
    "<script>\nRedoc.init({ openapi: '3.1.0', info: { title: 'A', version: '1' },\n paths: { '/a': { get: { responses: { 200: { $ref: '#/nowhere' } } } } } })</script>",
    "'#/nowhere' }",
  ],
  [
    "JSON in a string",
    `<script>\n__redoc_state = JSON.parse(${JSON.stringify(`{"definition":{"data":${line}}}`)})</script>`,
    String.raw`\"#/nowhere\"}`,
  ],
  [
    "JSON in an attribute",
    `<script id="ssr-props"\n data-initial-props="${JSON.stringify({ oasDefinition: broken }).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></script>`,
    "&quot;#/nowhere&quot;}",
  ],
  [
    "YAML in a template",
    "<script>\nel.apiDescriptionDocument = `openapi: 3.1.0\ninfo: { title: 'Of \\`A\\`', version: '1' }\npaths:\n  /a: { get: { responses: { 200: { $ref: '#/nowhere' } } } }\n`</script>",
    "'#/nowhere' }",
  ],
  ["JSON in a file beside the page", `<redoc spec-url="openapi.json"></redoc>`, '"#/nowhere"}'],
];

describe("a mistake in a description is shown where it stands in", () => {
  test.each(pages)("%s", async (_, page, points) => {
    const files: Readonly<Record<string, string>> = { "page.html": page, "openapi.json": line };
    const { said } = await sdkOf("page.html", files);
    const [, path = "", row, column] = /^error ref\/\S+ (.*?):(\d+):(\d+) /.exec(said[0] ?? "") ?? [];
    expect(textAt(files[path], Number(row), Number(column)).slice(0, points.length)).toBe(points);
  });
});

const textAt = (text = "", row: number, column: number): string =>
  text
    .split("\n")
    .slice(row - 1)
    .join("\n")
    .slice(column - 1);
