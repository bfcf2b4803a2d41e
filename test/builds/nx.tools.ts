import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installedMonorepo, type Monorepo } from "./support/monorepo.js";
import { cacheServer, nxProtocol } from "./support/store.js";

/** No cloud, no analytics, no process that stays; what nx keeps goes with the folder. */
const env = {
  NX_NO_CLOUD: "true",
  NX_DAEMON: "false",
  NX_TUI: "false",
  NX_CACHE_DIRECTORY: ".nx/cache",
  NX_WORKSPACE_DATA_DIRECTORY: ".nx/workspace-data",
  CI: "1",
};

let repo: Monorepo;
let remove = (): void => {};
beforeAll(() => {
  repo = installedMonorepo(env, (it) => (remove = it));
});
afterAll(() => remove());

const tasks = ["app:build", "billing:build", "billing:generate", "shipping:build", "shipping:generate"];

/** Runs a target everywhere. Gives the tasks that were not in a cache, and those that were in a remote one. */
async function ran(of: Monorepo, options: Parameters<Monorepo["tryRun"]>[2] = {}) {
  const args = ["run-many", "--target=build", "--output-style=static"];
  const { code, stdout, stderr } = await of.tryRun("nx", args, options);
  expect({ code, output: code === 0 ? "" : stdout + stderr }).toEqual({ code: 0, output: "" });
  const lines = stripVTControlCharacters(stdout).matchAll(/> nx run @shop\/(\S+) +\[(.+)\]$/gm);
  const hits = [...lines].map(([, task = "", where]) => ({ task, where }));
  return {
    missed: tasks.filter((it) => !hits.some(({ task }) => task === it)),
    remote: hits
      .filter((it) => it.where === "remote cache")
      .map((it) => it.task)
      .toSorted(),
  };
}
const missed = async (of: Monorepo, options?: Parameters<Monorepo["tryRun"]>[2]) => (await ran(of, options)).missed;

/** A project as nx understands it. */
const targetsOf = async (project: string) =>
  JSON.parse((await repo.tryRun("nx", ["show", "project", project, "--json"])).stdout).targets;

describe("the plugin for nx", { timeout: 300_000 }, () => {
  test("infers targets with what a run reads, also by reference, and what it writes", async () => {
    const targets = await targetsOf("@shop/billing");
    expect(targets.generate).toMatchObject({
      executor: "nx:run-script",
      cache: true,
      inputs: [
        "{projectRoot}/sdkwright.config.*",
        "{projectRoot}/sdkwright.lock",
        "{projectRoot}/api.yaml",
        "{projectRoot}/sdkwright.config.ts",
        "{workspaceRoot}/specs/shared.yaml",
        { externalDependencies: ["sdkwright"] },
      ],
      outputs: ["{projectRoot}/generated", "{projectRoot}/sdkwright.lock"],
    });
    expect(targets["generate:check"]).toMatchObject({ executor: "nx:run-script", cache: false });
  });

  test("runs sdkwright itself where no script does", async () => {
    const manifest = repo.read("packages/shipping/package.json");
    const config = repo.read("nx.json");
    repo.write("packages/shipping/package.json", manifest.replace(/^ *"generate(:check)?": .*\n/gm, ""));
    repo.edit("nx.json", '"sdkwright/nx"', '{ "plugin": "sdkwright/nx", "options": { "targetName": "sdk" } }');
    expect((await targetsOf("@shop/shipping")).sdk).toMatchObject({
      executor: "nx:run-commands",
      options: { command: "sdkwright generate", cwd: "packages/shipping" },
    });
    await repo.run("nx", "run", "@shop/shipping:sdk");
    await repo.run("nx", "run", "@shop/shipping:generate:check");
    repo.write("packages/shipping/package.json", manifest);
    repo.write("nx.json", config);
  });

  test("leaves a config that is wrong to the run, which says what is wrong", async () => {
    const config = repo.read("packages/billing/sdkwright.config.ts");
    repo.edit("packages/billing/sdkwright.config.ts", "input:", "inptu:");
    const { code, stdout, stderr } = await repo.tryRun("nx", ["run", "@shop/billing:generate"]);
    repo.write("packages/billing/sdkwright.config.ts", config);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain("inptu");
  });
});

describe("nx", { timeout: 300_000 }, () => {
  test("runs every task once, and none twice", async () => {
    repo.remove(".nx", "packages/shipping/generated");
    expect(await missed(repo)).toEqual(tasks);
    expect(await missed(repo)).toEqual([]);
  });

  test("rebuilds nothing where a description changed and the SDK did not", async () => {
    repo.edit("packages/billing/api.yaml", "openapi:", "# What a customer owes.\nopenapi:");
    expect(await missed(repo)).toEqual(["billing:generate"]);
  });

  test("rebuilds what depends on a description that changed, and nothing else", async () => {
    repo.edit("packages/billing/api.yaml", "paid: { type: boolean }", "paid: { type: boolean, description: In full. }");
    expect(await missed(repo)).toEqual(["app:build", "billing:build", "billing:generate"]);
    expect(repo.read("packages/billing/dist/types/invoice.d.ts")).toContain("In full.");
  });

  test("sees a change in a file that descriptions refer to", async () => {
    repo.edit(
      "specs/shared.yaml",
      "street: { type: string }",
      "street: { type: string, description: With its number. }",
    );
    expect(await missed(repo)).toEqual(["app:build", "billing:generate", "shipping:build", "shipping:generate"]);
  });

  test("leaves no older file behind when it restores an output", async () => {
    const files = ["packages/billing/api.yaml", "packages/billing/sdkwright.lock"];
    const before = files.map((it) => repo.read(it));
    const [description = ""] = before;
    const added = "packages/billing/generated/operations/refunds.ts";
    repo.write("packages/billing/api.yaml", description.replace("components:\n", `${refunds}components:\n`));
    expect(await missed(repo)).toEqual(["app:build", "billing:build", "billing:generate"]);
    expect(repo.has(added)).toBe(true);
    expect(repo.read("packages/billing/sdkwright.lock")).toContain("GET /refunds = listRefunds");
    // By the lock, which has another operation; what depends on it looks at the SDK alone.
    expect(await missed(repo)).toEqual(["billing:generate"]);
    files.forEach((it, i) => repo.write(it, before[i] ?? ""));
    expect(await missed(repo)).toEqual([]);
    expect(repo.has(added)).toBe(false);
    await repo.run("nx", "run-many", "--target=generate:check");
  });
});

describe("nx with a cache server of one's own", { timeout: 300_000 }, () => {
  test("gives a second checkout everything", async () => {
    const server = await cacheServer(nxProtocol);
    const online = {
      offline: false,
      env: {
        NX_SELF_HOSTED_REMOTE_CACHE_SERVER: server.url,
        NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: nxProtocol.token,
      },
    };
    repo.commit();
    const [first, second] = [repo.clone(), repo.clone()];
    expect(await missed(first, online)).toEqual(tasks);
    expect(server.artifacts.size).toBe(tasks.length);
    server.forget();
    expect(await ran(second, online)).toEqual({ missed: [], remote: tasks });
    expect(server.asked()).toEqual({ "GET 200": tasks.length });
    expect(second.list("packages/billing/dist")).toEqual(first.list("packages/billing/dist"));
    server.close();
  });
});

const refunds = `  /refunds:
    get:
      operationId: listRefunds
      tags: [refunds]
      responses: { "204": { description: None. } }
`;
