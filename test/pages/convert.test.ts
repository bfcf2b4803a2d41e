import { Validator } from "@seriousme/openapi-schema-validator";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { page } from "../inputs/page.js";
import { memoryHost } from "../support/memory-host.js";
import { programOn, tinySpec } from "../support/program.js";
import { sdkOf } from "./support/sdk-of.js";
import { tricky, trickyJson } from "./support/tricky.js";

const specs = new URL("../../specs/", import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, specs), "utf8");

const v20 = JSON.stringify({
  swagger: "2.0",
  info: { title: "Old", version: "1" },
  host: "api.example.com",
  paths: {
    "/pets": {
      post: {
        consumes: ["application/json"],
        parameters: [{ name: "pet", in: "body", schema: { $ref: "#/definitions/Pet" } }],
        responses: { 200: { description: "Fine", schema: { $ref: "#/definitions/Pet" } } },
      },
    },
  },
  definitions: { Pet: { type: "object", properties: { name: { type: "string" } } } },
});

const v32 = `openapi: 3.2.0
info: { title: New, version: "1" }
paths:
  /pets:
    query:
      operationId: searchPets
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses:
        "200": { description: Fine, content: { application/jsonl: { itemSchema: { type: string } } } }
`;

/** One input each; `page` ones lack much that OpenAPI requires. */
const inputs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a description": { "input.json": trickyJson },
  "an older description": { "input.json": v20 },
  "a description of OpenAPI 3.2": { "input.yaml": v32 },
  "a description in two files": {
    "input.yaml": v32.replace("type: object", "$ref: 'pet.json#/Pet'"),
    "pet.json": '{ "Pet": { "type": "object", "properties": { "next": { "$ref": "#/Pet" } } } }',
  },
  "a page that carries one": { "input.html": `<script>const __redoc_definition = ${JSON.stringify(tricky)}</script>` },
  "a page whose tool has left what is no schema": {
    "input.html": `<script>window.apiDocs = ${JSON.stringify(tricky).replaceAll('{"$ref":"#/components/schemas/TreeNode"}', '"[Circular]"')}</script>`,
  },
  "a page of httpdoc": { "input.html": textOf("PostInvoicesInvoiceSend.html") },
  "a page with all that a page can lack": {
    "input.html": page({
      method: "POST",
      target: "/pets/{id}{?limit,expand*}",
      headers: { accept: "application/json", "content-type": "application/json" },
      parameters: [{ name: "id", place: "Path", type: "string", required: true }],
      schema: "",
      responses: { "200": "", default: "Error." },
    }),
  },
};

describe("convert writes a valid description that gives the same SDK", () => {
  const cases = Object.entries(inputs).flatMap(([what, files]) =>
    ["yaml", "json"].map((it) => [what, it, files] as const),
  );

  test.each(cases)("%s as %s", async (_, extension, files) => {
    const input = Object.keys(files)[0] ?? "";
    const text = await converted(files, [input, "-o", `out.${extension}`], `out.${extension}`);
    const { valid, errors } = await new Validator().validate(extension === "json" ? JSON.parse(text) : parse(text));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    const again = await sdkOf(`alone.${extension}`, { [`alone.${extension}`]: text });
    expect(again.files).toEqual((await sdkOf(input, files)).files);
  });

  test.each(["yaml", "json"])("all digits of an integer as %s", async (extension) => {
    const limits = "{ maximum: 9007199254740993, exclusiveMaximum: true, nullable: true, type: integer }";
    const list = "{ type: array, example: [-9223372036854775807, 1.5], items: {} }";
    const input = `openapi: 3.0.0\ninfo: { title: T, version: "1" }\npaths: {}\ncomponents: { schemas: { A: ${limits}, B: ${list} } }\n`;
    const text = await converted({ "in.yaml": input }, ["in.yaml", "-o", `out.${extension}`], `out.${extension}`);
    expect(text).toMatch(/"?exclusiveMaximum"?: 9007199254740993\b/);
    expect(text).toMatch(/ -9223372036854775807\b/);
    const { stdout } = await programOn(
      ["inspect", "in.yaml", "--stage", "document", "--json"],
      memoryHost({ files: { "/project/in.yaml": input } }),
    );
    expect(stdout).toMatch(/"exclusiveMaximum": 9007199254740993\b/);
  });

  test.each([
    [{ example: "a" }, { examples: ["a"] }],
    [
      { example: null, description: "d" },
      { description: "d", examples: [null] },
    ],
    [
      { example: "a", examples: ["b"] },
      { example: "a", examples: ["b"] },
    ],
    [
      { properties: { example: { example: { example: 1 } } } },
      { properties: { example: { examples: [{ example: 1 }] } } },
    ],
  ])("an example of a schema as one of a list: %j", async (given, want) => {
    const input = JSON.stringify({
      openapi: "3.0.0",
      info: { title: "A", version: "1" },
      paths: {},
      components: { schemas: { A: given } },
    });
    const { components } = JSON.parse(await converted({ "in.json": input }, ["in.json", "-o", "a.json"], "a.json"));
    expect(components.schemas.A).toEqual(want);
  });

  test("several inputs are joined", async () => {
    const files = {
      "a.html": textOf("PostInvoicesInvoiceSend.html"),
      "b.yaml": textOf("stripe-invoice-send.yaml"),
    };
    const text = await converted(files, ["a.html", "b.yaml", "-o", "out.yaml"], "out.yaml");
    expect((await new Validator().validate(parse(text))).valid).toBe(true);
    expect(text).not.toContain("x-sdkwright-missing");
  });

  test("what is no schema is said and named", async () => {
    const page = `<script>window.apiDocs = ${JSON.stringify({ openapi: "3.0.0", info: { title: "A", version: "1" }, paths: {}, components: { schemas: { A: { properties: { a: "[Circular]" }, allOf: [{}, 5] } } } })}</script>`;
    const { host, stderr } = await run({ "a.html": page }, ["a.html", "-o", "a.json"]);
    const { A } = JSON.parse(host.texts()["/project/a.json"] ?? "").components.schemas;
    const gap = { "x-sdkwright-missing": ["schema"] };
    expect(A).toEqual({ properties: { a: gap }, allOf: [{}, gap] });
    expect(stderr).toMatch(/warning schema\/circular: [^]*a\.html:1:\d+ at \/components\/schemas\/A\/properties\/a\n/);
    expect(stderr).toMatch(/warning schema\/not-a-schema: [^]*at \/components\/schemas\/A\/allOf\/1\n/);
  });

  test("what no input tells is named", async () => {
    const { host } = await run({ "input.html": textOf("PostInvoicesInvoiceSend.html") }, [
      "input.html",
      "-o",
      "a.json",
    ]);
    const description = JSON.parse(host.texts()["/project/a.json"] ?? "");
    const operation = description.paths["/v1/invoices/{invoice}/send"].post;
    expect(description.info).toEqual({ title: "", version: "", "x-sdkwright-missing": ["title", "version"] });
    expect(operation.requestBody).toEqual({ content: {}, "x-sdkwright-missing": ["content"] });
    expect(operation.responses[200].content["application/json"]).toEqual({
      schema: {},
      "x-sdkwright-missing": ["schema"],
    });
  });
});

describe("convert treats files as the other verbs do", () => {
  test("a file of its own is written again, and is known to be the same", async () => {
    const { host, stdout } = await run({}, ["api.yaml", "-o", "out/a.yaml"]);
    expect(stdout).toBe("out/a.yaml: 1 file.\n");
    expect((await programOn(["convert", "api.yaml", "-o", "out/a.yaml", "--check"], host)).stdout).toBe(
      "out/a.yaml is up to date (1 file).\n",
    );
    host.writeFile("/project/api.yaml", tinySpec.replace("Tiny", "Other"));
    const terminal = { ...host, isTTY: { stdin: false, stdout: true, stderr: true } };
    expect((await programOn(["convert", "api.yaml", "-o", "out/a.yaml"], terminal)).stdout).toBe(
      "out/a.yaml: 1 changed.\n",
    );
  });

  test("somebody else's file is replaced by force alone", async () => {
    const { code, stderr, host } = await run({}, ["api.yaml", "-o", "api.yaml"]);
    expect(code).toBe(1);
    expect(stderr).toContain("error write/foreign-file: api.yaml was not written by sdkwright");
    expect(host.texts()["/project/api.yaml"]).toBe(tinySpec);
    expect((await programOn(["convert", "api.yaml", "-o", "api.yaml", "--force"], host)).code).toBe(0);
    expect(host.texts()["/project/api.yaml"]).toContain("x-sdkwright-converted: true");
  });

  test("without a file it prints, and what it says stays apart", async () => {
    const { stdout, stderr, host } = await run({}, ["api.yaml"]);
    expect(stdout).toMatch(/^openapi: 3\.1\.1\n/);
    expect(stderr).toBe("");
    expect(Object.keys(host.texts())).toEqual(["/project/api.yaml"]);
  });

  test("--json gives the description, or what was done with the file", async () => {
    expect(JSON.parse((await run({}, ["api.yaml", "--json"])).stdout)).toMatchObject({
      ok: true,
      value: { openapi: "3.1.1" },
      diagnostics: [],
    });
    expect(JSON.parse((await run({}, ["api.yaml", "--json", "-o", "a.json"])).stdout)).toMatchObject({
      ok: true,
      output: "a.json",
      state: "added",
    });
  });

  test("an input at fault stops it", async () => {
    const { code, stdout, stderr } = await run({ "api.yaml": "openapi: 9.9.9\n" }, ["api.yaml"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("error document/unsupported-version");
  });
});

async function run(files: Readonly<Record<string, string>>, args: readonly string[]) {
  const all = { "api.yaml": tinySpec, ...files };
  const placed = Object.fromEntries(Object.entries(all).map(([path, text]) => [`/project/${path}`, text]));
  return programOn(["convert", ...args], memoryHost({ files: placed }));
}

async function converted(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  output: string,
): Promise<string> {
  const { host, stderr, code } = await run(files, args);
  expect(code, stderr).toBe(0);
  return host.texts()[`/project/${output}`] ?? "";
}
