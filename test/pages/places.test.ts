import { describe, expect, test } from "vitest";
import { page } from "../inputs/page.js";
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

describe("what is said of a schema that a page prints is shown at the keyword", () => {
  const schema = JSON.stringify(
    { type: "object", properties: { 'a "b" & \u{1f600}': { type: "string", not: { enum: ["<x>"] } } } },
    null,
    2,
  );
  const encoded = schema
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('\\"', "\\&#x22;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#xA;");
  const httpdoc = (text: string): string =>
    page({ method: "POST", headers: { "content-type": "application/json" }, schema: text });
  const html2 = `<article data-name="addPet"><pre data-type="post">/pets</pre><table><tr><td>Body *</td></tr></table></article>`;

  test.each([
    ["with entities", httpdoc(encoded), "{&#xA;        &quot;enum&quot;"],
    ["with line breaks of Windows", httpdoc(encoded.replaceAll("&#xA;", "\r\n")), "{\r\n        &quot;enum&quot;"],
    ["as it is, with what looks like an element in it", httpdoc(schema), '{\n        "enum"'],
    ["in a script", `${html2}<script>defs["Pet"] = ${schema};</script>`, '{\n        "enum"'],
  ])("%s", async (_, text, points) => {
    const { said } = await sdkOf("page.html", { "page.html": text });
    const found = said.map((it) => /^warning schema\/\S+ \S+:(\d+):(\d+) /.exec(it)).find((it) => it !== null);
    expect(textAt(text, Number(found?.[1]), Number(found?.[2])).slice(0, points.length)).toBe(points);
  });
});

const textAt = (text = "", row: number, column: number): string =>
  text
    .split("\n")
    .slice(row - 1)
    .join("\n")
    .slice(column - 1);
