import { describe, expect, test } from "vitest";
import { program } from "../../support/program.js";

const spec = (schema: string, responses = ""): string => `openapi: 3.1.0
info: { title: Pets, version: "1" }
servers: [{ url: https://api.example.com }]
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200": { description: Pets, content: { application/json: { schema: ${schema} } } }
${responses}`;
const files = (...parts: Parameters<typeof spec>) => ({ "/project/api.yaml": spec(...parts) });
const lossy = files("{ type: strin, not: { const: a } }", `        "20": { description: No status. }\n`);
const losses = ["inspect", "api.yaml", "--losses"];

describe("inspect --losses", () => {
  test("lists what was widened and what was dropped, by code, each with its place", async () => {
    const { code, stdout } = await program(losses, { files: lossy });
    expect(code).toBe(0);
    expect(stdout).toBe(`widened: 2 places
  schema/unknown-type
    "strin" is not a type of JSON Schema; the value is typed unknown.
      api.yaml:9:84 at /paths/~1pets/get/responses/200/content/application~1json/schema/type
  schema/unread-keyword
    The keyword not is not read here: the type allows more than the description does.
      api.yaml:9:96 at /paths/~1pets/get/responses/200/content/application~1json/schema/not

dropped: 1 place
  response/unknown-status
    "20" is not a status, a range such as 4XX, or default; the response is left out.
      api.yaml:10:15 at /paths/~1pets/get/responses/20

`);
  });

  test("says so when nothing was lost, whatever else there is to say", async () => {
    const dirty = files("{ type: [str] }");
    const { code, stdout, stderr } = await program(losses, { files: dirty });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "Nothing was widened or dropped.\n" });
    expect(stderr).toContain("warning schema/type-alias");
  });

  test("--strict fails on a loss", async () => {
    expect((await program([...losses, "--strict"], { files: lossy })).code).toBe(1);
    expect((await program([...losses, "--strict"], { files: files("{ type: string }") })).code).toBe(0);
  });

  test("--json gives all of it, with lines and columns", async () => {
    const { stdout } = await program([...losses, "--json"], { files: lossy });
    const { stage, value } = JSON.parse(stdout);
    expect(stage).toBe("losses");
    expect(value).toContainEqual({
      loss: "dropped",
      code: "response/unknown-status",
      losses: [
        {
          message: '"20" is not a status, a range such as 4XX, or default; the response is left out.',
          place: { path: "api.yaml", pointer: "/paths/~1pets/get/responses/20", line: 10, column: 15 },
        },
      ],
    });
  });

  test("a description that cannot be read has errors and no list", async () => {
    const { code, stdout, stderr } = await program(losses, { files: { "/project/api.yaml": "openapi: 9.9.9\n" } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("error document/unsupported-version");
  });
});

test.each([
  ["generate", ["api.yaml", "-o", "out", "--json"]],
  ["inspect", ["inspect", "api.yaml", "--json"]],
])("%s --json tells of each diagnostic what was lost by it", async (_, args) => {
  const { stdout } = await program(args, { files: files("{ type: strin, properties: { a: { type: str } } }") });
  const told = (JSON.parse(stdout).diagnostics as readonly { code: string; loss?: string }[]).map(
    (it) => [it.code, it.loss] as const,
  );
  expect(told).toContainEqual(["schema/unknown-type", "widened"]);
});
