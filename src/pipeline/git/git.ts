import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Host } from "../host.js";

/** Asks git about the repository that the working directory is in. */
export interface Git {
  /** The top folder of its working tree, absolute and without links. */
  readonly top: string;
  /** What git prints for arguments, without the last line break; undefined where it fails. Paths are taken from the top. */
  ask(...args: readonly string[]): Promise<string | undefined>;
}

/** Undefined, with a diagnostic, where there is no git or no repository. */
export async function openGit(host: Host, diagnostics: Diagnostics): Promise<Git | undefined> {
  // Not translated, since answers are read; and never in the way of another git that works there.
  const env = { LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" };
  const found = await host.run("git", ["rev-parse", "--show-toplevel"], host.cwd, env);
  if (found === undefined) {
    diagnostics.report("git/missing", undefined, {});
    return undefined;
  }
  if (found.code !== 0) {
    const [reason = ""] = found.stderr.replace(/^fatal: /, "").split("\n");
    diagnostics.report("git/no-repository", undefined, { reason: reason.replace(/\.$/, "") });
    return undefined;
  }
  const top = found.stdout.replace(/\n$/, "");
  return {
    top: host.realpath(top) ?? top,
    async ask(...args) {
      const answer = await host.run("git", args, top, env);
      return answer?.code === 0 ? answer.stdout.replace(/\n$/, "") : undefined;
    },
  };
}
