import { describe, expect, test } from "vitest";
import type { Host } from "../../../src/pipeline/host.js";
import { header } from "../../../src/write/header.js";
import { type MemoryHost, memoryHost } from "../../support/memory-host.js";
import { programOn, tinySpec } from "../../support/program.js";

const generate = ["api.yaml", "-o", "out", "--json"];
const cacheFolder = "/project/node_modules/.cache/sdkwright/";

/** A package whose output is up to date and remembered. */
async function upToDate(files: Readonly<Record<string, string>> = {}): Promise<MemoryHost> {
  const host = memoryHost({
    files: {
      "/project/package.json": "{}",
      "/project/node_modules/some/index.js": "",
      "/project/api.yaml": tinySpec,
      ...files,
    },
  });
  await programOn(generate, host);
  return host;
}

async function endsEarly(host: Host, args: readonly string[] = generate): Promise<boolean> {
  const { stages } = JSON.parse((await programOn(args, host)).stdout);
  return stages.length === 1 && stages[0].name === "unchanged";
}

const edit = (host: MemoryHost, path: string, text: string): void => host.writeFile(path, text);

describe("a run ends early", () => {
  test("when nothing has changed", async () => {
    expect(await endsEarly(await upToDate())).toBe(true);
  });

  test("and gives the files as they are", async () => {
    const host = await upToDate();
    const { files, ok } = JSON.parse((await programOn(generate, host)).stdout);
    expect(ok).toBe(true);
    expect(files).toContainEqual({ path: "index.ts", state: "same" });
  });

  test("when files were written anew with the same text, as by a checkout, and remembers their new times", async () => {
    const host = await upToDate();
    edit(host, "/project/out/index.ts", host.texts()["/project/out/index.ts"] ?? "");
    const before = entryOf(host);
    expect(await endsEarly(host)).toBe(true);
    expect(entryOf(host)).not.toBe(before);
  });

  test("when an input was written anew with the same text, and remembers its new times", async () => {
    const host = await upToDate();
    edit(host, "/project/api.yaml", tinySpec);
    const before = entryOf(host);
    expect(await endsEarly(host)).toBe(true);
    expect(entryOf(host)).not.toBe(before);
  });

  test("without reading an input that nobody has written to, but for --check", async () => {
    const host = await upToDate();
    const read: string[] = [];
    const noting = {
      ...host,
      readFile: (path: string) => (read.push(path), host.readFile(path)),
      readPieces: (path: string) => (read.push(path), host.readPieces(path)),
    };
    expect(await endsEarly(noting)).toBe(true);
    expect(read).not.toContain("/project/api.yaml");
    expect(await endsEarly(noting, [...generate, "--check"])).toBe(true);
    expect(read).toContain("/project/api.yaml");
  });

  test("when somebody else's file came into the output folder, or changed", async () => {
    const host = await upToDate({ "/project/out/mine.ts": "a" });
    edit(host, "/project/out/mine.ts", "b");
    edit(host, "/project/out/yours.ts", "c");
    expect(await endsEarly(host)).toBe(true);
  });

  test("beside another output inside its own", async () => {
    const inner = {
      "/project/out/stripe/index.ts": header,
      "/project/out/stripe/client.ts": header,
    };
    expect(await endsEarly(await upToDate(inner))).toBe(true);
  });

  test("also for --check", async () => {
    expect(await endsEarly(await upToDate(), [...generate, "--check"])).toBe(true);
  });
});

describe("a run is made", () => {
  test("when a file that an input refers to has changed, or is gone", async () => {
    const referring = tinySpec.replace("{ type: string }", "{ $ref: pet.yaml }");
    const host = await upToDate({ "/project/api.yaml": referring, "/project/pet.yaml": "type: string" });
    expect(await endsEarly(host)).toBe(true);
    edit(host, "/project/pet.yaml", "type: number");
    expect(await endsEarly(host)).toBe(false);
    expect(await endsEarly(host)).toBe(true);
    host.remove("/project/pet.yaml");
    expect(await endsEarly(host)).toBe(false);
  });

  const cases: Readonly<Record<string, (host: MemoryHost) => void>> = {
    "when an input changed": (host) => edit(host, "/project/api.yaml", `${tinySpec}# more\n`),
    "when an input of the same length is another": (host) =>
      edit(host, "/project/api.yaml", tinySpec.replace("listPets", "findPets")),
    "when a file of the output changed": (host) => edit(host, "/project/out/index.ts", `${header}\n`),
    "when a file of the output is gone": (host) => host.remove("/project/out/client.ts"),
    "when a file of the output became a link": (host) => {
      host.rename("/project/out/client.ts", "/project/elsewhere.ts");
      host.link("/project/out/client.ts", "/project/elsewhere.ts");
    },
    "when a file of ours came back, as build caches bring them": (host) => edit(host, "/project/out/old.ts", header),
    "when a killed run left something": (host) => edit(host, "/project/out/.sdkwright-ab.tmp", ""),
    "when the cache is gone": (host) => host.remove(entryPath(host)),
    "when the cache is broken": (host) => edit(host, entryPath(host), '{"finger'),
    "when the cache is of another shape": (host) => edit(host, entryPath(host), "[1]"),
  };
  test.each(Object.entries(cases))("%s", async (_, change) => {
    const host = await upToDate();
    change(host);
    expect(await endsEarly(host)).toBe(false);
  });

  test.each([[["--operations", "listPets"]], [["--tags", "pets"]], [["--strict"]]])(
    "when %j is asked for",
    async (more) => {
      expect(await endsEarly(await upToDate(), [...generate, ...more])).toBe(false);
    },
  );

  test("when sdkwright is another one", async () => {
    const host = await upToDate();
    expect(await endsEarly({ ...host, program: () => "another" })).toBe(false);
  });

  test("when an input was another one while the last run read it", async () => {
    const host = await upToDate();
    edit(host, "/project/out/index.ts", header);
    let reads = 0;
    const unsteady = {
      ...host,
      stat: (path: string) => {
        const stat = host.stat(path);
        return path === "/project/api.yaml" && stat && reads > 0 ? { ...stat, mtimeMs: stat.mtimeMs + 1 } : stat;
      },
      readFile: (path: string) =>
        path === "/project/api.yaml" && ++reads > 0
          ? Buffer.from(tinySpec.replace("listPets", "allPets"))
          : host.readFile(path),
    };
    await programOn(generate, unsteady);
    expect(await endsEarly(host)).toBe(false);
  });

  test("when an input was changed after the last run had read it", async () => {
    const host = await upToDate();
    edit(host, "/project/api.yaml", tinySpec.replace("listPets", "somePets"));
    let isRead = false;
    const readFile: Host["readFile"] = (path) => {
      const bytes = host.readFile(path);
      if (path === "/project/api.yaml" && !isRead) {
        isRead = true;
        edit(host, path, tinySpec.replace("listPets", "allPets"));
      }
      return bytes;
    };
    await programOn(generate, { ...host, readFile });
    expect(isRead).toBe(true);
    expect(await endsEarly(host)).toBe(false);
  });

  test("when somebody was at a file of the output while the last run took note of it", async () => {
    const host = await upToDate();
    edit(host, "/project/api.yaml", tinySpec.replace("listPets", "allPets"));
    const formatting = {
      ...host,
      rename(from: string, to: string) {
        host.rename(from, to);
        if (to === "/project/out/index.ts") edit(host, to, `${host.texts()[to]}\n`);
      },
    };
    await programOn(generate, formatting);
    expect(await endsEarly(host)).toBe(false);
    expect(await endsEarly(host)).toBe(true);
  });

  test("when the last one failed", async () => {
    const host = await upToDate();
    edit(host, "/project/api.yaml", tinySpec.replace("3.1.0", "9.9.9"));
    await programOn(generate, host);
    expect(await endsEarly(host)).toBe(false);
  });
});

describe("where the cache is", () => {
  test("in the nearest package that has its packages installed", async () => {
    const host = await upToDate();
    expect(entryPath(host)).toMatch(/^\/project\/node_modules\/\.cache\/sdkwright\/[0-9a-f]+\.json$/);
  });

  test("nowhere, where there is no such package", async () => {
    const host = memoryHost({
      files: { "/project/api.yaml": tinySpec, "/project/package.json": "{}" },
    });
    await programOn(generate, host);
    expect(Object.keys(host.texts()).filter((it) => it.includes(".cache"))).toEqual([]);
  });

  test("and a run goes well where it cannot be written", async () => {
    const host = memoryHost({
      files: {
        "/project/package.json": "{}",
        "/project/node_modules/x": "",
        "/project/api.yaml": tinySpec,
      },
      fail: (call, path) => (call === "mkdir" && path.includes(".cache") ? "EROFS" : undefined),
    });
    expect(await programOn(generate, host)).toMatchObject({
      code: 0,
      stderr: "",
    });
  });

  test("a check writes nothing, not even there", async () => {
    const host = await upToDate();
    edit(host, "/project/out/index.ts", host.texts()["/project/out/index.ts"] ?? "");
    const before = entryOf(host);
    await programOn([...generate, "--check"], host);
    expect(entryOf(host)).toBe(before);
  });
});

const entryPath = (host: MemoryHost): string =>
  Object.keys(host.texts()).find((it) => it.startsWith(cacheFolder)) ?? "";
const entryOf = (host: MemoryHost): string | undefined => host.texts()[entryPath(host)];
