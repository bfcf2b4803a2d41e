import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installedMonorepo, type Monorepo } from "./support/monorepo.js";
import { cacheServer, turboProtocol } from "./support/store.js";

/** No telemetry, no question whether there is a newer version. */
const env = { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", TURBO_NO_UPDATE_NOTIFIER: "1", CI: "1" };

let repo: Monorepo;
let remove = (): void => {};
beforeAll(() => {
  repo = installedMonorepo(env, (it) => (remove = it));
});
afterAll(() => remove());

const tasks = ["billing#build", "billing#generate", "app#build", "shipping#build", "shipping#generate"].toSorted();

/** Runs a task everywhere. Gives the tasks that were not in the cache. */
async function missed(of: Monorepo, task = "build", options: Parameters<Monorepo["tryRun"]>[2] = {}) {
  const { code, stdout, stderr } = await of.tryRun(
    "turbo",
    ["run", task, "--summarize", "--output-logs=none"],
    options,
  );
  expect({ code, stderr: code === 0 ? "" : stdout + stderr }).toEqual({ code: 0, stderr: "" });
  const [file = ""] = of.list(".turbo/runs").slice(-1);
  const summary = JSON.parse(of.read(`.turbo/runs/${file}`));
  of.remove(".turbo/runs");
  const all: readonly { readonly taskId: string; readonly cache: { readonly status: string } }[] = summary.tasks;
  return all
    .filter((it) => it.cache.status !== "HIT")
    .map((it) => it.taskId.replace("@shop/", ""))
    .toSorted();
}

describe("turbo", { timeout: 300_000 }, () => {
  test("sends nothing home", async () => {
    expect(await repo.run("turbo", "telemetry", "status")).toContain("Disabled");
  });

  test("runs every task once, and none twice", async () => {
    expect(await missed(repo)).toEqual(tasks);
    expect(await missed(repo)).toEqual([]);
  });

  test("rebuilds nothing where a description changed and the SDK did not", async () => {
    repo.edit("packages/billing/api.yaml", "openapi:", "# What a customer owes.\nopenapi:");
    expect(await missed(repo)).toEqual(["billing#generate"]);
  });

  test("rebuilds what depends on a description that changed, and nothing else", async () => {
    repo.edit("packages/billing/api.yaml", "paid: { type: boolean }", "paid: { type: boolean, description: In full. }");
    expect(await missed(repo)).toEqual(["app#build", "billing#build", "billing#generate"]);
  });

  test("sees a change in a file that descriptions refer to", async () => {
    repo.edit(
      "specs/shared.yaml",
      "street: { type: string }",
      "street: { type: string, description: With its number. }",
    );
    expect(await missed(repo)).toEqual(["app#build", "billing#generate", "shipping#build", "shipping#generate"]);
  });

  test("brings back an output that was deleted", async () => {
    const before = repo.list("packages/billing/generated");
    repo.remove("packages/billing/generated");
    expect(await missed(repo)).toEqual([]);
    expect(repo.list("packages/billing/generated")).toEqual(before);
  });

  test("brings back the lock with the SDK, and makes another SDK by another lock", async () => {
    const lock = repo.read("packages/billing/sdkwright.lock");
    repo.write("packages/billing/sdkwright.lock", lock.replace("= Problem", "= ProblemFound"));
    expect(await missed(repo)).toEqual(["app#build", "billing#build", "billing#generate"]);
    expect(repo.read("packages/billing/generated/index.ts")).toContain("ProblemFound");
    repo.write("packages/billing/sdkwright.lock", lock);
    expect(await missed(repo)).toEqual([]);
    expect(repo.read("packages/billing/sdkwright.lock")).toBe(lock);
    expect(repo.read("packages/billing/generated/index.ts")).not.toContain("ProblemFound");
  });

  test("leaves an older file behind when it restores an output; --check names it, generate removes it", async () => {
    const files = ["packages/billing/api.yaml", "packages/billing/sdkwright.lock"];
    const before = files.map((it) => repo.read(it));
    const [description = ""] = before;
    const stale = "packages/billing/generated/operations/refunds.ts";
    repo.write("packages/billing/api.yaml", description.replace("components:\n", `${refunds}components:\n`));
    expect(await missed(repo)).toEqual(["app#build", "billing#build", "billing#generate"]);
    expect(repo.has(stale)).toBe(true);
    expect(repo.read("packages/billing/sdkwright.lock")).toContain("GET /refunds = listRefunds");
    // By the lock, which has another operation; what depends on it looks at the SDK alone.
    expect(await missed(repo)).toEqual(["billing#generate"]);
    files.forEach((it, i) => repo.write(it, before[i] ?? ""));
    // The generated files come from the cache, and the one left over makes turbo compile them once more.
    expect(await missed(repo)).toEqual(["app#build", "billing#build"]);
    expect(repo.has(stale)).toBe(true);

    // Nothing that is used reaches it: the package is compiled from its entry.
    expect(repo.read("packages/billing/generated/index.ts")).not.toContain("refunds");
    repo.remove("packages/billing/dist");
    await repo.tryRun("tsc", [], { in: "packages/billing" });
    expect(repo.list("packages/billing/dist").filter((it) => it.includes("refunds"))).toEqual([]);

    const check = await repo.tryRun("turbo", ["run", "generate:check", "--filter=@shop/billing"]);
    expect(check.code).not.toBe(0);
    expect(check.stdout).toMatch(/left over operations\/refunds\.ts/);
    await repo.tryRun("sdkwright", ["generate"], { in: "packages/billing" });
    expect(repo.has(stale)).toBe(false);
    await repo.run("turbo", "run", "generate:check");
    expect(await missed(repo)).toEqual([]);
  });

  test("replays the log of a run, word for word", async () => {
    const log = async () =>
      (await repo.run("turbo", "run", "generate", "--output-logs=full", "--filter=@shop/billing"))
        .split("\n")
        .filter((it) => /generated/.test(it));
    expect(await log()).toEqual([expect.stringMatching(/generated: \d+ files\.$/)]);
    repo.edit("packages/billing/api.yaml", "openapi:", "# Once more.\nopenapi:");
    expect(await log()).toEqual(await log());
  });

  test("passes GitHub's annotations on, one to a line, with the path in the repository", async () => {
    const good = repo.read("packages/billing/api.yaml");
    repo.edit("packages/billing/api.yaml", "paths:", "paths: [");
    const { code, stdout } = await repo.tryRun("turbo", ["run", "generate"], {
      env: { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: repo.folder },
    });
    repo.write("packages/billing/api.yaml", good);
    expect(code).not.toBe(0);
    expect(stdout).toMatch(/^::error file=packages\/billing\/api\.yaml,line=\d+,endLine=\d+,/m);
  });
});

describe("turbo with a cache server of one's own", { timeout: 300_000 }, () => {
  test("gives a second checkout everything, signed", async () => {
    const server = await cacheServer(turboProtocol);
    const remote = {
      TURBO_API: server.url,
      TURBO_TOKEN: turboProtocol.token,
      TURBO_TEAM: "shop",
      TURBO_REMOTE_CACHE_SIGNATURE_KEY: "a key of at least thirty-two bytes",
    };
    repo.commit();
    const online = { offline: false, env: remote };
    const [first, second, third] = [repo.clone(), repo.clone(), repo.clone()];
    expect(await missed(first, "build", online)).toEqual(tasks);
    expect(server.artifacts.size).toBe(tasks.length);
    expect([...server.artifacts.values()].every((it) => it.headers["x-artifact-tag"] !== undefined)).toBe(true);

    server.forget();
    expect(await missed(second, "build", online)).toEqual([]);
    expect(server.asked()["GET 200"]).toBe(tasks.length);
    expect(second.list("packages/billing/dist")).toEqual(first.list("packages/billing/dist"));

    // Who can write to the server still cannot put code into a build.
    for (const [hash, it] of server.artifacts)
      server.artifacts.set(hash, { ...it, headers: { ...it.headers, "x-artifact-tag": "AAAA" } });
    expect(await missed(third, "build", online)).toEqual(tasks);
    server.close();
  });
});

const refunds = `  /refunds:
    get:
      operationId: listRefunds
      tags: [refunds]
      responses: { "204": { description: None. } }
`;
