import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { changeLock } from "../../../src/pipeline/lock/change.js";
import { nodeHost } from "../../../src/pipeline/node-host.js";
import { runBuilt, runNode } from "../../support/built.js";
import { memoryHost } from "../../support/memory-host.js";
import { tinySpec } from "../../support/program.js";
import { tempFolder } from "../../support/temp-folder.js";

const lockIn = (folder: string): readonly string[] =>
  readFileSync(join(folder, "sdkwright.lock"), "utf8")
    .split("\n")
    .filter((it) => it !== "" && !it.startsWith("#"));
const source = (path: string): string => fileURLToPath(new URL(`../../../src/${path}`, import.meta.url));

describe("processes that write one lock at once", () => {
  test("lose nothing of each other, however often they meet", { timeout: 60_000 }, async () => {
    const folder = tempFolder();
    const script = `
      import { createJiti } from ${JSON.stringify(createRequire(import.meta.url).resolve("jiti"))};
      const jiti = createJiti(import.meta.url);
      const { changeLock } = await jiti.import(${JSON.stringify(source("pipeline/lock/change.ts"))});
      const { nodeHost } = await jiti.import(${JSON.stringify(source("pipeline/node-host.ts"))});
      const [, , folder, name] = process.argv;
      for (let i = 0; i < 40; i++)
        await changeLock(folder, nodeHost(), ({ all }) => [...all.map((it) => it.text), \`name@\${name} /\${i} = A\${i}\`]);`;
    const file = join(tempFolder({ "writer.mjs": script }), "writer.mjs");
    const runs = await Promise.all(["a", "b", "c", "d"].map((it) => runNode([file, folder, it], folder)));
    expect(runs.map((it) => it.stderr)).toEqual(["", "", "", ""]);
    expect(lockIn(folder).length).toBe(160);
    expect(readdirSync(folder)).toEqual(["sdkwright.lock"]);
  });

  test("may be runs of projects of one config", { timeout: 60_000 }, async () => {
    const names = ["a", "b", "c"];
    const projects = names.map((it) => ({ name: it, input: "api.yaml", output: it }));
    const folder = tempFolder({
      "api.yaml": tinySpec,
      "sdkwright.config.json": JSON.stringify({ projects }),
      "package.json": "{}",
    });
    const runs = await Promise.all(names.map((it) => runBuilt(["-p", it], folder)));
    expect(runs.map((it) => [it.code, it.stderr])).toEqual(names.map(() => [0, ""]));
    expect(lockIn(folder).length).toBe(6);
    expect(await runBuilt(["--check"], folder)).toMatchObject({ code: 0 });
  });
});

describe("what stands beside the lock", () => {
  const pidOfEnded = async (): Promise<string> =>
    (await runNode(["--print", "process.pid"], tempFolder())).stdout.trim();
  const change = (folder: string): Promise<void> => changeLock(folder, nodeHost(), () => ["name /a = A"]);

  test("of a process that was killed is taken away", async () => {
    const ended = await pidOfEnded();
    for (const left of [[`${ended}-0a1b`], []]) {
      const folder = tempFolder();
      mkdirSync(join(folder, "sdkwright.lock.busy"));
      for (const it of left) writeFileSync(join(folder, "sdkwright.lock.busy", it), "");
      await change(folder);
      expect(readdirSync(folder)).toEqual(["sdkwright.lock"]);
    }
  });

  test("of a process that was killed when the lock was in its place is taken away, too", async () => {
    const config = JSON.stringify({ input: "api.yaml", output: "sdk" });
    const folder = tempFolder({ "api.yaml": tinySpec, "sdkwright.config.json": config });
    await runBuilt(["generate"], folder);
    mkdirSync(join(folder, "sdkwright.lock.busy"));
    writeFileSync(join(folder, "sdkwright.lock.busy", `${await pidOfEnded()}-0a1b`), "");
    expect(await runBuilt(["generate"], folder)).toMatchObject({ code: 0 });
    expect(readdirSync(folder)).toEqual(["api.yaml", "sdk", "sdkwright.config.json", "sdkwright.lock"]);
  });

  test("of a process that is at it is waited for", async () => {
    const folder = tempFolder();
    const word = join(folder, "sdkwright.lock.busy", `${process.pid}-0a1b`);
    mkdirSync(join(folder, "sdkwright.lock.busy"));
    writeFileSync(word, "");
    const changed = change(folder);
    await new Promise((resume) => setTimeout(resume, 200));
    expect(readdirSync(folder)).toEqual(["sdkwright.lock.busy"]);
    rmSync(word);
    await changed;
    expect(readdirSync(folder)).toEqual(["sdkwright.lock"]);
  });

  afterEach(() => vi.useRealTimers());
  test("of a process that does not go on is waited for no longer than for some seconds", async () => {
    vi.useFakeTimers();
    const host = memoryHost({ files: { "/project/sdkwright.lock.busy/1-0a1b": "" } });
    const changed = changeLock("/project", host, () => ["name /a = A"]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(Object.keys(host.texts())).toEqual(["/project/sdkwright.lock.busy/1-0a1b"]);
    await vi.advanceTimersByTimeAsync(10_000);
    await changed;
    expect(Object.keys(host.texts())).toEqual(["/project/sdkwright.lock"]);
  });
});
