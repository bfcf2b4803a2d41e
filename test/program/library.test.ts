import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defineConfig, generate, type GenerateOptions } from "../../src/index.js";
import { tinySpec } from "../support/program.js";
import { tempFolder } from "../support/temp-folder.js";

const project = (): string =>
  tempFolder({ "api.yaml": tinySpec, "package.json": "{}", "node_modules/some/index.js": "" });
const config = defineConfig({ input: "api.yaml", output: "out" });

describe("generate, from a program", () => {
  test("gives the files and writes nothing", async () => {
    const cwd = project();
    const { ok, files, diagnostics } = await generate({ ...config, cwd });
    expect({ ok, diagnostics }).toEqual({ ok: true, diagnostics: [] });
    expect(files.find((it) => it.path === "index.ts")).toMatchObject({
      state: "added",
      text: expect.stringContaining("listPets"),
    });
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });

  test("makes several projects, and tells of each", async () => {
    const cwd = project();
    const { ok, projects } = await generate({
      input: "api.yaml",
      projects: [{ name: "a", output: "a" }, { name: "b" }],
      cwd,
      write: true,
    });
    expect(ok).toBe(false);
    expect(projects).toMatchObject([
      { name: "a", output: join(cwd, "a"), ok: true, diagnostics: [] },
      { name: "b", ok: false, files: [], diagnostics: [{ code: "config/no-output" }] },
    ]);
    expect(readFileSync(join(cwd, "a/index.ts"), "utf8")).toContain("listPets");
  });

  test("renames what is renamed when asked", async () => {
    const cwd = project();
    const locked = { ...config, renames: "refuse", write: true, cwd } as const;
    await generate(locked);
    writeFileSync(join(cwd, "api.yaml"), tinySpec.replace("listPets", "getPets"));
    const index = (): string => readFileSync(join(cwd, "out/index.ts"), "utf8");
    await generate(locked);
    expect(index()).toContain("listPets");
    expect((await generate({ ...locked, acceptRenames: true })).ok).toBe(true);
    expect(index()).toContain("getPets");
  });

  test("writes when asked", async () => {
    const cwd = project();
    const { files } = await generate({ ...config, cwd, write: true });
    for (const { path, text } of files) expect(readFileSync(join(cwd, "out", path), "utf8")).toBe(text);
  });

  test("gives the texts also when nothing had to be done", async () => {
    const cwd = project();
    const first = await generate({ ...config, cwd, write: true });
    const second = await generate({ ...config, cwd, write: true });
    expect(second.files.map(({ path, text }) => ({ path, text }))).toEqual(
      first.files.map(({ path, text }) => ({ path, text })),
    );
    expect(new Set(second.files.map((it) => it.state))).toEqual(new Set(["same"]));
  });

  test("tells a removed file without a text", async () => {
    const cwd = project();
    await generate({ ...config, cwd, write: true });
    const { files } = await generate({ ...config, cwd, tags: ["pets"] });
    expect(files.find((it) => it.path === "operations/owners.ts")).toEqual({
      path: "operations/owners.ts",
      state: "removed",
    });
  });

  test("shows where the input is wrong", async () => {
    const cwd = project();
    writeFileSync(join(cwd, "api.yaml"), tinySpec.replace("3.1.0", "9.9.9"));
    const { ok, files, diagnostics } = await generate({ ...config, cwd, write: true });
    expect({ ok, files }).toEqual({ ok: false, files: [] });
    expect(diagnostics[0]?.place).toMatchObject({ path: "api.yaml", start: { line: 1, column: 10 } });
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });

  test("throws for no mistake in the settings", async () => {
    // What a program without types may pass.
    const wrong = { input: 1, outptu: "x" } as unknown as GenerateOptions;
    const { ok, diagnostics } = await generate(wrong);
    expect(ok).toBe(false);
    expect(diagnostics.map((it) => it.code)).toEqual(["config/wrong-value", "config/unknown-key"]);
  });

  test("with strict, a warning is an error", async () => {
    const cwd = project();
    const odd =
      "  /odd:\n    post: { operationId: odd, requestBody: { content: {} }, responses: { '204': { description: None } } }\n";
    writeFileSync(join(cwd, "api.yaml"), tinySpec + odd);
    expect(await generate({ ...config, cwd })).toMatchObject({ ok: true, diagnostics: [{ severity: "warning" }] });
    expect(await generate({ ...config, cwd, strict: true })).toMatchObject({
      ok: false,
      diagnostics: [{ severity: "error" }],
    });
  });
});
