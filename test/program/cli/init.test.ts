import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withAttributes } from "../../../src/pipeline/init/attributes.js";
import { withScripts } from "../../../src/pipeline/init/manifest.js";
import { builtCli } from "../../support/built.js";
import type { World } from "../../support/memory-host.js";
import { program, programOn, tinySpec } from "../../support/program.js";
import { tempFolder } from "../../support/temp-folder.js";

const manifest = '{\n    "name": "x",\n    "files": ["a", "b"]\n}\n';
const config = (input: string, output: string, more = ""): string =>
  `import { defineConfig } from "sdkwright";\n\nexport default defineConfig({\n  input: "${input}",\n  output: "${output}",\n${more}});\n`;
const CONFIG = "/project/sdkwright.config.ts";

describe("init", () => {
  test("writes a config, scripts and an attribute, says so, and is done when it is run again", async () => {
    const { code, stdout, stderr, host } = await program(["init"], {
      files: { "/project/package.json": manifest, "/project/src/a.ts": "" },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      [
        "added   sdkwright.config.ts",
        "changed package.json: scripts generate and generate:check",
        "added   .gitattributes: src/api",
        "",
        "Next: npm install --save-dev sdkwright, then npm run generate",
        "",
      ].join("\n"),
    );
    expect(host.texts()).toMatchObject({
      [CONFIG]: config("api.yaml", "src/api"),
      "/project/.gitattributes": "src/api/** linguist-generated=true text eol=lf\nsdkwright.lock merge=union\n",
      "/project/package.json":
        '{\n    "name": "x",\n    "files": ["a", "b"],\n    "scripts": {\n        "generate": "sdkwright generate",\n        "generate:check": "sdkwright generate --check"\n    }\n}\n',
    });
  });

  test("changes nothing that is there, and goes by a config that is", async () => {
    const files = {
      "/project/package.json": '{ "scripts": { "generate": "mine" }, "devDependencies": { "sdkwright": "1" } }',
      "/project/.gitattributes": "* text=auto\r\na/** -text",
      "/project/sdkwright.config.json": '{ "input": "api.yaml", "projects": [{ "output": "a" }, { "output": "b c" }] }',
    };
    const { code, stdout, stderr, host } = await program(["init", "other.yaml", "-o", "x"], { files });
    expect(code).toBe(0);
    expect(stderr).toContain("is here already, and stays as it is: it was not given other.yaml and x.");
    expect(stdout).toContain("kept    sdkwright.config.json\n");
    expect(stdout).toContain("package.json: scripts generate:check; generate stays, which is another script\n");
    expect(stdout).toContain("Next: npx sdkwright generate\n");
    const after = host.texts();
    expect(after).toMatchObject({
      "/project/sdkwright.config.json": files["/project/sdkwright.config.json"],
      "/project/.gitattributes":
        "* text=auto\r\na/** -text\r\nb[[:space:]]c/** linguist-generated=true text eol=lf\r\nsdkwright.lock merge=union\r\n",
      "/project/package.json":
        '{ "scripts": { "generate": "mine", "generate:check": "sdkwright generate --check" }, "devDependencies": { "sdkwright": "1" } }',
    });
    expect(Object.keys(after)).not.toContain(CONFIG);
    expect((await programOn(["init", "--json"], host)).stdout).toContain('"state": "same"');
    expect(host.texts()).toEqual(after);
  });

  test("takes the likeliest of several descriptions, and what flags say before it", async () => {
    const files = {
      "/project/a.yaml": tinySpec,
      "/project/specs/openapi.json": '{ "info": {}, "openapi": "3.1.0" }',
      "/project/openapi.json": '{ "swagger": "2.0" }',
      "/project/node_modules/x/openapi.json": '{ "openapi": "3.1.0" }',
    };
    expect((await program(["init"], { files })).host.texts()[CONFIG]).toBe(config("openapi.json", "sdk"));
    const flags = ["init", "https://example.com/api.yaml", "-o", "lib"];
    const { host, stdout } = await program(flags, { files });
    expect(host.texts()[CONFIG]).toBe(config("https://example.com/api.yaml", "lib"));
    expect(stdout).toContain("There is no package.json here");
  });

  test("writes nothing for a file that is not there", async () => {
    const { code, stderr, host } = await program(["init", "apj.yaml"]);
    expect(code).toBe(1);
    expect(stderr).toContain("There is no file apj.yaml; did you mean api.yaml?");
    expect(Object.keys(host.texts())).toEqual(["/project/api.yaml"]);
    expect((await program(["init", "pages/*.html"])).stderr).toContain("No file matches the input pages/*.html.");
    expect((await program(["init", "."], { files: { "/project/a.html": "" } })).code).toBe(0);
  });

  test("asks at a terminal what it is not told, at most three questions, and writes nothing when the person leaves", async () => {
    const at = (...answers: readonly string[]): World => ({
      isTTY: true,
      answers,
      files: { "/project/node_modules/prettier/package.json": "{}", "/project/specs/x.yaml": "" },
    });
    const { host, stdout } = await program(["init"], at("specs/x.yaml", "", "yes"));
    expect(host.asked).toEqual([
      "Which file or URL describes the API? (api.yaml) ",
      "Into which folder does the SDK go? (sdk) ",
      "Format the SDK with your prettier? (no) ",
    ]);
    expect(stdout).toContain("added   sdkwright.config.ts");
    expect(host.texts()[CONFIG]).toBe(config("specs/x.yaml", "sdk", '  format: "prettier",\n'));
    expect((await program(["init", "api.yaml", "-o", "x"], at(""))).host.asked).toHaveLength(1);

    const left = await program(["init"], at("api.yaml"));
    expect(left).toMatchObject({ code: 1, stderr: "Nothing was written.\n" });
    expect(Object.keys(left.host.texts())).not.toContain(CONFIG);
    expect((await program(["init"], { ...at(), env: { CI: "true" } })).host.asked).toEqual([]);
  });
});

test.each([
  ["{}", '{\n  "scripts": {\n    "a": "b"\n  }\n}'],
  ['{\r\n\t"scripts": {}\r\n}', '{\r\n\t"scripts": {\r\n\t\t"a": "b"\r\n\t}\r\n}'],
  ['{ "scripts": { "z": "y" } }\n', '{ "scripts": { "z": "y", "a": "b" } }\n'],
  ['{"x":[1, 2],"scripts":{\n "2": "c",\n "1": "d"}}', '{"x":[1, 2],"scripts":{\n "2": "c",\n "1": "d",\n "a": "b"}}'],
  ['\ufeff{"scripts":{"z":"y"}}', '\ufeff{"scripts":{"z":"y", "a": "b"}}'],
])("scripts are added to %j in its own way of writing", (before, after) => {
  expect(withScripts(before, { a: "b" })?.text).toBe(after);
});

test("a folder is marked by its own name, whatever signs of a pattern are in it", () => {
  const folder = tempFolder({ ".gitattributes": withAttributes("", ["src/[locale]/a b"]) });
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder, encoding: "utf8" });
  git("init", "-q");
  const marked = (path: string) => git("check-attr", "linguist-generated", "--", path).trim().split(" ").at(-1);
  expect(["src/[locale]/a b/x.ts", "src/l/a b/x.ts"].map(marked)).toEqual(["true", "unspecified"]);
});

/** Gives a program a terminal, and types what it is told: at the first question, all at once. Ends a program that waits for more. */
const terminal = `
import os, pty, select, signal, sys
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
seen, typed = b"", sys.argv[1].encode()
while True:
    if not select.select([fd], [], [], 20)[0]:
        os.kill(pid, signal.SIGKILL)
        break
    try: part = os.read(fd, 4096)
    except OSError: break
    if not part: break
    seen += part
    if b"? (" in seen:
        os.write(fd, typed)
        typed = b""
sys.stdout.write(seen.decode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) % 256)
`;
const hasPython = spawnSync("python3", ["-c", "import os, pty; os.waitstatus_to_exitcode"]).status === 0;

describe.skipIf(!hasPython)("init at a real terminal", () => {
  const run = (typed: string, folder: string) =>
    spawnSync("python3", ["-c", terminal, typed, process.execPath, builtCli, "init"], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], TERM: "xterm" },
      timeout: 60_000,
    });

  test("asks, and takes answers that come before their question", () => {
    const folder = tempFolder({ "api.yaml": tinySpec });
    const { status, stdout } = run("\rlib\r", folder);
    expect(stdout).toContain("Which file or URL describes the API? (api.yaml)");
    expect(status).toBe(0);
    expect(readFileSync(join(folder, "sdkwright.config.ts"), "utf8")).toBe(config("api.yaml", "lib"));
  });

  test.each(["\u0004", "\u0003", "\r\u0004"])("writes nothing where the person leaves (%j)", (typed) => {
    const folder = tempFolder({ "api.yaml": tinySpec });
    const { status, stdout } = run(typed, folder);
    expect(stdout).toContain("Nothing was written.");
    expect(status).toBe(1);
    expect(readdirSync(folder)).toEqual(["api.yaml"]);
  });
});
