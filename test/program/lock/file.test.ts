import { describe, expect, test } from "vitest";
import { memoryHost, type MemoryHost, type World } from "../../support/memory-host.js";
import { programOn, tinySpec } from "../../support/program.js";

const LOCK = "/project/sdkwright.lock";

/** A project with a config of two lines. */
const project = (settings: object = {}, world: World = {}): MemoryHost =>
  memoryHost({
    ...world,
    files: {
      "/project/api.yaml": tinySpec,
      "/project/package.json": "{}",
      "/project/sdkwright.config.json": JSON.stringify({ input: "api.yaml", output: "out", ...settings }),
      ...world.files,
    },
  });

const hasLock = (host: MemoryHost): boolean => Object.hasOwn(host.texts(), LOCK);
const json = async (args: readonly string[], host: MemoryHost) =>
  JSON.parse((await programOn([...args, "--json"], host)).stdout);

describe("the lock", () => {
  test("is made where a config file is, and nowhere else", async () => {
    const host = project();
    expect(await programOn([], host)).toMatchObject({ code: 0, stderr: "" });
    expect(host.texts()[LOCK]).toContain("\nname GET /owners = listOwners ");
    const bare = memoryHost({ files: { "/project/api.yaml": tinySpec } });
    expect((await programOn(["api.yaml", "-o", "out"], bare)).code).toBe(0);
    expect(hasLock(bare)).toBe(false);
  });

  test("is not made where names follow the description", async () => {
    const host = project({ renames: "allow" });
    expect((await programOn([], host)).code).toBe(0);
    expect(hasLock(host)).toBe(false);
    expect((await programOn(["--check"], host)).code).toBe(0);
  });

  test("is told of when it is new: at a terminal in a line, in --json always", async () => {
    const host = project({}, { isTTY: true });
    const { stdout } = await programOn([], host);
    expect(stdout).toMatch(/^out: \d+ added\.\nsdkwright\.lock is new: [^\n]+\n$/);
    host.writeFile("/project/api.yaml", tinySpec.replace("listPets", "allPets"));
    expect((await programOn([], host)).stdout).not.toContain("sdkwright.lock");
    const other = project();
    expect((await json([], other)).lock).toBe("added");
    expect((await json([], other)).lock).toBe("same");
    other.writeFile("/project/api.yaml", tinySpec.replaceAll("owners", "people"));
    expect((await json([], other)).lock).toBe("changed");
    expect(await json(["api.yaml", "-o", "part"], other)).not.toHaveProperty("lock");
  });

  test("that is missing fails a check, which says how to get it and how to do without", async () => {
    const host = project();
    await programOn([], host);
    host.remove(LOCK);
    const { code, stderr } = await programOn(["--check"], host);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /error lock\/missing[^]*There is no sdkwright\.lock[^]*sdkwright generate and commit[^]*renames: "allow"/,
    );
    expect(hasLock(host)).toBe(false);
    expect((await programOn([], host)).code).toBe(0);
    expect((await programOn(["--check"], host)).code).toBe(0);
  });

  describe("where the folder of the config may not be written to", () => {
    const readOnly = (code: string): World => ({
      fail: (call, path) => (call === "mkdir" && path.startsWith(`${LOCK}`) ? code : undefined),
    });

    test("is warned of, and the SDK is made by the names that it has", async () => {
      const host = project({}, readOnly("EROFS"));
      const said = await json([], host);
      expect(said).toMatchObject({ ok: true, lock: "same" });
      expect(said.diagnostics.map((it: { code: string }) => it.code)).toEqual(["lock/not-written"]);
      expect(Object.keys(host.texts())).toContain("/project/out/index.ts");
      expect((await json(["--strict"], host)).ok).toBe(false);
    });

    test("is an error when a rename was to be noted in it, which the next run would take back", async () => {
      const host = project({}, readOnly("EACCES"));
      const said = await json(["--accept-renames"], host);
      expect(said.diagnostics.map((it: { code: string }) => it.code)).toEqual(["write/failed"]);
    });

    test("makes no difference when it is up to date", async () => {
      const writable = project();
      await programOn([], writable);
      const host = project({}, { ...readOnly("EROFS"), files: { [LOCK]: writable.texts()[LOCK] ?? "" } });
      expect(await json([], host)).toMatchObject({ ok: true, lock: "same", diagnostics: [] });
      expect(await json(["--check"], host)).toMatchObject({ ok: true, diagnostics: [] });
    });
  });
});

describe("names in the lock of a project that the config file does not have", () => {
  const alone = { name: "a", input: "api.yaml", output: "a" };
  const host = (): MemoryHost =>
    project({
      output: undefined,
      input: undefined,
      projects: [alone, { name: "b c", input: "api.yaml", output: "b" }],
    });
  const others = ["name@gone /x = X", "was@gone /x = Y", "name /y = Z"];
  const pin = `remote sha256-${"0".repeat(64)} https://example.com/api.yaml`;
  const left = (it: MemoryHost): readonly string[] =>
    (it.texts()[LOCK] ?? "").split("\n").filter((line) => others.includes(line) || line === pin);
  const withOthers = async (): Promise<MemoryHost> => {
    const it = host();
    await programOn([], it);
    it.writeFile(LOCK, `${it.texts()[LOCK]}${[...others, pin].join("\n")}\n`);
    return it;
  };

  test("are taken out by a run of all that it has, which says so", async () => {
    const it = await withOthers();
    const before = (it.texts()[LOCK] ?? "").split("\n").filter((line) => !others.includes(line));
    expect((await programOn(["--check"], it)).code).toBe(0);
    const { code, stderr } = await programOn([], it);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^sdkwright\.lock has no more names of gone, a project without a name, which [^\n]+\n$/);
    expect((it.texts()[LOCK] ?? "").split("\n").toSorted()).toEqual(before.toSorted());
    expect(await programOn([], it)).toMatchObject({ code: 0, stderr: "" });
  });

  test.each([[["-p", "a"]], [["--no-deprecated"]], [["--check"]], [["api.yaml", "-o", "c"]]])(
    "stay where a run with %s is not of all of it",
    async (args) => {
      const it = await withOthers();
      expect((await programOn(args, it)).code).toBe(0);
      expect(left(it)).toEqual([...others, pin]);
    },
  );

  test("stay where they are of another config file, and say nothing of its API", async () => {
    const config = (name: string) => JSON.stringify({ input: `${name}.yaml`, output: name });
    const it = memoryHost({
      files: {
        ...{ "/project/a.yaml": tinySpec, "/project/b.yaml": tinySpec.replace("listPets", "allPets") },
        ...{ "/project/a.json": config("a"), "/project/b.json": config("b") },
      },
    });
    for (const args of [
      ["-c", "a.json"],
      ["-c", "b.json"],
      ["-c", "a.json", "--check"],
      ["-c", "b.json", "--check"],
    ])
      expect(await programOn(args, it)).toMatchObject({ code: 0, stderr: "" });
  });

  test("stay where a project fails", async () => {
    const it = await withOthers();
    it.writeFile("/project/out", "");
    it.writeFile(
      "/project/sdkwright.config.json",
      JSON.stringify({ projects: [alone, { name: "b c", input: "api.yaml", output: "out" }] }),
    );
    expect((await programOn([], it)).code).toBe(1);
    expect(left(it)).toEqual([...others, pin]);
  });
});
