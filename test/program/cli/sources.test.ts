import { describe, expect, test } from "vitest";
import { page } from "../../inputs/page.js";
import { program } from "../../support/program.js";

const docs = page({
  heading: "listPets",
  target: "/pets{?limit}",
  headers: { accept: "application/json" },
  parameters: [{ name: "limit", place: "Query", type: "string", description: "How many." }],
  responses: { "200": "All pets." },
});
const described = (type: string): string => `openapi: 3.1.0
info: { title: Pets, version: "1" }
servers: [{ url: https://api.example.com }]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      parameters:
        - { name: limit, in: query, schema: { type: ${type} } }
      responses:
        "200": { description: Pets, content: { application/json: { schema: { type: string } } } }
  /owners:
    get: { operationId: listOwners, responses: { "204": { description: None } } }
`;
const files = (type: string) => ({ "/project/docs.html": docs, "/project/api.yaml": described(type) });
const sources = ["inspect", "docs.html", "api.yaml", "--sources"];

describe("inspect --sources", () => {
  test("shows where each fact was written, and which another input filled in", async () => {
    const { code, stdout } = await program(sources, { files: files("string") });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^GET \/pets  listPets\n/);
    expect(rows(stdout)).toEqual(
      expect.arrayContaining([
        "operationId docs.html:1:127",
        "+ tags api.yaml:8:13",
        "+ servers api.yaml:3:10",
        "parameter limit in query docs.html:4:41",
        "parameter limit in query: description docs.html:4:272",
        "response 200: description docs.html:5:93",
        "+ response 200: application/json: schema api.yaml:12:76",
      ]),
    );
    expect(stdout).toContain("GET /owners  listOwners\n");
    expect(stdout).not.toContain("!");
  });

  test("takes what a file says that an input refers to for that input's own", async () => {
    const ref = described("string").replace(/\{ name: limit.*\}/, "{ $ref: 'parts.yaml#/limit' }");
    const parts = "limit: { name: limit, in: query, schema: { type: string } }\n";
    const { stdout } = await program(["inspect", "api.yaml", "--sources"], {
      files: { "/project/api.yaml": ref, "/project/parts.yaml": parts },
    });
    expect(rows(stdout)).toContain("parameter limit in query: schema parts.yaml:1:42");
    expect(stdout).not.toContain("+");
  });

  test("shows what inputs say differently, below the fact that it is about", async () => {
    const { code, stdout, stderr } = await program(sources, { files: files("integer") });
    expect(code).toBe(0);
    const lines = rows(stdout);
    const at = lines.findIndex((it) => it.startsWith("!"));
    expect(lines.slice(at - 1, at + 2)).toEqual([
      expect.stringMatching(/^parameter limit in query: schema docs\.html:/),
      "! The type is integer here, but string in an earlier input.",
      "api.yaml:10:45",
    ]);
    expect(stderr).toContain("warning document/conflict");
  });

  test("--strict fails on a contradiction, and on nothing else", async () => {
    expect((await program([...sources, "--strict"], { files: files("integer") })).code).toBe(1);
    expect((await program([...sources, "--strict"], { files: files("string") })).code).toBe(0);
  });

  test("shows only the operations that are asked for", async () => {
    const args = [...sources, "--operations", "listOwners"];
    expect((await program(args, { files: files("string") })).stdout).not.toContain("listPets");
  });

  test("--json gives all of it, with lines and columns", async () => {
    const { stdout } = await program([...sources, "--json"], { files: files("integer") });
    const { stage, value } = JSON.parse(stdout);
    expect(stage).toBe("sources");
    expect(value[0]).toMatchObject({ id: "listPets", method: "GET", path: "/pets", contradictions: [] });
    expect(value[0].facts).toContainEqual({
      what: "parameter limit in query: schema",
      place: { path: "docs.html", pointer: expect.any(String), line: 4, column: expect.any(Number) },
      filledIn: false,
      contradictions: [
        {
          message: "The type is integer here, but string in an earlier input.",
          place: { path: "api.yaml", pointer: "/paths/~1pets/get/parameters/0/schema", line: 10, column: 45 },
        },
      ],
    });
  });
});

/** The lines without what only aligns them. */
const rows = (text: string): readonly string[] => text.split("\n").map((it) => it.trim().replaceAll(/ +/g, " "));
