import { describe, expect, test } from "vitest";
import { program, programOn, tinySpec } from "../../support/program.js";
import type { World } from "../../support/memory-host.js";

/** A world whose config file has these projects. */
const world = (config: object, files: Readonly<Record<string, string>> = {}): World => ({
  files: { "/project/sdkwright.config.json": JSON.stringify(config, null, 2), ...files },
});
const pets = { name: "pets", output: "sdk/pets", tags: ["pets"] };
const owners = { name: "owners", output: "sdk/owners", tags: ["owners"] };
const both = world({ input: "api.yaml", projects: [pets, owners] });
const broken = { "/project/broken.yaml": tinySpec.replace("3.1.0", "9.9.9") };
const outputs = (texts: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(texts).filter((it) => it.includes("/operations/"));

describe("several projects", () => {
  test("are made in one run, each with what they share and its own", async () => {
    const { code, stdout, stderr, host } = await program([], both);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^pets \(sdk\/pets\): \d+ files\.\nowners \(sdk\/owners\): \d+ files\.\n$/);
    expect(outputs(host.texts())).toEqual([
      "/project/sdk/pets/operations/pets.ts",
      "/project/sdk/owners/operations/owners.ts",
    ]);
  });

  test("are chosen by name, and those without one by their output", async () => {
    const one = async (...args: readonly string[]) => outputs((await program(args, both)).host.texts());
    expect(await one("-p", "owners")).toEqual(["/project/sdk/owners/operations/owners.ts"]);
    expect(await one("-p", "owners,pets")).toHaveLength(2);
    expect(await one("--project", "owners", "--project=pets")).toHaveLength(2);
    const unnamed = world({ input: "api.yaml", projects: [{ output: "sdk/a" }, { output: "./sdk/b" }] });
    const { stdout } = await program(["-p", "sdk/b"], unnamed);
    expect(stdout).toMatch(/^sdk\/b: \d+ files\.\n$/);
  });

  test("one that fails does not keep the next ones from their output", async () => {
    const config = {
      projects: [
        { ...pets, input: "broken.yaml" },
        { ...pets, input: "api.yaml", name: "b", output: "b" },
      ],
    };
    const { code, stdout, stderr } = await program([], world(config, broken));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^b: \d+ files\.\n$/);
    expect(stderr).toMatch(/^pets \(sdk\/pets\)\n\nerror document\//);
    expect(stderr).toMatch(/\npets \(sdk\/pets\): 1 error\. Nothing was written\.\n1 of 2 projects failed: pets\.\n$/);
  });

  test("whose inputs may not all be seen are told so", async () => {
    const shut = { ...both, fail: (_: string, path: string) => (/pgdata/.test(path) ? "EACCES" : undefined) };
    const world = { ...shut, files: { ...both.files, "/project/pgdata/x": "" } };
    const { code, stderr } = await program(["**/*.yaml", "-o", "out"], world);
    expect([code, stderr]).toEqual([1, expect.stringContaining("The input pgdata cannot be read: permission denied.")]);
    expect((await program(["init"], { files: { "/project/pgdata/x": "" }, fail: shut.fail })).code).toBe(0);
  });

  test.each([
    ["sdk/pets", "config/same-output"],
    ["sdk/pets/v2", "config/output-inside"],
  ])(
    "whose outputs are one folder, or one in the other, by a link are told so before either is there: %s",
    async (output, code) => {
      const config = { input: "api.yaml", projects: [pets, { ...owners, output: output.replace("sdk", "link") }] };
      const links = { "/project/link": "/project/sdk" };
      const { stderr, host } = await program([], { ...world(config, { "/project/sdk/x": "" }), links });
      expect(stderr).toContain(`error ${code}: `);
      expect(outputs(host.texts())).toEqual([]);
    },
  );

  test("whose outputs are behind a link in a circle are told so", async () => {
    const { code, stderr } = await program([], { ...both, links: { "/project/sdk": "/project/sdk" } });
    expect(code).toBe(1);
    expect(stderr).toContain("its symbolic links go round in a circle");
    expect(stderr).not.toContain("bug of sdkwright");
  });

  describe("a bug of ours in one of them", () => {
    /** It comes as the first of them is written. */
    const failing = (...args: readonly string[]) =>
      program(args, both, (host) => ({
        ...host,
        writeFile(path, data) {
          if (path.includes("sdk/pets")) throw new Error("boom");
          host.writeFile(path, data);
        },
      }));

    test("keeps no other from its output, and is told with the name of the project", async () => {
      const { code, stdout, stderr, host } = await failing();
      expect(code).toBe(2);
      expect(stdout).toMatch(/^owners \(sdk\/owners\): \d+ files\.\n$/);
      expect(stderr).toMatch(/This is a bug of sdkwright[^]*In the project pets:\n +Error: boom/);
      expect(outputs(host.texts())).toEqual(["/project/sdk/owners/operations/owners.ts"]);
    });

    test("is one object with what became of the others in --json", async () => {
      const { code, stdout } = await failing("--json");
      expect(code).toBe(2);
      expect(JSON.parse(stdout)).toMatchObject({
        ok: false,
        bug: expect.stringContaining("In the project pets:"),
        projects: [{ name: "owners", ok: true }],
      });
    });
  });

  test("are told by project in --json, also when one is chosen", async () => {
    const config = {
      projects: [{ ...pets, input: "broken.yaml" }, { ...owners, input: "api.yaml" }, { name: "none" }],
    };
    const { code, stdout } = await program(["--json"], world(config, broken));
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      version: "1.2.3",
      ok: false,
      mode: "write",
      projects: [
        expect.objectContaining({
          name: "pets",
          ok: false,
          output: "sdk/pets",
          files: [],
          diagnostics: [expect.anything()],
        }),
        expect.objectContaining({
          name: "owners",
          ok: true,
          files: expect.arrayContaining([{ path: "index.ts", state: "added" }]),
          diagnostics: [],
        }),
        expect.objectContaining({ name: "none", ok: false, diagnostics: [expect.anything(), expect.anything()] }),
      ],
      diagnostics: [],
      peakMemory: expect.any(Number),
    });
    const chosen = JSON.parse((await program(["--json", "-p", "owners"], both)).stdout);
    expect(chosen.projects.map((it: { name: string }) => it.name)).toEqual(["owners"]);
  });

  test("an input by hand is a project of its own with what the others share, unless one is chosen for it", async () => {
    const config = { input: "no.yaml", tags: ["pets"], projects: [owners, { output: "b" }] };
    const own = await program(["api.yaml", "-o", "out"], world(config));
    expect(outputs(own.host.texts())).toEqual(["/project/out/operations/pets.ts"]);
    const given = await program(["api.yaml", "-p", "owners"], world(config));
    expect(outputs(given.host.texts())).toEqual(["/project/sdk/owners/operations/owners.ts"]);
  });

  test("are inspected one after the other", async () => {
    const { code, stdout } = await program(["inspect"], both);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^pets\nTiny 1\n[^]*listPets[^]*\nowners\nTiny 1\n[^]*listOwners/);
    const { projects, ok } = JSON.parse((await program(["inspect", "--json"], both)).stdout);
    expect(ok).toBe(true);
    expect(projects).toMatchObject([
      { name: "pets", stage: "ir", value: { operations: [{ id: "listPets" }] } },
      { name: "owners", stage: "ir", value: { operations: [{ id: "listOwners" }] } },
    ]);
  });

  test("have names of their own in the lock", async () => {
    const { host } = await program([], world({ input: "api.yaml", projects: [pets, owners] }));
    const lines = host
      .texts()
      ["/project/sdkwright.lock"]?.split("\n")
      .filter((it) => it.startsWith("name"));
    expect(lines?.map((it) => it.split(" = ")[0])).toEqual(["name@owners GET /owners", "name@pets GET /pets"]);
  });

  test("are converted one at a time", async () => {
    expect(await program(["convert"], both)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("(pets, owners)"),
    });
    expect((await program(["convert", "-p", "pets", "-o", "x.json"], both)).host.texts()).toHaveProperty([
      "/project/x.json",
    ]);
  });
});

describe("a mistake in a config file of several projects", () => {
  test("is told with the project, the place in the file and the nearest valid value", async () => {
    const config = { input: "api.yaml", projects: [pets, { ...owners, format: "pretier" }, { ouput: "x" }], tag: [] };
    const { code, stderr } = await program([], world(config));
    expect(code).toBe(1);
    expect(stderr).toContain('sdkwright.config.json has "tag", which is not a setting; did you mean "tags"?');
    expect(stderr).toContain(
      'The project "owners" in sdkwright.config.json has format: "pretier"; it should be "none" or "prettier" (did you mean "prettier"?).\n  sdkwright.config.json:17:17',
    );
    expect(stderr).toContain(
      'Project 3 in sdkwright.config.json has "ouput", which is not a setting; did you mean "output"?',
    );
  });

  test("is told with its place when it is one of syntax", async () => {
    const files = { "/project/sdkwright.config.json": '{\n  "input": api.yaml\n}' };
    expect((await program([], { files })).stderr).toContain("\n  sdkwright.config.json:2:12");
  });

  test.each([
    [{ projects: [] }, "should be a list of projects"],
    [{ projects: { a: pets } }, "should be a list of projects"],
    [{ projects: ["a"] }, 'Project 1 in sdkwright.config.json gives "a"'],
    [{ name: "x", projects: [pets] }, 'name: "x"; it should be left out'],
    [{ project: [pets] }, 'did you mean "projects"?'],
  ])("%j", async (config, told) => {
    expect((await program([], world(config))).stderr).toContain(told);
  });

  test("a project that there is not is told with the nearest one, or all", async () => {
    expect((await program(["-p", "petss"], both)).stderr).toContain(
      'There is no project "petss"; did you mean "pets"?',
    );
    expect((await program(["-p", "x"], both)).stderr).toContain('There is no project "x"; there is pets, owners.');
    expect((await program(["api.yaml", "-o", "out", "-p", "x"])).stderr).toContain("there is out.");
  });
});

test("projects that share an output are refused, and what stands there stays", async () => {
  const { host } = await program([], both);
  const config = { input: "api.yaml", projects: [pets, { ...owners, output: "sdk/pets/operations" }] };
  host.writeFile("/project/sdkwright.config.json", JSON.stringify(config));
  const before = host.texts();
  const { code, stderr } = await programOn([], host);
  expect(code).toBe(1);
  expect(stderr).toContain('The output of "owners", sdk/pets/operations, is inside the output of "pets".');
  expect(host.texts()).toEqual(before);
});
