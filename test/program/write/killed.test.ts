import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { Diagnostics } from "../../../src/diagnostics/diagnostics.js";
import { nodeHost } from "../../../src/pipeline/node-host.js";
import { header } from "../../../src/write/header.js";
import { isTempName } from "../../../src/write/tree.js";
import { write } from "../../../src/write/write.js";
import { tempFolder } from "../../support/temp-folder.js";

const textOf = (generation: string): string => `${header}\n${generation.repeat(2_000)}\n`;
const paths = Array.from({ length: 300 }, (_, i) => `folder${i % 7}/file${i}.ts`);
const filesOf = (generation: string) => paths.map((path) => ({ path, text: textOf(generation) }));

const options = (output: string) => ({
  output,
  mode: "write" as const,
  force: false,
  strict: false,
});

/** A process that writes the new generation with the program's own write stage, slowly enough to be met in its course. */
function writer(output: string) {
  const source = (path: string): string =>
    JSON.stringify(fileURLToPath(new URL(`../../../src/${path}`, import.meta.url)));
  const script = `
    import { createJiti } from ${JSON.stringify(import.meta.resolve("jiti"))};
    const jiti = createJiti(${JSON.stringify(import.meta.url)}, { fsCache: false });
    const { write } = await jiti.import(${source("write/write.ts")});
    const { nodeHost } = await jiti.import(${source("pipeline/node-host.ts")});
    const { Diagnostics } = await jiti.import(${source("diagnostics/diagnostics.ts")});
    const text = ${JSON.stringify(header)} + "\\n" + "new".repeat(2_000) + "\\n";
    const files = ${JSON.stringify(paths)}.map((path) => ({ path, text }));
    const host = nodeHost();
    const slowly = (act) => (...args) => (Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2), act(...args));
    const slow = { ...host, writeFile: slowly(host.writeFile), rename: slowly(host.rename) };
    write(files, ${JSON.stringify(options(output))}, slow, new Diagnostics());
  `;
  return spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: "inherit",
  });
}

/** What a run that writes the new generation, or checks for it, has to say. */
function codesOf(output: string, mode: "write" | "check"): readonly string[] {
  const diagnostics = new Diagnostics();
  write(filesOf("new"), { ...options(output), mode }, nodeHost(), diagnostics);
  return diagnostics.all.map((it) => it.code);
}

const contents = (output: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(output, { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile())
      .map((it) => [it.name, readFileSync(join(it.parentPath, it.name), "utf8")]),
  );

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

/** Moments in the course of a writing, seen from outside. */
const moments: Readonly<Record<string, (output: string) => boolean>> = {
  "while files are staged": (output) => readdirSync(join(output, "folder0")).some(isTempName),
  "while files take their places": (output) => readFileSync(join(output, "folder0/file0.ts"), "utf8").includes("new"),
};

test.each(Object.entries(moments))(
  "a run killed %s leaves each file whole, and the next one completes it",
  async (_, reached) => {
    const output = join(tempFolder(), "out");
    write(filesOf("old"), options(output), nodeHost(), new Diagnostics());

    const child = writer(output);
    const ended = new Promise((resolve) => child.on("close", (_code, signal) => resolve(signal)));
    while (child.exitCode === null && !reached(output)) await pause();
    child.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");

    const left = [...contents(output)].filter(([name]) => !isTempName(name));
    expect(left).toHaveLength(paths.length);
    expect(left.filter(([, text]) => text !== textOf("old") && text !== textOf("new"))).toEqual([]);

    expect(codesOf(output, "check")).toEqual(["write/interrupted", "write/out-of-date"]);
    expect(codesOf(output, "write")).toEqual(["write/interrupted"]);
    expect(codesOf(output, "check")).toEqual([]);
    expect([...contents(output).keys()].toSorted()).toEqual(paths.map((it) => it.replace(/^.*\//, "")).toSorted());
    expect(new Set(contents(output).values())).toEqual(new Set([textOf("new")]));
  },
);
