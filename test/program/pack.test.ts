import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { runNode } from "../support/built.js";
import { tinySpec } from "../support/program.js";
import { tempFolder } from "../support/temp-folder.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a tool of ours, or npm; what it prints is shown where it fails. */
const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
const tool = (path: string, args: readonly string[], cwd = root): string =>
  run(process.execPath, [join(root, "node_modules", path), ...args], cwd);

describe("the package", () => {
  let tarball: string;
  let files: readonly string[];

  beforeAll(() => {
    let remove = (): void => {};
    const folder = tempFolder({}, (it) => (remove = it));
    // The tests run on what `npm test` has built; a build of its own would pull it away under the others.
    const [packed] = JSON.parse(run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], root));
    tarball = join(folder, packed.filename);
    files = packed.files.map((it: { readonly path: string }) => it.path);
    return remove;
  });

  test("holds what runs, the runtime of the SDKs, and nothing else", () => {
    const kinds = new Set(
      files.map((it) =>
        it.replace(/^dist\/.*\.(js|d\.ts)$/, "dist/*.$1").replace(/^templates\/runtime\/.*\.ts$/, "runtime/*.ts"),
      ),
    );
    expect([...kinds].toSorted()).toEqual([
      "LICENSE",
      "README.md",
      "dist/*.d.ts",
      "dist/*.js",
      "dist/config.schema.json",
      "package.json",
      "runtime/*.ts",
    ]);
    expect(files.filter((it) => it.includes("test"))).toEqual([]);
  });

  test("is right for publint and are-the-types-wrong, which fail where it is not", () => {
    expect(tool("publint/src/cli.js", ["run", tarball, "--strict"])).toContain("All good!");
    tool("@arethetypeswrong/cli/dist/index.js", [tarball, "--profile", "esm-only"]);
  });

  test("works in an empty folder", { timeout: 300_000 }, async () => {
    const folder = tempFolder({
      "package.json": '{ "type": "module" }',
      "specs/x.yaml": tinySpec,
    });
    run("npm", ["install", tarball, "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"], folder);
    expect(run("npx", ["sdkwright", "generate", "specs/x.yaml", "-o", "out"], folder)).toMatch(/^out: \d+ files/);
    expect(readdirSync(join(folder, "out"))).toEqual(
      expect.arrayContaining(["client.ts", "index.ts", "operations", "runtime"]),
    );
    expect(run("npx", ["sdkwright", "--version"], folder)).toBe(`${versionOf(root)}\n`);

    writeFileSync(join(folder, "use.ts"), use);
    tool(
      "typescript7/bin/tsc",
      ["--strict", "--module", "nodenext", "--types", "", "--outDir", "built", "use.ts"],
      folder,
    );
    expect(await runNode(["built/use.js"], folder)).toMatchObject({
      code: 0,
      stdout: "true same\n",
    });
  });
});

const versionOf = (folder: string): string => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;

const use = `
import { defineConfig, generate, type Config, type Diagnostic, type FileChange } from "sdkwright";
const config: Config = defineConfig({ input: "specs/x.yaml", output: "out" });
const { ok, files, diagnostics } = await generate({ ...config, write: true });
const first: FileChange | undefined = files[0];
const said: readonly Diagnostic[] = diagnostics;
declare const console: { log(...values: unknown[]): void };
if (said.length === 0) console.log(ok, first?.state);
`;
