import { join } from "node:path";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Host } from "../host.js";
import { wayInto } from "../paths.js";
import { openGit, type Git } from "./git.js";

/** What is another in the working tree than it was at a commit. */
export interface Since {
  /** The commit, in hexadecimal digits. */
  readonly commit: string;
  /** How it was named. */
  readonly ref: string;
  /** The top folder of the repository. */
  readonly top: string;
  /** Of some paths those that have changed, be it committed, staged or not; with those that git does not know, of which it cannot tell. */
  changed(paths: readonly string[]): Promise<readonly string[]>;
  /** The text that a file had at that commit; undefined where there was none, or git cannot tell. */
  textAt(path: string): Promise<string | undefined>;
  /** The files that are gone, absolute. */
  readonly gone: readonly string[];
}

/**
 * Compares with where the branch left `ref`; without one with where it left the default branch, as far as git knows that,
 * else with the last commit. Undefined, with a diagnostic, where git cannot tell.
 */
export async function openSince(
  ref: string | undefined,
  host: Host,
  diagnostics: Diagnostics,
): Promise<Since | undefined> {
  const git = await openGit(host, diagnostics);
  const start = git && (await startOf(ref, git, host));
  if (git !== undefined && start === undefined)
    diagnostics.report("git/unknown-ref", undefined, { ref: ref ?? "HEAD" });
  if (git === undefined || start === undefined) return undefined;
  const diff = (filter: string) =>
    git.ask("diff", "--name-only", "--no-relative", "--no-renames", "--no-ext-diff", "-z", filter, start.commit);
  const listing = await diff("--diff-filter=d");
  const different = new Set(listed(listing));
  return {
    ...start,
    top: git.top,
    gone: listed(await diff("--diff-filter=D")).map((it) => join(git.top, it)),
    async textAt(path) {
      const way = wayFromTop(path, git, host);
      return way === "" ? undefined : git.ask("show", `${start.commit}:${way}`);
    },
    async changed(paths) {
      // Such as where objects are missing that a partial clone left out.
      if (listing === undefined) return paths;
      const known = await knownTo(git, paths, host);
      return paths.filter((it) => {
        const path = known.get(it);
        return path === undefined || different.has(path);
      });
    },
  };
}

async function startOf(
  ref: string | undefined,
  git: Git,
  { env }: Host,
): Promise<{ readonly commit: string; readonly ref: string } | undefined> {
  const base = env["GITHUB_BASE_REF"] ?? "";
  const head = await git.ask("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD");
  const usual = [...(base === "" ? [] : [`origin/${base}`]), ...(head === undefined ? [] : [head]), ...DEFAULTS];
  for (const name of ref === undefined ? usual : [ref]) {
    const commit = await git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`);
    // A shallow clone does not know where it left the other branch.
    if (commit !== undefined) return { commit: (await git.ask("merge-base", commit, "HEAD")) ?? commit, ref: name };
  }
  return undefined;
}

const DEFAULTS = ["origin/main", "origin/master", "main", "master", "HEAD"];

/** Of paths those that are tracked, as git calls them: from the top, `/` between segments. */
async function knownTo(git: Git, paths: readonly string[], host: Host): Promise<ReadonlyMap<string, string>> {
  const inside = paths.flatMap((it) => {
    const way = wayFromTop(it, git, host);
    return way === "" ? [] : [[it, way] as const];
  });
  const tracked = new Set<string>();
  // As many as a command line surely takes.
  for (let at = 0; at < inside.length; at += 200) {
    const some = inside.slice(at, at + 200).map(([, way]) => way);
    for (const it of listed(await git.ask("--literal-pathspecs", "ls-files", "-z", "--", ...some))) tracked.add(it);
  }
  return new Map(inside.filter(([, way]) => tracked.has(way)));
}

/** As git calls a path; empty for one that is not in the repository. */
const wayFromTop = (path: string, { top }: Git, host: Host): string =>
  wayInto(top, host.realpath(path) ?? path)?.replaceAll("\\", "/") ?? "";

const listed = (answer: string | undefined): readonly string[] => (answer ?? "").split("\0").filter((it) => it !== "");
