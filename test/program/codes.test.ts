import { expect, test } from "vitest";
import { askedCodes } from "../../src/diagnostics/catalogue/asked.js";
import { runCodes } from "../../src/diagnostics/catalogue/run.js";
import { header } from "../../src/write/header.js";
import type { World } from "../support/memory-host.js";
import { program } from "../support/program.js";

type Mistake = readonly [args: readonly string[], world?: World];
const ok = ["api.yaml", "-o", "out"];

/** A project whose lock holds a text. */
function lockOf(text: string): World {
  const config = { input: "api.yaml", output: "out" };
  return {
    files: { "/project/sdkwright.config.json": JSON.stringify(config), "/project/sdkwright.lock": text },
  };
}

/** A config file with these projects, of one input. */
const several = (...projects: readonly object[]) => ({
  "/project/sdkwright.config.json": JSON.stringify({ input: "api.yaml", projects }),
});

/** For each code a run that meets it: the compiler misses the one that has none. */
const mistakes: Readonly<Record<keyof typeof askedCodes | keyof typeof runCodes, Mistake>> = {
  "cli/unknown-verb": [["genrate"]],
  "cli/unknown-flag": [[...ok, "--wash"]],
  "cli/flag-value": [["api.yaml", "-o"]],
  "cli/unknown-stage": [["inspect", "api.yaml", "--stage", "name"]],
  "cli/exclusive": [[...ok, "--watch", "--check"]],
  "cli/unknown-project": [["-p", "c"], { files: several({ name: "a", output: "a" }, { name: "b", output: "b" }) }],
  "cli/one-project": [["-o", "out"], { files: several({ output: "a" }, { output: "b" }) }],
  "cli/convert-output": [["convert", "api.yaml", "-o", "out/api.txt"]],
  "init/no-description": [["init"], { files: { "/project/api.yaml": "a: 1" } }],
  "init/config-kept": [["init", "-o", "x"], { files: several({ output: "a" }) }],
  "init/bad-manifest": [["init"], { files: { "/project/package.json": '{ "scripts": [] }' } }],
  "git/missing": [[...ok, "--affected"]],
  "git/no-repository": [[...ok, "--affected"], { run: () => ({ code: 128, stdout: "", stderr: "fatal: no" }) }],
  "git/unknown-ref": [
    [...ok, "--affected", "nope"],
    { run: (args) => ({ code: args.includes("--show-toplevel") ? 0 : 1, stdout: "/project", stderr: "" }) },
  ],
  "config/not-found": [[...ok, "-c", "nope.json"]],
  "config/unreadable": [
    ok,
    { files: several({ output: "a" }), fail: (_, path) => (path.endsWith("config.json") ? "EACCES" : undefined) },
  ],
  "config/several-files": [ok, { files: { ...several({ output: "a" }), "/project/sdkwright.config.mts": "" } }],
  "config/other-name": [ok, { files: { "/sdkwright.config.cjs": "" } }],
  "config/json-syntax": [["-c", "bad.json"], { files: { "/project/bad.json": "{" } }],
  "config/json-duplicate": [
    ["-c", "two.json"],
    { files: { "/project/two.json": '{ "format": "none", "format": "none" }' } },
  ],
  "config/removed": [ok],
  "config/no-default": [ok],
  "config/failed": [["-c", "config.mjs"], { files: { "/project/config.mjs": "" } }],
  "config/not-an-object": [["-c", "list.json"], { files: { "/project/list.json": "[]" } }],
  "config/unknown-key": [ok, { files: { "/project/sdkwright.config.json": '{ "outptu": "x" }' } }],
  "config/wrong-value": [ok, { files: { "/project/sdkwright.config.json": '{ "format": "pretty" }' } }],
  "config/no-root": [ok, { files: { "/project/sdkwright.config.json": '{ "root": "../nope" }' } }],
  "config/same-name": [[], { files: several({ name: "a", output: "a" }, { name: "a", output: "b" }) }],
  "config/same-output": [[], { files: several({ name: "a", output: "out" }, { name: "b", output: "Out/" }) }],
  "config/output-inside": [[], { files: several({ output: "out" }, { output: "out/inside" }) }],
  "config/no-input": [["-o", "out"]],
  "config/no-match": [["pages/*.html", "-o", "out"]],
  "config/no-pages": [["folder", "-o", "out"], { files: { "/project/folder/api.yaml": "" } }],
  "config/no-output": [["api.yaml"]],
  "config/remote-input": [["ftp://example.com/api.yaml", "-o", "out"]],
  "remote/not-pulled": [["https://example.com/api.yaml", "-o", "out"]],
  "remote/not-allowed": [
    ["page.html", "-o", "out"],
    { files: { "/project/page.html": '<redoc spec-url="https://example.com/api.yaml">' } },
  ],
  "remote/changed": [
    ["https://example.com/api.yaml", "-o", "out"],
    {
      files: {
        "/project/sdkwright.remote/example.com/api.yaml": "edited",
        "/project/sdkwright.lock": `remote sha256-${"0".repeat(64)} https://example.com/api.yaml\n`,
      },
    },
  ],
  "remote/failed": [["pull", "https://example.com/api.yaml"]],
  "config/unreadable-input": [
    ok,
    { fail: (call, path) => (call === "readFile" && path.endsWith("api.yaml") ? "EACCES" : undefined) },
  ],
  "lock/conflict": [["--check"], lockOf("<<<<<<< HEAD")],
  "lock/malformed": [[], lockOf("name /components/schemas/Pet Pet")],
  "lock/contradiction": [[], lockOf("name /a = A\nname /b = B\nname /a = B")],
  "lock/missing": [ok],
  "lock/not-written": [ok],
  "format/no-prettier": [ok],
  "format/failed": [ok],
  "write/foreign-file": [ok, { files: { "/project/out/index.ts": "mine" } }],
  "write/link": [ok, { links: { "/project/out/index.ts": "/elsewhere" } }],
  "write/folder-in-the-way": [ok, { files: { "/project/out/index.ts/mine": "" } }],
  "write/not-a-folder": [ok, { files: { "/project/out": "mine" } }],
  "write/failed": [ok, { fail: (call) => (call === "writeFile" ? "ENOSPC" : undefined) }],
  "write/interrupted": [[...ok, "--check"], { files: { "/project/out/.sdkwright-2-u1.tmp": "half" } }],
  "write/line-breaks": [[...ok, "--check"]],
  "write/file-out-of-date": [["convert", "api.yaml", "-o", "out/api.yaml", "--check"]],
  "write/out-of-date": [[...ok, "--check"], { files: { "/project/out/old.ts": header } }],
};

/** Prettier comes from the disk, not from the host: test/program/format.test.ts meets these. Programs too: config/load.test.ts; watch/watch.test.ts has the one that goes. What only informs or warns stops no run: write/killed.test.ts, write/write.test.ts, lock/file.test.ts, cli/init.test.ts. */
const metElsewhere: readonly string[] = [
  "config/removed",
  "config/no-default",
  "format/no-prettier",
  "format/failed",
  "write/interrupted",
  "write/line-breaks",
  "init/config-kept",
  "lock/missing",
  "lock/not-written",
];

test.each(Object.entries(mistakes).filter(([code]) => !metElsewhere.includes(code)))(
  "%s stops the run, is told with a next step, and leaves every file alone",
  async (code, [args, world]) => {
    const { code: exit, stdout, host } = await program([...args, "--json"], world);
    expect(exit).toBe(1);
    const { diagnostics } = JSON.parse(stdout);
    expect(diagnostics.map((it: { code: string }) => it.code)).toEqual([code]);
    expect(diagnostics[0].help).toMatch(/\.$/);
    expect(diagnostics[0].message).toMatch(/[.?]$/);
    expect(
      Object.keys(host.texts()).filter((it) => it.startsWith("/project/out/") && !(it in (world?.files ?? {}))),
    ).toEqual([]);
  },
);
