import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { header } from "../../src/write/header.js";
import { builtCli, runBuilt, runNode } from "../support/built.js";
import { tinySpec } from "../support/program.js";
import { tempFolder } from "../support/temp-folder.js";

const generate = ["api.yaml", "-o", "out"];
const project = (files: Readonly<Record<string, string>> = {}): string =>
  tempFolder({ "api.yaml": tinySpec, "package.json": "{}", "node_modules/some/index.js": "", ...files });

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((it) => statSync(join(folder, it)).isFile())
    .sort();

describe("the built program", () => {
  test("does its work, and touches no file that stays as it is", async () => {
    const folder = project();
    const out = join(folder, "out");
    expect(await runBuilt(generate, folder)).toMatchObject({ code: 0, stderr: "" });
    const paths = filesIn(out);
    const times = () => paths.map((it) => statSync(join(out, it)).mtimeMs);
    const before = times();
    rmSync(join(folder, "node_modules/.cache"), { recursive: true });
    writeFileSync(join(out, "index.ts"), header);
    expect((await runBuilt(generate, folder)).stdout).toMatch(/^out: \d+ files/);
    expect(times().filter((it, i) => it !== before[i])).toHaveLength(1);
    expect(filesIn(out)).toEqual(paths);
  });

  test.each(["process.exit(0)", "() => new Promise(() => {})"])("fails where its config is %s", async (text) => {
    const folder = project({ "sdkwright.config.ts": `export default ${text};` });
    const { code, stderr } = await runBuilt(["generate", "--check"], folder);
    expect([code, stderr]).toEqual([1, expect.stringContaining("sdkwright was not done: the config file")]);
  });

  test("loads nothing heavy when there is nothing to do", async () => {
    const folder = project();
    const loaded = async (): Promise<string> => {
      const hooks =
        "export async function load(url, context, next) { process._rawDebug(url); return next(url, context); }";
      const register = `import { register } from "node:module"; register("data:text/javascript,${encodeURIComponent(hooks)}");`;
      return (
        await runNode(
          ["--import", `data:text/javascript,${encodeURIComponent(register)}`, builtCli, ...generate],
          folder,
        )
      ).stderr;
    };
    const first = await loaded();
    expect(first).toContain("/dist/src/pipeline/generate.js");
    // What only another format needs stays away, too.
    expect(first).not.toMatch(/\/dist\/src\/(lower\/markdown|read\/html\/)/);
    const modules = (await loaded()).split("\n").filter((it) => it !== "" && !it.startsWith("node:"));
    expect(
      modules.filter((it) => !/\/dist\/src\/(cli|config\/programs|shared|pipeline\/node-host)\b/.test(it)),
    ).toEqual([]);
    const size = modules.reduce((sum, it) => sum + statSync(new URL(it)).size, 0);
    expect(size).toBeLessThan(100_000);
  });

  test.runIf(process.platform === "linux")(
    "tells its own memory, not that of the process that started it",
    async () => {
      const held = Buffer.alloc(500_000_000, 1);
      const { stdout } = await runBuilt([...generate, "--json"], project());
      expect(JSON.parse(stdout).peakMemory).toBeLessThan(held.length / 2);
    },
  );

  test("takes a TypeScript config, also where sdkwright is not installed", async () => {
    const config =
      'import { defineConfig } from "sdkwright";\nexport default defineConfig({ input: "api.yaml", output: "sdk" });\n';
    const folder = tempFolder({ "api.yaml": tinySpec, "sdkwright.config.ts": config });
    expect(await runBuilt([], folder)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^sdk: \d+ files/) });
  });

  test("keeps what a TypeScript config became, for as long as its text is the same", async () => {
    const config = (output: string) =>
      `const output: string = "${output}";\nexport default { input: "api.yaml", output };\n`;
    const folder = project({ "sdkwright.config.ts": config("one") });
    const kept = () => readdirSync(join(folder, "node_modules/.cache/sdkwright/config"));
    await runBuilt([], folder);
    const before = kept();
    expect(before).toHaveLength(1);
    expect((await runBuilt([], folder)).stdout).toMatch(/^one: /);
    expect(kept()).toEqual(before);
    writeFileSync(join(folder, "sdkwright.config.ts"), config("two"));
    expect((await runBuilt([], folder)).stdout).toMatch(/^two: /);
  });

  test("ends quietly when its reader has seen enough", async () => {
    const folder = project();
    const child = spawn(process.execPath, [builtCli, "inspect", "api.yaml", "--json"], { cwd: folder });
    child.stdout.destroy();
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (it: string) => (stderr += it));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("two at once in one folder both end well", async () => {
    const folder = project();
    await runBuilt(generate, folder);
    const expected = filesIn(join(folder, "out"));
    for (const path of expected) writeFileSync(join(folder, "out", path), `${header}\nold`);
    const runs = await Promise.all([runBuilt(generate, folder), runBuilt(generate, folder)]);
    expect(runs.map((it) => [it.code, it.stderr])).toEqual([
      [0, ""],
      [0, ""],
    ]);
    expect(filesIn(join(folder, "out"))).toEqual(expected);
    expect(await runBuilt([...generate, "--check"], folder)).toMatchObject({ code: 0 });
  });
});

describe("on a real file system", () => {
  test("a foreign file in the way stays, and so does the old output", async () => {
    const folder = project({ "out/index.ts": "mine", "out/old.ts": header });
    expect(await runBuilt(generate, folder)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("write/foreign-file"),
    });
    expect(filesIn(join(folder, "out"))).toEqual(["index.ts", "old.ts"]);
    expect(await runBuilt([...generate, "--force"], folder)).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, "out/index.ts"), "utf8")).toMatch(header);
    expect(filesIn(join(folder, "out"))).not.toContain("old.ts");
  });

  test.each(["types", "operations"])("a link from %s to outside is not followed", async (name) => {
    const folder = project({ "elsewhere/a.ts": header });
    mkdirSync(join(folder, "out"));
    symlinkSync("../elsewhere", join(folder, "out", name));
    const { code } = await runBuilt(generate, folder);
    expect(code).toBe(name === "operations" ? 1 : 0);
    expect(filesIn(join(folder, "elsewhere"))).toEqual(["a.ts"]);
  });

  test.each(["/dev/null/out", "/proc/sdkwright"])("%s cannot be written, and that is a diagnostic", async (output) => {
    const { code, stderr } = await runBuilt(["api.yaml", "-o", output], project());
    expect(code).toBe(1);
    expect(stderr).toContain("error write/failed");
  });

  test("a name that is too long for a file stops the writing, and nobody says that nothing was written", async () => {
    const schemas = `components: { schemas: { A: { type: string }, ${"長".repeat(100)}: { type: string } } }\n`;
    const folder = project({ "api.yaml": `${tinySpec}${schemas}` });
    const { code, stderr } = await runBuilt(generate, folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/its name is too long(.|\n)*\n1 error\.\n$/);
  });
});
