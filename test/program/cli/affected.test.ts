import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeHost } from "../../../src/pipeline/node-host.js";
import { programOn, tinySpec } from "../../support/program.js";
import { tempFolder } from "../../support/temp-folder.js";

const referring = tinySpec.replace("{ type: string }", "{ $ref: parts/pet.yaml }");
const page = (id: string) =>
  `<script type="application/json">{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/${id}":{"get":{"operationId":"${id}","responses":{}}}}}</script>`;

/** A repository whose three projects are committed; the branch `work` has left `main` by a commit of `other`. */
function repository() {
  const folder = tempFolder({
    "package-lock.json": "{}",
    "sdk/sdkwright.config.mjs": `import { output } from "./names.mjs";
      export default { projects: [
        { name: "a", input: "a.yaml", output: output + "/a" },
        { name: "b", input: "b.yaml", output: output + "/b" },
        { name: "pages", input: "pages", output: output + "/pages" },
      ] };`,
    "sdk/names.mjs": 'export const output = "out";',
    "sdk/a.yaml": referring,
    "sdk/b.yaml": tinySpec,
    "sdk/parts/pet.yaml": "type: string",
    "sdk/pages/one.html": page("one"),
    "sdk/pages/two.html": page("two"),
    "other.txt": "",
  });
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.com", ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  const commit = () => {
    git("add", ".");
    git("commit", "-qm", "It");
  };
  git("init", "-q", "-b", "main");
  commit();
  git("checkout", "-qb", "work");
  write("other.txt", "more");
  commit();
  function write(path: string, text: string): void {
    writeFileSync(join(folder, path), text);
  }
  const host = { ...nodeHost(), cwd: join(folder, "sdk"), env: {} };
  return {
    git,
    commit,
    write,
    at: (path: string) => join(folder, path),
    generate: () => programOn(["generate"], host),
    async affected(...args: readonly string[]) {
      const { stdout } = await programOn(["generate", "--json", "--affected", ...args], host);
      const { projects, diagnostics } = JSON.parse(stdout);
      const names = projects.map((it: { name: string }) => it.name);
      return diagnostics.length === 0 ? names : diagnostics.map((it: { message: string }) => it.message);
    },
  };
}

test("--affected runs the projects with an input that changed: committed, staged or not, or new", async () => {
  const { git, commit, write, affected } = repository();
  expect(await affected()).toEqual([]);
  write("sdk/parts/pet.yaml", "type: number");
  expect(await affected()).toEqual(["a"]);
  git("add", ".");
  expect(await affected()).toEqual(["a"]);
  commit();
  expect(await affected()).toEqual(["a"]);
  expect(await affected("HEAD")).toEqual([]);
  expect(await affected("HEAD~1")).toEqual(["a"]);
  write("sdk/pages/three.html", page("three"));
  expect(await affected("HEAD")).toEqual(["pages"]);
  expect(await affected("--check", "-p", "b")).toEqual([]);
});

test("--affected runs a project whose names in the lock have changed, and none for those of another", async () => {
  const { commit, write, at, affected, generate } = repository();
  await generate();
  commit();
  expect(await affected("HEAD")).toEqual([]);
  const lock = readFileSync(at("sdk/sdkwright.lock"), "utf8");
  write("sdk/sdkwright.lock", lock.replace("name@b GET /pets = listPets", "name@b GET /pets = allPets"));
  expect(await affected("HEAD")).toEqual(["b"]);
  rmSync(at("sdk/sdkwright.lock"));
  expect(await affected("HEAD")).toEqual(["a", "b", "pages"]);
});

test("--affected sees what is gone, what the config imports, and another version of the packages", async () => {
  const { git, write, at, affected } = repository();
  rmSync(at("sdk/pages/two.html"));
  expect(await affected()).toEqual(["pages"]);
  git("checkout", "-q", ".");
  git("clean", "-q", "-f", "sdk/sdkwright.lock");
  rmSync(at("sdk/parts/pet.yaml"));
  expect(await affected()).toEqual(["a"]);
  git("checkout", "-q", ".");
  write("sdk/names.mjs", 'export const output = "./out";');
  expect(await affected()).toEqual(["a", "b", "pages"]);
  git("checkout", "-q", ".");
  write("package-lock.json", "{ }");
  expect(await affected()).toEqual(["a", "b", "pages"]);
});

test("--affected sees that a configuration of prettier is gone, with its file or out of package.json", async () => {
  const { commit, write, at, affected } = repository();
  const a = { input: "a.yaml", output: "a", format: "prettier" };
  rmSync(at("sdk/sdkwright.config.mjs"));
  write("sdk/sdkwright.config.json", JSON.stringify({ projects: [a, { input: "b.yaml", output: "b" }] }));
  write("sdk/.prettierrc", "semi: false");
  write("package.json", '{ "prettier": { "semi": false }, "scripts": {} }');
  commit();
  expect(await affected("HEAD")).toEqual([]);
  write("package.json", '{ "scripts": {} }');
  expect(await affected("HEAD")).toEqual(["a"]);
  commit();
  write("package.json", '{ "private": true }');
  expect(await affected("HEAD")).toEqual([]);
  rmSync(at("sdk/.prettierrc"));
  expect(await affected("HEAD")).toEqual(["a"]);
});

test("--affected goes by where the branch left the other one, not by what has become of that", async () => {
  const { git, commit, write, affected } = repository();
  git("checkout", "-q", "main");
  write("sdk/b.yaml", `${tinySpec}# more\n`);
  commit();
  git("checkout", "-q", "work");
  expect(await affected("main")).toEqual([]);
  expect(await affected()).toEqual([]);
});

test("--affected lets a project run whose inputs git does not know, and says where git cannot tell", async () => {
  const { git, commit, write, at, affected } = repository();
  git("rm", "-q", "--cached", "sdk/b.yaml");
  write(".gitignore", "b.yaml");
  commit();
  expect(await affected("HEAD")).toEqual(["b"]);
  const tree = git("rev-parse", "HEAD~1^{tree}").trim();
  rmSync(at(`.git/objects/${tree.slice(0, 2)}/${tree.slice(2)}`));
  expect(await affected("HEAD~1")).toEqual(["a", "b", "pages"]);
  expect(await affected("nope")).toEqual(['Git knows no commit "nope".']);
  rmSync(at(".git"), { recursive: true });
  expect((await affected())[0]).toMatch(/^Git cannot tell what has changed: not a git repository/);
});
