import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { runNode } from "../support/built.js";
import { header } from "../../src/write/header.js";
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
      "dist/NOTICES.txt",
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
      "specs/page.html": readFileSync(join(root, "specs/PostInvoicesInvoiceSend.html"), "utf8"),
      "specs/overlay.json": JSON.stringify(overlay),
    });
    run("npm", ["install", tarball, "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"], folder);
    expect(run("npx", ["sdkwright", "generate", "specs/x.yaml", "-o", "out"], folder)).toMatch(/^out: \d+ files/);
    expect(readdirSync(join(folder, "out"))).toEqual(
      expect.arrayContaining(["client.ts", "index.ts", "operations", "runtime"]),
    );
    expect(run("npx", ["sdkwright", "--version"], folder)).toBe(`${versionOf(root)}\n`);
    // What pages, overlays and differences need is part of the bundle.
    const page = ["npx", ["sdkwright", "specs/page.html", "--overlay", "specs/overlay.json", "-o", "page"]] as const;
    expect(run(...page, folder)).toMatch(/^page: \d+ files/);
    writeFileSync(join(folder, "page/index.ts"), header);
    expect(
      await runNode(["node_modules/sdkwright/dist/src/cli/main.js", ...page[1].slice(1), "--check"], folder),
    ).toMatchObject({ code: 1, stdout: expect.stringContaining("postInvoicesInvoiceSend") });

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

const overlay = {
  overlay: "1.0.0",
  info: { title: "Title", version: "1" },
  actions: [{ target: "$.paths.*.post", update: { summary: "Sends a bill." } }],
};

const use = `
import { defineConfig, generate, type Config, type Diagnostic, type FileChange } from "sdkwright";
const config: Config = defineConfig({ input: "specs/x.yaml", output: "out" });
const { ok, files, diagnostics } = await generate({ ...config, write: true });
const first: FileChange | undefined = files[0];
const said: readonly Diagnostic[] = diagnostics;
declare const console: { log(...values: unknown[]): void };
if (said.length === 0) console.log(ok, first?.state);
`;
