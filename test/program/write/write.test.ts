import { describe, expect, test } from "vitest";
import { Diagnostics } from "../../../src/diagnostics/diagnostics.js";
import { header } from "../../../src/write/header.js";
import { write, type WriteOptions } from "../../../src/write/write.js";
import { replaceFile } from "../../../src/write/write-one.js";
import { memoryHost, type World } from "../../support/memory-host.js";

const ours = (text: string): string => `${header}\n${text}\n`;

/** Writes files into `/project/out` of a world and tells what came of it. */
function run(world: World, files: Readonly<Record<string, string>>, options: Partial<WriteOptions> = {}) {
  const host = memoryHost(world);
  const before = host.texts();
  const diagnostics = new Diagnostics();
  const changes = write(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    {
      output: "/project/out",
      mode: "write",
      force: false,
      strict: false,
      ...options,
    },
    host,
    diagnostics,
  );
  return {
    host,
    before,
    after: host.texts(),
    states: Object.fromEntries(changes.map((it) => [it.path, it.state])),
    codes: diagnostics.all.map((it) => it.code),
    messages: diagnostics.all.map((it) => it.message),
  };
}

describe("what differs is written", () => {
  test("into a folder that does not exist", () => {
    const { after, states } = run({}, { "index.ts": ours("1"), "types/a.ts": ours("2") });
    expect(states).toEqual({ "index.ts": "added", "types/a.ts": "added" });
    expect(after).toEqual({
      "/project/out/index.ts": ours("1"),
      "/project/out/types/a.ts": ours("2"),
    });
  });

  test("and nothing else is touched", () => {
    const { host, states } = run(
      { files: { "/project/out/a.ts": ours("old"), "/project/out/b.ts": ours("b") } },
      { "a.ts": ours("new"), "b.ts": ours("b") },
    );
    expect(states).toEqual({ "a.ts": "changed", "b.ts": "same" });
    expect(host.writtenAt("/project/out/b.ts")).toBeLessThan(host.writtenAt("/project/out/a.ts") ?? 0);
  });

  test("files of ours that left the output go, and the folders that they leave empty", () => {
    const { after, states, host } = run(
      {
        files: {
          "/project/out/old/deep/a.ts": ours("a"),
          "/project/out/kept/b.ts": ours("b"),
          "/project/out/kept/mine.ts": "mine",
        },
      },
      { "index.ts": ours("1") },
    );
    expect(states).toEqual({
      "index.ts": "added",
      "kept/b.ts": "removed",
      "old/deep/a.ts": "removed",
    });
    expect(after).toEqual({
      "/project/out/index.ts": ours("1"),
      "/project/out/kept/mine.ts": "mine",
    });
    expect(host.stat("/project/out/old")).toBeUndefined();
  });

  test("changes are ordered by path, whatever the order of the files", () => {
    const { states } = run({}, { "b.ts": ours(""), "B.ts": ours(""), "a.ts": ours("") });
    expect(Object.keys(states)).toEqual(["B.ts", "a.ts", "b.ts"]);
  });

  test.each([false, true])("a file that only its case tells from a new one goes (case ignored: %s)", (ignoreCase) => {
    const world = { files: { "/project/out/invoice.ts": ours("old") }, ignoreCase };
    const { after, states } = run(world, { "Invoice.ts": ours("new") });
    expect(states).toEqual({ "Invoice.ts": "added", "invoice.ts": "removed" });
    expect(after).toEqual({ "/project/out/Invoice.ts": ours("new") });
  });
});

describe("what sdkwright did not write stays", () => {
  const foreign = {
    files: {
      "/project/out/index.ts": "export {};\n",
      "/project/out/old.ts": ours("old"),
    },
  };

  test("and stops the run where it stands in the way", () => {
    const { after, before, codes, messages } = run(foreign, {
      "index.ts": ours("1"),
      "new.ts": ours("2"),
    });
    expect(codes).toEqual(["write/foreign-file"]);
    expect(messages[0]).toContain("out/index.ts");
    expect(after).toEqual(before);
  });

  test("unless it is taken by force", () => {
    const { after, codes, states } = run(foreign, { "index.ts": ours("1") }, { force: true });
    expect(codes).toEqual([]);
    expect(states).toEqual({ "index.ts": "changed", "old.ts": "removed" });
    expect(after).toEqual({ "/project/out/index.ts": ours("1") });
  });

  test("a file where a folder is needed, too", () => {
    const world = { files: { "/project/out/types": "notes" } };
    expect(run(world, { "types/a.ts": ours("a") }).codes).toEqual(["write/foreign-file"]);
    expect(run(world, { "types/a.ts": ours("a") }, { force: true }).after).toEqual({
      "/project/out/types/a.ts": ours("a"),
    });
  });

  test("a folder where a file is needed stops the run even with force", () => {
    const world = { files: { "/project/out/index.ts/mine.txt": "mine" } };
    const { codes, after, before } = run(world, { "index.ts": ours("1") }, { force: true });
    expect(codes).toEqual(["write/folder-in-the-way"]);
    expect(after).toEqual(before);
  });

  test("a file that cannot be read is somebody else's", () => {
    const world: World = {
      files: { "/project/out/secret.ts": ours("x") },
      fail: (call, path) => (call === "readFile" && path.endsWith("secret.ts") ? "EACCES" : undefined),
    };
    expect(run(world, { "index.ts": ours("1") }).states).toEqual({
      "index.ts": "added",
    });
  });

  test("packages, and what tools keep to themselves, are not looked into", () => {
    const files = { "/project/out/node_modules/sdk/index.ts": ours("i"), "/project/out/.history/index.ts": ours("h") };
    const { after, states } = run({ files }, { "index.ts": ours("1") });
    expect(states).toEqual({ "index.ts": "added" });
    expect(after).toMatchObject(files);
  });

  test("another output inside ours is left alone", () => {
    const inner = {
      "/project/out/stripe/index.ts": ours("i"),
      "/project/out/stripe/client.ts": ours("c"),
      "/project/out/stripe/types/a.ts": ours("a"),
    };
    const { after, states } = run({ files: inner }, { "index.ts": ours("1") });
    expect(states).toEqual({ "index.ts": "added" });
    expect(after).toMatchObject(inner);
  });
});

describe("links", () => {
  test.each([
    ["a file", { "/project/out/index.ts": "/elsewhere/index.ts" }, { "index.ts": ours("1") }],
    ["a folder", { "/project/out/types": "/elsewhere" }, { "types/index.ts": ours("1") }],
    ["nothing", { "/project/out/index.ts": "/nowhere" }, { "index.ts": ours("1") }],
  ])("a link to %s is not followed", (_, links, files) => {
    const world = { files: { "/elsewhere/index.ts": ours("precious") }, links };
    const refused = run(world, files);
    expect(refused.codes).toEqual(["write/link"]);
    expect(refused.after).toEqual(refused.before);
    const forced = run(world, files, { force: true });
    expect(forced.codes).toEqual([]);
    expect(forced.after["/elsewhere/index.ts"]).toBe(ours("precious"));
    expect(forced.after[`/project/out/${Object.keys(files)[0]}`]).toBe(ours("1"));
  });

  test("nothing is removed behind a link", () => {
    const world = {
      files: { "/elsewhere/a.ts": ours("a") },
      links: {
        "/project/out/linked": "/elsewhere",
        "/project/out/b.ts": "/elsewhere/a.ts",
      },
    };
    const { after, states } = run(world, { "index.ts": ours("1") });
    expect(states).toEqual({ "index.ts": "added" });
    expect(after["/elsewhere/a.ts"]).toBe(ours("a"));
  });

  test("the output folder itself may be a link, since the user named it", () => {
    const { after } = run(
      { files: { "/real/keep.txt": "" }, links: { "/project/out": "/real" } },
      { "index.ts": ours("1") },
    );
    expect(after["/real/index.ts"]).toBe(ours("1"));
  });
});

describe("a run that fails leaves the old output", () => {
  const old = {
    "/project/out/a.ts": ours("old a"),
    "/project/out/b.ts": ours("old b"),
    "/project/out/gone.ts": ours("gone"),
  };
  const fresh = {
    "a.ts": ours("new a"),
    "b.ts": ours("new b"),
    "deep/er/c.ts": ours("c"),
  };

  test.each([
    ["a full disk", "writeFile", "ENOSPC", "the disk is full"],
    ["a read-only folder", "mkdir", "EROFS", "the file system is read-only"],
  ])("%s", (_, failing, code, reason) => {
    let calls = 0;
    const fail = (call: string): string | undefined => (call === failing && ++calls === 2 ? code : undefined);
    const { after, codes, messages, host } = run({ files: old, fail }, fresh);
    expect(codes).toEqual(["write/failed"]);
    expect(messages[0]).toContain(reason);
    expect(after).toEqual(old);
    expect(host.stat("/project/out/deep")).toBeUndefined();
  });

  test("an error of an earlier stage", () => {
    const host = memoryHost({ files: old });
    const diagnostics = new Diagnostics();
    diagnostics.report("write/not-a-folder", undefined, { path: "x" });
    write(
      [{ path: "a.ts", text: ours("new") }],
      { output: "/project/out", mode: "write", force: false, strict: false },
      host,
      diagnostics,
    );
    expect(host.texts()).toEqual(old);
  });

  test("a place in the output that cannot be listed", () => {
    const world: World = {
      files: old,
      fail: (call) => (call === "readdir" ? "EACCES" : undefined),
    };
    const { codes, after } = run(world, fresh);
    expect(codes).toEqual(["write/failed"]);
    expect(after).toEqual(old);
  });

  test("an output that is a file", () => {
    const { codes, after, before } = run({ files: { "/project/out": "a file" } }, fresh);
    expect(codes).toEqual(["write/not-a-folder"]);
    expect(after).toEqual(before);
  });

  test("an output that is a link to nothing", () => {
    expect(run({ links: { "/project/out": "/nowhere" } }, fresh).codes).toEqual(["write/not-a-folder"]);
  });
});

describe("what another run leaves", () => {
  test("files that a killed run had begun go, and the folders that held nothing else", () => {
    const { after, states } = run(
      {
        files: {
          "/project/out/.sdkwright-0a.tmp": "half",
          "/project/out/new/.sdkwright-0b.tmp": "half",
        },
      },
      { "index.ts": ours("1") },
    );
    expect(states).toEqual({ "index.ts": "added" });
    expect(after).toEqual({ "/project/out/index.ts": ours("1") });
  });

  test("a staged file that other runs take for such a leftover is written again", () => {
    let stolen = 0;
    const host = memoryHost({ files: { "/project/out/index.ts": ours("old") } });
    const thief = {
      ...host,
      rename(from: string, to: string) {
        if (stolen++ < 2) host.remove(from);
        host.rename(from, to);
      },
    };
    write(
      [{ path: "index.ts", text: ours("new") }],
      { output: "/project/out", mode: "write", force: false, strict: false },
      thief,
      new Diagnostics(),
    );
    expect(host.texts()).toEqual({ "/project/out/index.ts": ours("new") });
  });

  test("what a killed run had begun beside a single file goes when that is written, not what a running one has", () => {
    const [killed, running] = ["/project/.sdkwright-2-0a.tmp", "/project/.sdkwright-1-0b.tmp"];
    const host = memoryHost({ files: { [killed]: "half", [running]: "half", "/project/sub/.sdkwright-2-0c.tmp": "" } });
    replaceFile("/project/api.json", "{}", host);
    const left = [running, "/project/api.json", "/project/sub/.sdkwright-2-0c.tmp"];
    expect(Object.keys(host.texts()).toSorted()).toEqual(left);
  });

  test.each(["readFile", "remove"] as const)("a file that another run removes before this one comes to %s", (call) => {
    const host = memoryHost({
      files: { "/project/out/.sdkwright-1-0a.tmp": "half", "/project/out/a.ts": ours("old") },
    });
    const late = {
      ...host,
      [call](path: string) {
        if (host.lstat(path)?.kind === "file") host.remove(path);
        return host[call](path);
      },
    };
    const diagnostics = new Diagnostics();
    const options = { output: "/project/out", mode: "write", force: false, strict: false } as const;
    write([{ path: "a.ts", text: ours("new") }], options, late, diagnostics);
    expect(diagnostics.all).toEqual([]);
    expect(host.texts()).toEqual({ "/project/out/a.ts": ours("new") });
  });

  test("a folder that another run removes before the first file is written into it", () => {
    const host = memoryHost({});
    let isRemoved = false;
    const late = {
      ...host,
      writeFile(path: string, data: string | Uint8Array) {
        if (!isRemoved) host.remove("/project/out/types");
        isRemoved = true;
        host.writeFile(path, data);
      },
    };
    const diagnostics = new Diagnostics();
    const options = { output: "/project/out", mode: "write", force: false, strict: false } as const;
    write([{ path: "types/a.ts", text: ours("new") }], options, late, diagnostics);
    expect(diagnostics.all).toEqual([]);
    expect(host.texts()).toEqual({ "/project/out/types/a.ts": ours("new") });
  });
});

describe("modes that write nothing", () => {
  const old = { "/project/out/a.ts": ours("old"), "/project/out/b.ts": ours("b") };

  test("check says that the output is out of date", () => {
    const { after, codes, states, messages } = run({ files: old }, { "a.ts": ours("new") }, { mode: "check" });
    expect(codes).toEqual(["write/out-of-date"]);
    expect(messages[0]).toContain("2 of its files");
    expect(states).toEqual({ "a.ts": "changed", "b.ts": "removed" });
    expect(after).toEqual(old);
  });

  test("check says which files differ in line breaks alone, as git checks them out on Windows", () => {
    const files = { "/project/out/a.ts": ours("a").replaceAll("\n", "\r\n"), "/project/out/b.ts": ours("old") };
    const { codes, messages } = run({ files }, { "a.ts": ours("a"), "b.ts": ours("b") }, { mode: "check" });
    expect(codes).toEqual(["write/out-of-date", "write/line-breaks"]);
    expect(messages[1]).toContain("1 of its files differs in nothing else");
  });

  test("check is content with what is up to date", () => {
    expect(run({ files: old }, { "a.ts": ours("old"), "b.ts": ours("b") }, { mode: "check" }).codes).toEqual([]);
  });

  test("dry tells what would come", () => {
    const { after, codes, states } = run({ files: old }, { "a.ts": ours("new"), "b.ts": ours("b") }, { mode: "dry" });
    expect(codes).toEqual([]);
    expect(states).toEqual({ "a.ts": "changed", "b.ts": "same" });
    expect(after).toEqual(old);
  });
});

test.each(["../a.ts", "/a.ts", "a//b.ts", "a\\b.ts", "c:a.ts", "./a.ts"])(
  "a path such as %s is a bug of ours",
  (path) => {
    expect(() => run({}, { [path]: ours("") })).toThrow(/inside the output folder/);
  },
);
