import { describe, expect, test } from "vitest";
import { absolute } from "../../../src/config/absolute.js";
import { readingOf } from "../../../src/config/job-of.js";
import { Diagnostics } from "../../../src/diagnostics/diagnostics.js";
import { memoryHost } from "../../support/memory-host.js";
import { page } from "../../inputs/page.js";
import { program } from "../../support/program.js";

const names = ["b.html", "a.htm", "B.html", "toc.HTML", "more/c.html", "api.yaml", ".hidden/d.html", "odd[1].html"];
const files = Object.fromEntries(names.map((it) => [`/project/pages/${it}`, ""]));
const host = memoryHost({
  files,
  links: { "/project/pages/up": "/project/pages", "/project/pages/link.html": "/project/pages/b.html" },
});

async function expanded(input: readonly string[]): Promise<readonly string[] | string> {
  const diagnostics = new Diagnostics();
  const found = await readingOf(
    { root: "/project", home: "/project", ...absolute({ input }, "/project") },
    host,
    diagnostics,
  );
  return (
    found?.inputs.map((it) => it.replace("/project/pages/", "")) ?? diagnostics.all.map((it) => it.message).join("\n")
  );
}

describe("inputs", () => {
  test("a folder stands for the pages in it and below, ordered by path; links to folders are not followed", async () => {
    const all = ["B.html", "a.htm", "b.html", "link.html", "more/c.html", "odd[1].html", "toc.HTML"];
    expect(await expanded(["pages"])).toEqual(all);
    expect(await expanded(["pages/"])).toEqual(all);
  });

  test.each([
    ["pages/*.html", ["B.html", "b.html", "link.html", "odd[1].html"]],
    ["pages/**/*.html", ["B.html", "b.html", "link.html", "more/c.html", "odd[1].html"]],
    ["pages/{a,b}.{htm,html}", ["a.htm", "b.html"]],
    ["*/api.yaml", ["api.yaml"]],
    ["pages/more/?.html", ["more/c.html"]],
  ])("the glob %s stands for what it matches", async (glob, found) => {
    expect(await expanded([glob])).toEqual(found);
  });

  test("a file whose name looks like a glob is that file", async () => {
    expect(await expanded(["pages/odd[1].html"])).toEqual(["odd[1].html"]);
  });

  test("stay in the order in which they are given, each file once", async () => {
    expect(await expanded(["pages/api.yaml", "pages/more", "pages/*.y*ml", "pages/**/c.html"])).toEqual([
      "api.yaml",
      "more/c.html",
    ]);
  });

  test("are left out by file, folder or glob", async () => {
    const rest = ["B.html", "b.html"];
    expect(await expanded(["pages/**/*.html", "!pages/more", "!pages/odd[1].html", "!**/link.*"])).toEqual(rest);
    expect(await expanded(["!pages/more", "!pages/l*", "!pages/odd*", "pages/**/*.html"])).toEqual(rest);
  });

  test.each([
    [["pages/*.json"], "No file matches the input pages/*.json."],
    [["pages/.hidden/x"], [".hidden/x"]],
    [["pages/*.yaml", "!pages"], "No input is given."],
  ])("%j", async (input, told) => {
    expect(await expanded(input)).toEqual(told);
  });
});

describe("a folder of pages", () => {
  const world = {
    files: {
      "/project/package.json": "{}",
      "/project/node_modules/x/package.json": "{}",
      "/project/pages/GetPets.html": page({ heading: "GetPets", target: "/pets" }),
      "/project/pages/GetShops.html": page({ heading: "GetShops", target: "/shops" }),
    },
  };

  test("is one API", async () => {
    const { host: after, code } = await program(["pages", "-o", "out"], world);
    expect(code).toBe(0);
    expect(after.texts()["/project/out/operations/pets.ts"]).toContain("export function getPets(");
    expect(after.texts()["/project/out/operations/shops.ts"]).toContain("export function getShops(");
  });

  test("is looked at again when a page is added", async () => {
    const { host: after } = await program(["pages", "-o", "out"], world);
    const again = await program(["pages", "-o", "out", "--json"], { files: after.texts() });
    expect(JSON.parse(again.stdout).stages.map((it: { name: string }) => it.name)).toEqual(["unchanged"]);
    const added = { "/project/pages/GetCats.html": page({ heading: "GetCats", target: "/cats" }) };
    const more = await program(["pages", "-o", "out"], { files: { ...after.texts(), ...added } });
    expect(more.host.texts()["/project/out/operations/cats.ts"]).toContain("export function getCats(");
  });

  test("can be inspected", async () => {
    const { stdout } = await program(["inspect", "pages"], world);
    expect(stdout).toContain("2 operations");
  });
});
