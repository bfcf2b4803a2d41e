import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { builtCli } from "../../support/built.js";
import { tempFolder } from "../../support/temp-folder.js";
import { watching } from "../../support/watching.js";

const api = (reference: string): string =>
  `{"openapi":"3.1.1","info":{"title":"T","version":"1"},"paths":{"/pets":{"get":{"operationId":"listPets",
  "responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"$ref":"${reference}"}}}}}}}}}`;
const pet = (property: string): string => `{"Pet":{"type":"object","properties":{"${property}":{"type":"string"}}}}`;
const project = {
  "sdkwright.config.ts": `import { defineConfig } from "sdkwright";
import { output } from "./output.mjs";
export default defineConfig({ input: "specs/api.json", output });`,
  "output.mjs": `export const output = "out";`,
  "specs/api.json": api("./pet.json#/Pet"),
  "specs/pet.json": pet("name"),
};
/** Longer than a run takes, so that one that should not be made would be told of. */
const A_WHILE = 700;

function started(args: readonly string[] = [], files: Readonly<Record<string, string>> = project) {
  const folder = tempFolder(files);
  const at = (path: string): string => join(folder, path);
  return {
    at,
    program: watching(args, folder),
    write: (path: string, text: string): void => writeFileSync(at(path), text),
    read: (path: string): string => readFileSync(at(path), "utf8"),
  };
}

describe("generate --watch", () => {
  test("runs again for each file that was read, and for no other", async () => {
    const { at, program, write, read } = started();
    expect(await program.next()).toMatchObject({ ok: true, changed: [], diagnostics: [] });

    write("specs/pet.json", pet("age"));
    const changed = { path: "types/pet.ts", state: "changed" };
    const { files, ...run } = await program.next();
    expect(run).toMatchObject({ ok: true, changed: ["specs/pet.json"] });
    expect(files.filter((it) => it.state !== "same")).toEqual([changed]);
    expect(read("out/types/pet.ts")).toContain("age?: string");

    // What a run comes to read is watched from then on; what it does not read any more is not.
    write("specs/animal.json", pet("legs"));
    write("specs/api.json", api("./animal.json#/Pet"));
    expect(await program.next()).toMatchObject({ changed: ["specs/api.json"] });
    write("specs/animal.json", pet("wings"));
    expect(await program.next()).toMatchObject({ changed: ["specs/animal.json"] });
    expect(read("out/types/pet.ts")).toContain("wings?: string");
    write("specs/pet.json", pet("unused"));
    utimesSync(at("specs/api.json"), new Date(), new Date());
    write("specs/animal.json", pet("wings"));
    await pause(A_WHILE);
    expect(program.more).toEqual([]);

    // What the config imports is part of it.
    write("output.mjs", `export const output = "out2";`);
    expect(await program.next()).toMatchObject({ ok: true, changed: ["output.mjs"] });
    expect(read("out2/types/pet.ts")).toContain("wings?: string");
    expect(await program.end("SIGTERM")).toBe(0);
  });

  test("accepts the renames that there are when it starts, and none that comes later", async () => {
    const named = (id: string): string => project["specs/api.json"].replace("listPets", id);
    const place = "name GET /pets = ";
    const { program, write, read } = started(["--accept-renames"], {
      ...project,
      "specs/api.json": named("allPets"),
      "sdkwright.lock": `${place}listPets ListPetsInput ListPetsOutput ListPetsError ListPetsResponses\n`,
    });
    expect(await program.next()).toMatchObject({ ok: true, diagnostics: [{ code: "names/renamed" }] });
    write("specs/api.json", named("somePets"));
    expect(await program.next()).toMatchObject({ ok: true, diagnostics: [{ code: "names/kept" }] });
    expect(read("sdkwright.lock")).toContain(`${place}allPets `);
  });

  test("sees files and folders that are replaced, renamed, removed and made again", async () => {
    const { at, program, write, read } = started();
    await program.next();
    for (const property of ["one", "two"]) {
      write("specs/new.json", pet(property));
      renameSync(at("specs/new.json"), at("specs/pet.json"));
      expect(await program.next()).toMatchObject({ ok: true, changed: ["specs/pet.json"] });
      expect(read("out/types/pet.ts")).toContain(`${property}?: string`);
    }
    renameSync(at("specs"), at("gone"));
    expect(await program.next()).toMatchObject({ ok: false, diagnostics: [{ code: "read/not-found" }] });
    rmSync(at("gone"), { recursive: true });
    mkdirSync(at("specs"));
    write("specs/pet.json", pet("three"));
    write("specs/api.json", api("./pet.json#/Pet"));
    expect(await program.next()).toMatchObject({ ok: true });
    expect(read("out/types/pet.ts")).toContain("three?: string");
    write("specs/pet.json", pet("four"));
    expect(await program.next()).toMatchObject({ ok: true, changed: ["specs/pet.json"] });
    expect(await program.end("SIGINT")).toBe(0);
  });

  test("tells of a mistake once and keeps the output, but waits for a file that is being written", async () => {
    const { at, program, write, read } = started();
    await program.next();
    const whole = pet("half");
    write("specs/pet.json", whole.slice(0, 20));
    await pause(60);
    write("specs/pet.json", whole);
    expect(await program.next()).toMatchObject({ ok: true });
    const output = read("out/types/pet.ts");
    expect(output).toContain("half?: string");

    write("specs/pet.json", "{");
    expect(await program.next()).toMatchObject({ ok: false, diagnostics: [{ code: "read/json-syntax" }] });
    await pause(A_WHILE);
    expect(program.more).toEqual([]);
    expect(read("out/types/pet.ts")).toBe(output);
    write("sdkwright.config.ts", "export default {");
    expect(await program.next()).toMatchObject({ ok: false, diagnostics: [{ code: "config/failed" }] });
    write("sdkwright.config.ts", "export const input = 1;");
    expect(await program.next()).toMatchObject({ ok: false, diagnostics: [{ code: "config/no-default" }] });
    rmSync(at("sdkwright.config.ts"));
    expect(await program.next()).toMatchObject({ ok: false, diagnostics: [{ code: "config/removed" }] });
    write("sdkwright.config.ts", project["sdkwright.config.ts"]);
    expect(await program.next()).toMatchObject({ ok: false, diagnostics: [{ code: "read/json-syntax" }] });
    write("specs/pet.json", pet("right"));
    expect(await program.next()).toMatchObject({ ok: true });
    expect(read("out/types/pet.ts")).toContain("right?: string");
  });

  test("goes on without the config file where the input is named by a flag", async () => {
    const { at, program } = started(["specs/api.json", "-o", "out"]);
    expect(await program.next()).toMatchObject({ ok: true });
    rmSync(at("sdkwright.config.ts"));
    expect(await program.next()).toMatchObject({ ok: true, changed: ["sdkwright.config.ts"], diagnostics: [] });
  });

  test("of several projects tells those that have news, and always that a run was made", async () => {
    const at = tempFolder({
      "sdkwright.config.json": JSON.stringify({
        projects: ["a", "b"].map((name) => ({ name, input: `${name}.json`, output: `out/${name}` })),
      }),
      "a.json": api("./pet.json#/Pet"),
      "b.json": api("./pet.json#/Pet"),
      "pet.json": pet("name"),
    });
    const said = lines(at);
    await said(/^b \(out\/b\): /m);
    writeFileSync(join(at, "a.json"), "{");
    await said(/1 error\. Nothing was written\.\n/);
    writeFileSync(join(at, "a.json"), api("./pet.json#/Pet"));
    expect(await said(/for a\.json/)).toMatch(
      /^a \(out\/a\): nothing to change \(\d+ files\) in \d+ ms, for a\.json\.\n$/,
    );
    writeFileSync(join(at, "b.json"), `${api("./pet.json#/Pet")}\n`);
    expect(await said(/for b\.json/)).toMatch(
      /^All projects: nothing to change \(\d+ files\) in \d+ ms, for b\.json\.\n$/,
    );
  });
});

/** The program as a terminal sees it: what it said since the last time, once that has the pattern. */
function lines(cwd: string): (pattern: RegExp) => Promise<string> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [builtCli, "--watch"], { cwd, env: { PATH, HOME } });
  onTestFinished(() => void child.kill("SIGKILL"));
  let [text, wake] = ["", () => {}];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (it: string) => {
      text += it;
      wake();
    });
  return async (pattern) => {
    while (!pattern.test(text)) await new Promise<void>((resolve) => (wake = resolve));
    const all = text;
    text = "";
    return all;
  };
}
