import { describe, expect, test } from "vitest";
import { header } from "../../../src/write/header.js";
import { program, programOn, tinySpec } from "../../support/program.js";

const generate = ["api.yaml", "-o", "out"];
/** A world whose description gives a warning: there is a body, and nothing says what it is. */
const odd = {
  files: {
    "/project/api.yaml": `${tinySpec}  /odd:
    post:
      operationId: odd
      requestBody: { content: {} }
      responses: { "204": { description: None } }
`,
  },
};

describe("generate", () => {
  test("writes the SDK and says so in one line", async () => {
    const { code, stdout, stderr, host } = await program(generate);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^out: \d+ files\.\n$/);
    expect(host.texts()["/project/out/index.ts"]).toMatch(header);
  });

  test.each([[["generate", ...generate]], [["generate", "-i", "api.yaml", "--output=out"]], [["-oout", "api.yaml"]]])(
    "%j is the same",
    async (args) => {
      const [a, b] = [await program(generate), await program(args)];
      expect(b.stdout).toBe(a.stdout);
      expect(b.host.texts()).toEqual(a.host.texts());
    },
  );

  test("a second run says that nothing was to be done, and touches nothing", async () => {
    const { host } = await program(generate);
    const times = Object.keys(host.texts()).map((it) => host.writtenAt(it));
    const { code, stdout } = await programOn(generate, {
      ...host,
      isTTY: { stdin: false, stdout: true, stderr: true },
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^out is up to date \(\d+ files\)\.\n$/);
    expect(Object.keys(host.texts()).map((it) => host.writtenAt(it))).toEqual(times);
  });

  test("what changed is counted on a terminal", async () => {
    const { host } = await program(generate, { isTTY: true });
    host.writeFile("/project/out/client.ts", `${header}\nedited`);
    host.writeFile("/project/out/old.ts", header);
    host.remove("/project/out/index.ts");
    expect((await programOn(generate, host)).stdout).toMatch(/^out: 1 added, 1 changed, 1 removed, \d+ unchanged\.\n$/);
  });

  test("what a log keeps does not depend on what stood on the disk, since build systems replay it", async () => {
    const { stdout: first, host } = await program(generate);
    const { stdout: again } = await programOn(generate, host);
    host.writeFile("/project/out/old.ts", header);
    host.remove("/project/out/index.ts");
    expect([again, (await programOn(generate, host)).stdout]).toEqual([first, first]);
  });

  test("takes only the operations and tags that are asked for", async () => {
    const operations = async (...more: readonly string[]) =>
      Object.keys((await program([...generate, ...more])).host.texts()).filter((it) =>
        it.startsWith("/project/out/operations/"),
      );
    expect(await operations()).toHaveLength(2);
    expect(await operations("--operations", "listPets")).toEqual(["/project/out/operations/pets.ts"]);
    expect(await operations("--operations", "listPets, listOwners")).toHaveLength(2);
    expect(await operations("--tags", "owners")).toEqual(["/project/out/operations/owners.ts"]);
  });

  test("goes by the config file, and by the flags before it", async () => {
    const config = {
      "/project/sdkwright.config.json": '{ "input": "api.yaml", "output": "sdk", "tags": ["pets"] }',
    };
    const paths = async (...args: readonly string[]) =>
      Object.keys((await program(args, { files: config })).host.texts());
    expect(await paths()).toContain("/project/sdk/operations/pets.ts");
    expect(await paths()).not.toContain("/project/sdk/operations/owners.ts");
    expect(await paths("-o", "other", "--tags", "owners")).toContain("/project/other/operations/owners.ts");
  });

  test("a path may be given from another folder's config", async () => {
    const files = {
      "/project/conf/my.json": '{ "input": "../api.yaml", "output": "../sdk" }',
    };
    const { host } = await program(["-c", "conf/my.json"], { files });
    expect(host.texts()).toHaveProperty(["/project/sdk/index.ts"]);
  });
});

describe("--check", () => {
  test("is content with an output that is what the inputs give", async () => {
    const { host } = await program(generate);
    const before = host.texts();
    const { code, stdout } = await programOn([...generate, "--check"], host);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^out is up to date/);
    expect(host.texts()).toEqual(before);
  });

  test("lists what differs, and changes nothing", async () => {
    const { host } = await program(generate);
    host.writeFile("/project/out/client.ts", `${header}\nedited`);
    host.writeFile("/project/out/old.ts", header);
    host.remove("/project/out/index.ts");
    const before = host.texts();
    const { code, stdout, stderr } = await programOn([...generate, "--check"], host);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^  different client.ts\n        -edited\n(.|\n)*  missing   index.ts\n  left over old.ts\n$/,
    );
    expect(stderr).toContain("write/out-of-date");
    expect(stderr).not.toContain("Nothing was written");
    expect(host.texts()).toEqual(before);
  });

  test("shows the lines that differ under the names of their declarations, the first few", async () => {
    const { host } = await program(generate);
    host.writeFile("/project/api.yaml", tinySpec.replace("items: { type: string }", "items: { type: number }"));
    const { stdout } = await programOn([...generate, "--check"], host);
    expect(stdout).toBe(`  different operations/pets.ts
      ListPetsOutput
        -export type ListPetsOutput = string[];
        +export type ListPetsOutput = number[];
`);
    const long = Object.keys(host.texts()).find((it) => it.endsWith("/call.ts")) ?? "";
    host.writeFile(long, `${header}\n${"// more\n".repeat(99)}`);
    const all = await programOn([...generate, "--check"], host);
    expect(all.stdout).toMatch(/\n {6}\.\.\. and \d+ changed lines more\n/);
    expect(all.stdout.split("\n").length).toBeLessThan(50);
  });

  test("sees a change that left the file's size and times", async () => {
    const files = { "/project/package.json": "{}", "/project/node_modules/x": "" };
    const { host } = await program(generate, { files });
    const cheat = {
      ...host,
      readFile: (path: string) => disguised(path, host.readFile(path)),
    };
    expect((await programOn(generate, cheat)).code).toBe(0);
    expect((await programOn([...generate, "--check"], cheat)).code).toBe(1);
  });
});

/** The client with its last character another one: same size, same times. */
const disguised = (path: string, bytes: Uint8Array | undefined): Uint8Array | undefined =>
  path.endsWith("client.ts") && bytes ? Buffer.concat([bytes.subarray(0, -1), Buffer.from(" ")]) : bytes;

describe("--json", () => {
  test("prints one object, and nothing else", async () => {
    const { stdout, stderr } = await program([...generate, "--json"], odd);
    expect(stderr).toBe("");
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual([
      "version",
      "ok",
      "mode",
      "output",
      "files",
      "diagnostics",
      "stages",
      "peakMemory",
    ]);
    expect(report).toMatchObject({
      version: "1.2.3",
      ok: true,
      mode: "write",
      output: "out",
      peakMemory: expect.any(Number),
    });
    expect(report.files).toContainEqual({ path: "index.ts", state: "added" });
    expect(report.stages).toContainEqual({
      name: "read",
      ms: expect.any(Number),
    });
    expect(report.diagnostics[0]).toMatchObject({
      severity: "warning",
      file: "api.yaml",
      line: expect.any(Number),
      column: expect.any(Number),
      endLine: expect.any(Number),
      endColumn: expect.any(Number),
      pointer: "/paths/~1odd/post/requestBody",
      message: expect.any(String),
      help: expect.any(String),
      related: [],
    });
  });

  test("also when the arguments are wrong", async () => {
    const { code, stdout } = await program(["--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      files: [],
      diagnostics: [{ code: "config/no-input" }, { code: "config/no-output" }],
    });
  });
});

describe("what is said", () => {
  const broken = {
    files: { "/project/api.yaml": tinySpec.replace("3.1.0", "9.9.9") },
  };

  test("an error stops the run and leaves the old output", async () => {
    const { code, stdout, stderr, host } = await program(generate, broken);
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/error document\/\S+: .*\n  api\.yaml:1:10/);
    expect(stderr).toMatch(/\n1 error\. Nothing was written\.\n$/);
    expect(Object.keys(host.texts())).toEqual(["/project/api.yaml"]);
  });

  test("a warning does not, unless --strict makes it an error", async () => {
    const lax = await program(generate, odd);
    expect(lax).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("warning body/unknown"),
    });
    const strict = await program([...generate, "--strict"], odd);
    expect(strict).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("error body/unknown"),
    });
    expect(Object.keys(strict.host.texts())).toEqual(["/project/api.yaml"]);
  });

  test("--quiet leaves errors only", async () => {
    expect(await program([...generate, "--quiet"], odd)).toMatchObject({
      code: 0,
      stdout: "",
      stderr: "",
    });
    const { code, stdout, stderr } = await program([...generate, "-q"], broken);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("error document/");
  });

  test("colours are for terminals, and not with NO_COLOR or --no-color", async () => {
    const escapes = async (args: readonly string[], env: Readonly<Record<string, string>>, isTTY: boolean) =>
      (await program([...generate, ...args], { ...odd, env, isTTY })).stderr.includes("\u001b[");
    expect(await escapes([], {}, true)).toBe(true);
    expect(await escapes([], {}, false)).toBe(false);
    expect(await escapes([], { NO_COLOR: "1" }, true)).toBe(false);
    expect(await escapes([], { NO_COLOR: "" }, true)).toBe(true);
    expect(await escapes([], { TERM: "dumb" }, true)).toBe(false);
    expect(await escapes(["--no-color"], {}, true)).toBe(false);
  });

  test("GitHub gets annotations beside the text, and beside --json", async () => {
    const env = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: "/" };
    const annotation =
      /^::warning file=project\/api\.yaml,line=17,endLine=17,col=20,endColumn=\d+,title=body\/unknown::/m;
    expect((await program(generate, { ...odd, env })).stderr).toMatch(annotation);
    expect((await program([...generate, "--json"], { ...odd, env })).stderr).toMatch(annotation);
    expect((await program(generate, odd)).stderr).not.toMatch(/^::/m);
  });
});

test.each([
  [["api.yml", "-o", "out"], "There is no file api.yml; did you mean api.yaml?"],
  [["other/api.yaml", "-o", "out"], "There is no file other/api.yaml."],
  [["api.yaml", "-o", "out", "--deep-object-arrays", "repeat"], "; deepObjectArrays is a setting of the config file."],
  [[], "which sdkwright init writes."],
])("a slip is told with what was meant: %j", async (args, message) => {
  const { code, stderr } = await program(args);
  expect(code).toBe(1);
  expect(stderr).toContain(message);
});

describe("a warning is said again by a run that ends early", () => {
  test("word for word", async () => {
    const files = {
      "/project/package.json": "{}",
      "/project/node_modules/x": "",
      ...odd.files,
    };
    const first = await program(generate, { files });
    const second = await programOn([...generate, "--json"], first.host);
    expect(JSON.parse(second.stdout).stages.map((it: { name: string }) => it.name)).toEqual(["unchanged"]);
    expect((await programOn(generate, first.host)).stderr).toBe(first.stderr);
  });
});

describe("a bug of ours", () => {
  const failing = (json: readonly string[]) =>
    program([...generate, ...json], { env: { STRIPE_SECRET_KEY: "sk_live_123" } }, (host) => ({
      ...host,
      assets: () => {
        throw Object.assign(new Error("boom", { cause: new Error("deeper") }), { secret: "sk_live_123" });
      },
    }));

  test("ends with 2 and a banner with the versions, without anybody's secrets", async () => {
    const { code, stdout, stderr } = await failing([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("This is a bug of sdkwright");
    expect(stderr).toContain("Error: boom");
    expect(stderr).toContain("Caused by: Error: deeper");
    expect(stderr).toContain(`sdkwright 1.2.3, node ${process.version}`);
    expect(stderr).not.toContain("sk_live_123");
  });

  test("with --json it is one object, too", async () => {
    const { code, stdout } = await failing(["--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      bug: expect.stringContaining("boom"),
      files: [],
      diagnostics: [],
    });
  });
});
