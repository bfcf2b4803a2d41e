import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runBuilt } from "../support/built.js";
import { tempFolder } from "../support/temp-folder.js";
import { hasBazel, Workspace } from "./support/bazel.js";

if (!hasBazel) console.warn("Bazel is not on PATH (in Debian it is bazel-bootstrap): its recipe is not tried.");

describe.skipIf(!hasBazel)("Bazel", { timeout: 300_000 }, () => {
  let space: Workspace;
  let [machine, cache] = ["", ""];
  const removals: (() => void)[] = [];
  beforeAll(() => {
    const onEnd = (remove: () => void): void => void removals.push(remove);
    [space, machine, cache] = [new Workspace(onEnd), tempFolder({}, onEnd), tempFolder({}, onEnd)];
  });
  afterAll(async () => {
    // Its server ends, and with it goes what is read-only.
    await space?.bazel(machine, "clean", "--expunge");
    for (const remove of removals) remove();
  });

  const actions = ["packages/billing:dist", "packages/billing:generated", "packages/shipping:generated"];
  const built = (...args: readonly string[]) =>
    space.built(machine, `--disk_cache=${cache}`, "//packages/...", ...args);
  const made = (file: string): string => space.read(`bazel-bin/packages/${file}`);

  test("makes SDKs and what depends on them, and nothing again", async () => {
    expect(await built()).toEqual({ due: actions, hits: 0 });
    expect(made("billing/dist/operations/invoices.d.ts")).toContain("createInvoice");
    expect(made("shipping/generated/index.ts")).toContain("createParcel");
    expect(await built()).toEqual({ due: [], hits: 0 });
  });

  test("makes again what depends on a description that changed", async () => {
    space.edit(
      "packages/billing/api.yaml",
      "paid: { type: boolean }",
      "paid: { type: boolean, description: In full. }",
    );
    expect(await built()).toMatchObject({ due: ["packages/billing:dist", "packages/billing:generated"] });
    expect(made("billing/dist/types/invoice.d.ts")).toContain("In full.");
  });

  test("makes nothing again of an SDK that stays the same", async () => {
    space.edit("packages/billing/api.yaml", "openapi:", "# What a customer owes.\nopenapi:");
    expect(await built()).toMatchObject({ due: ["packages/billing:generated"] });
  });

  test("sees a change in a file that descriptions refer to", async () => {
    space.edit("specs/shared.yaml", "currency:", "# ISO 4217\n        currency:");
    expect((await built()).due).toEqual(["packages/billing:generated", "packages/shipping:generated"]);
  });

  test("holds names by a lock, and leaves it as it is", async () => {
    const [description, lock] = ["packages/shipping/api.yaml", "packages/shipping/sdkwright.lock"];
    const [before, names] = [space.read(description), space.read(lock)];
    space.edit(description, "operationId: createParcel", "operationId: makeParcel");
    expect(await built()).toMatchObject({ due: ["packages/shipping:generated"] });
    expect(made("shipping/generated/index.ts")).toContain("createParcel");
    space.write(description, before);
    expect(space.read(lock)).toBe(names);
  });

  test("gives another machine everything", async () => {
    const other = tempFolder();
    const hits = await space.built(other, `--disk_cache=${cache}`, "//packages/...");
    await space.bazel(other, "clean", "--expunge");
    expect(hits).toEqual({ due: actions, hits: actions.length });
  });

  test.each([
    ["billing", "--input=packages/billing/api.yaml"],
    ["shipping", "--config=packages/shipping/sdkwright.config.ts"],
  ])("is told of all that a run reads: %s", async (name, flag) => {
    const { stdout } = await runBuilt(["inputs", flag, "--json"], space.folder);
    expect(await space.sourcesOf(machine, `//packages/${name}:generated`)).toEqual(JSON.parse(stdout).inputs);
  });

  test("gives a run no file that is not named, and the run says which one", async () => {
    const rules = space.read("packages/billing/BUILD.bazel");
    space.edit("packages/billing/BUILD.bazel", '"//specs:shared.yaml",', "");
    const { code, stderr } = await space.tryBuild(machine, "//packages/billing:generated");
    space.write("packages/billing/BUILD.bazel", rules);
    expect(code).toBe(1);
    expect(stderr).toContain("error ref/no-file: The file of ../../specs/shared.yaml");
    expect(stderr).toMatch(/^ {2}packages\/billing\/api\.yaml:\d+:\d+ at /m);
  });

  test("lets no run write to what it reads", async () => {
    const rules = space.read("packages/billing/BUILD.bazel");
    const write = "(echo more >> $(location api.yaml)) 2> $@ || true";
    space.write(
      "packages/billing/BUILD.bazel",
      `${rules}\ngenrule(name = "writing", srcs = ["api.yaml"], outs = ["said"], cmd = ${JSON.stringify(write)})\n`,
    );
    await space.built(machine, "//packages/billing:writing");
    space.write("packages/billing/BUILD.bazel", rules);
    expect(made("billing/said")).toContain("Read-only file system");
  });
});
