import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { tools } from "../../support/tools.js";
import { loaded } from "../support.js";

const run = promisify(execFile);

const schemas = (at: string) => ({
  Pet: {
    type: "object",
    description: "A pet",
    required: ["id", "name"],
    properties: {
      id: { type: "integer", format: "int64", readOnly: true },
      name: { type: "string", description: "Its name" },
      kind: { type: "string", enum: ["cat", "dog"] },
      born: { type: "string", format: "date" },
      tags: { type: "array", items: { type: "string" } },
      owner: { type: "object", properties: { email: { type: "string" } } },
      friends: { type: "array", items: { $ref: `${at}/Pet` } },
    },
  },
  Problem: { type: "object", properties: { code: { type: "integer" }, message: { type: "string" } } },
});
const id = { name: "petId", in: "path", required: true };

const openapi = {
  openapi: "3.0.3",
  info: { title: "Pet shop", version: "1.2.0" },
  servers: [{ url: "https://api.pets.test/v1" }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        summary: "List pets",
        description: "Lists *all* pets.",
        tags: ["pets"],
        parameters: [
          { name: "limit", in: "query", description: "How many", schema: { type: "integer", format: "int32" } },
          { name: "tags", in: "query", schema: { type: "array", items: { type: "string" } } },
          { name: "kind", in: "query", schema: { type: "string", enum: ["cat", "dog"] } },
          { name: "X-Trace", in: "header", schema: { type: "string" } },
        ],
        responses: {
          "200": json({ type: "array", items: { $ref: "#/components/schemas/Pet" } }),
          default: json({ $ref: "#/components/schemas/Problem" }),
        },
      },
      post: {
        operationId: "addPet",
        summary: "Add a pet",
        tags: ["pets"],
        requestBody: { required: true, content: json({ $ref: "#/components/schemas/Pet" }).content },
        responses: { "201": json({ $ref: "#/components/schemas/Pet" }) },
      },
    },
    "/pets/{petId}": {
      delete: {
        operationId: "deletePet",
        summary: "Remove a pet",
        tags: ["pets"],
        parameters: [{ ...id, schema: { type: "string", format: "uuid" } }],
        responses: { "204": { description: "Gone" }, "404": { description: "None" } },
      },
    },
  },
  components: { schemas: schemas("#/components/schemas") },
};

function json(schema: object) {
  return { description: "Fine", content: { "application/json": { schema } } };
}

/** The same with what only Widdershins shows. */
const withHeaders = structuredClone(openapi) as typeof openapi & {
  readonly paths: {
    readonly "/pets": { readonly get: { readonly responses: { readonly "200": { headers?: object } } } };
  };
};
withHeaders.paths["/pets"].get.responses["200"].headers = {
  "X-Total": { description: "How many there are", schema: { type: "integer", format: "int32" } },
  "X-Next": { schema: { type: "string" } },
};

/** The same in version 2.0, which is what bootprint understands. */
const swagger = {
  swagger: "2.0",
  info: openapi.info,
  basePath: "/v1",
  consumes: ["application/json"],
  produces: ["application/json"],
  paths: JSON.parse(JSON.stringify(openapi.paths).replaceAll("#/components/schemas", "#/definitions"), older),
  definitions: schemas("#/definitions"),
} as const;

function older(_: string, node: unknown): unknown {
  if (typeof node !== "object" || node === null || Array.isArray(node)) return node;
  if ("content" in node && "required" in node) return undefined;
  if ("content" in node) {
    const { content, ...rest } = node as ReturnType<typeof json>;
    return { ...rest, schema: content["application/json"].schema };
  }
  if ("in" in node && "schema" in node) return { ...node, schema: undefined, ...(node.schema as object) };
  if (!("operationId" in node) || node.operationId !== "addPet") return node;
  return { ...node, parameters: [{ name: "body", in: "body", required: true, schema: { $ref: "#/definitions/Pet" } }] };
}

/** What a page must tell as its description does. Prose is shown as HTML, and some facts are not shown at all. */
async function facts(path: string, text: string, without: readonly string[]): Promise<unknown> {
  const { value, said } = await loaded({ [path]: text });
  expect(said.replaceAll(/^info .*$/gm, "").trim()).toBe("");
  const { paths, components } = value as {
    readonly paths: unknown;
    readonly components: { readonly schemas: unknown };
  };
  const kept = (key: string, it: unknown): unknown =>
    without.includes(key) && (typeof it !== "object" || key === "tags") ? undefined : it === false ? undefined : it;
  return JSON.parse(JSON.stringify({ paths, schemas: components.schemas }, kept));
}

function workplace(): { readonly folder: string; readonly [Symbol.dispose]: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-"));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

test("a page of Widdershins tells what its description does", async () => {
  const { bin, require } = await tools({ widdershins: "4.0.1" });
  using place = workplace();
  const [input, output] = [join(place.folder, "api.json"), join(place.folder, "api.md")];
  const text = JSON.stringify(withHeaders);
  writeFileSync(input, text);
  await run(bin("widdershins"), [input, "-o", output, "--omitHeader"], { cwd: place.folder });
  // Widdershins writes Markdown for others to render; the renderer is one of its own dependencies.
  const render = (require("markdown-it") as (options: object) => { render(text: string): string })({ html: true });
  const page = `<!doctype html><html><body>${render.render(readFileSync(output, "utf8"))}</body></html>`;
  const without = ["description"];
  expect(await facts("page.html", page, without)).toEqual(await facts("api.json", text, without));
});

test("a page of bootprint tells what its description does, but for names of operations", async () => {
  const { bin } = await tools({ bootprint: "4.0.4", "bootprint-openapi": "4.0.4" });
  using place = workplace();
  const input = join(place.folder, "api.json");
  writeFileSync(input, JSON.stringify(swagger));
  await run(bin("bootprint"), ["openapi", input, join(place.folder, "out")], { cwd: place.folder });
  const page = readFileSync(join(place.folder, "out/index.html"), "utf8");
  // How a list is written is not shown either.
  const without = ["description", "operationId", "style", "explode"];
  const shown = await facts("page.html", page, without);
  const described = await facts("api.json", JSON.stringify(swagger), without);
  // Whether a body is required is not shown.
  const post = (described as { paths: Record<string, Record<string, { requestBody?: { required?: boolean } }>> }).paths[
    "/pets"
  ]?.["post"];
  delete post?.requestBody?.required;
  expect(shown).toEqual(described);
});
