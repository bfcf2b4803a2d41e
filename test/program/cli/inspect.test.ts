import { describe, expect, test } from "vitest";
import { page } from "../../inputs/page.js";
import { program, tinySpec } from "../../support/program.js";

describe("inspect", () => {
  test("shows the operations", async () => {
    const { code, stdout, stderr, host } = await program(["inspect", "api.yaml"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Tiny 1\n/);
    expect(stdout).toContain("2 operations, 0 types\n");
    expect(stdout).toMatch(/^  listPets +GET +\/pets +200$/m);
    expect(Object.keys(host.texts())).toEqual(["/project/api.yaml"]);
  });

  test("shows the names", async () => {
    expect((await program(["inspect", "api.yaml", "--stage", "names"])).stdout).toMatch(
      /^  listPets\(\) +operations\/pets\.ts$/m,
    );
  });

  test("shows the document", async () => {
    expect((await program(["inspect", "api.yaml", "--stage", "document"])).stdout).toBe(
      "OpenAPI 3.1.0: Tiny\n  /pets  GET\n  /owners  GET\n",
    );
  });

  test("shows only what is asked for", async () => {
    const { stdout } = await program(["inspect", "api.yaml", "--operations", "listOwners"]);
    expect(stdout).toContain("listOwners");
    expect(stdout).not.toContain("listPets");
  });

  test.each(["document", "ir", "names"])("--json gives all of the %s", async (stage) => {
    const { stdout, stderr } = await program(["inspect", "api.yaml", "--stage", stage, "--json"]);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({
      stage,
      ok: true,
      value: expect.any(Object),
      diagnostics: [],
    });
  });

  test("tells what is wrong, and ends with 1", async () => {
    const files = { "/project/api.yaml": tinySpec.replace("3.1.0", "9.9.9") };
    const { code, stdout, stderr } = await program(["inspect", "api.yaml"], {
      files,
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("error document/");
    expect(JSON.parse((await program(["inspect", "api.yaml", "--json"], { files })).stdout)).toMatchObject({
      ok: false,
      value: null,
    });
  });

  test("tells of which tool the pages are, and by what it knows", async () => {
    const one = { "/project/docs/GetPets.html": page({ heading: "GetPets", target: "/pets" }) };
    const two = { ...one, "/project/docs/GetCats.html": page({ heading: "GetCats", target: "/cats" }) };
    const known = 'httpdoc, known by an element of the class "httpTarget" or "httpPath"\n';
    expect((await program(["inspect", "docs"], { files: one })).stderr).toContain(`docs/GetPets.html: ${known}`);
    expect((await program(["inspect", "docs"], { files: two })).stderr).toContain(`2 pages: ${known}`);
    const { inputs } = JSON.parse((await program(["inspect", "docs", "--json"], { files: one })).stdout);
    expect(inputs).toEqual([{ path: "docs/GetPets.html", page: { name: "httpdoc", marker: expect.any(String) } }]);
    const carried = { "/project/a.html": "<redoc spec-url='api.yaml'></redoc>" };
    expect((await program(["inspect", "a.html"], { files: { ...two, ...carried } })).stderr).toContain(
      "a.html: Redoc, ",
    );
  });

  test("takes the input of the config file", async () => {
    const files = { "/project/sdkwright.config.json": '{ "input": "api.yaml" }' };
    expect((await program(["inspect"], { files })).stdout).toContain("listPets");
  });
});
