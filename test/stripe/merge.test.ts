import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeHost } from "../../src/pipeline/node-host.js";
import { programOn } from "../support/program.js";
import { type Description, reachedSchemas, stripeText } from "../support/stripe.js";
import { tempFolder } from "../support/temp-folder.js";

// The shape of Stripe's description is known; a wrong one would leave nothing out.
const whole = JSON.parse(stripeText()) as Description;

/** All of Stripe but the paths that start so, and the schemas that only they need: as it was before they came. */
function without(...starts: readonly string[]): Description {
  const entries = Object.entries(whole.paths).filter(([path]) => !starts.some((it) => path.startsWith(it)));
  const paths = Object.fromEntries(entries);
  const reached = reachedSchemas(whole, paths);
  const schemas = Object.entries(whole.components.schemas).filter(([name]) => reached.has(name));
  return { ...whole, paths, components: { ...whole.components, schemas: Object.fromEntries(schemas) } };
}

const ONE = ["/v1/climate", "/v1/promotion_codes", "/v1/setup_attempts"];
const OTHER = ["/v1/refunds", "/v1/tax", "/v1/topups"];

test("two branches that add operations are merged by git, description, SDK and lock, and nothing is out of date", async () => {
  const folder = tempFolder({
    ".gitattributes": "sdkwright.lock merge=union\n",
    "sdkwright.config.json": JSON.stringify({ input: "api.json", output: "sdk" }),
  });
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false", ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  const host = { ...nodeHost(), cwd: folder };
  const commit = async (description: Description): Promise<void> => {
    writeFileSync(join(folder, "api.json"), JSON.stringify(description, undefined, 1));
    const { code, stderr } = await programOn(["generate", "-q"], host);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    git("add", "--all");
    git("commit", "--quiet", "--message", "A change");
  };
  git("init", "--quiet", "--initial-branch", "main");
  await commit(without(...ONE, ...OTHER));
  git("checkout", "--quiet", "-b", "one");
  await commit(without(...OTHER));
  git("checkout", "--quiet", "-b", "other", "main");
  await commit(without(...ONE));
  git("merge", "--quiet", "--no-edit", "one");
  expect((await programOn(["generate", "--check"], host)).code).toBe(0);
  // What is added moves nearly nothing of what was there: a type that others share may stand at another of its places.
  const [, added = "", deleted = ""] =
    /(\d+) insertions.* (\d+) deletions/.exec(git("diff", "--shortstat", "main", "--", "sdk")) ?? [];
  expect(Number(added)).toBeGreaterThan(5_000);
  expect(Number(deleted) / Number(added)).toBeLessThan(0.02);
}, 120_000);
