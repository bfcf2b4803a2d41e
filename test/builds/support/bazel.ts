import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProcess, type Exit } from "../../support/built.js";
import { tempFolder } from "../../support/temp-folder.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const example = (path: string): string => join(root, "examples", path);

export const hasBazel = (process.env["PATH"] ?? "").split(delimiter).some((it) => existsSync(join(it, "bazel")));

/** Apart from all others, and kept apart from its inputs: a tree of links, read-only where it leads. */
const build = ["build", "--spawn_strategy=linux-sandbox", "--subcommands"];

/** The example as a user has it who copied it, with the descriptions of the other one, and sdkwright of this checkout. */
export class Workspace {
  readonly folder: string;
  constructor(onEnd: (remove: () => void) => void) {
    this.folder = tempFolder({}, onEnd);
    const shipping = ["api.yaml", "sdkwright.config.ts", "sdkwright.lock"].map((it) => `packages/shipping/${it}`);
    for (const it of ["packages/billing/api.yaml", "specs/shared.yaml", ...shipping])
      cpSync(example(join("monorepo", it)), this.path(it), { recursive: true });
    cpSync(example("bazel"), this.folder, { recursive: true });
    execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", this.folder], { cwd: root });
    const packed = readdirSync(this.folder).find((it) => it.endsWith(".tgz"));
    this.edit("tools/package.json", '"^0.1.0"', JSON.stringify(`file:${this.path(`${packed}`)}`));
    execFileSync("npm", ["install", "--package-lock-only", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: this.path("tools"),
    });
  }

  path = (file: string): string => join(this.folder, file);
  read = (file: string): string => readFileSync(this.path(file), "utf8");
  write = (file: string, text: string): void => writeFileSync(this.path(file), text);

  edit(file: string, from: string, to: string): void {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    this.write(file, text.replace(from, to));
  }

  /** Runs Bazel with what it keeps in a folder of its own, as on a machine of its own. */
  bazel = (machine: string, ...args: readonly string[]): Promise<Exit> =>
    runProcess("bazel", [`--output_user_root=${machine}`, "--max_idle_secs=60", ...args], this.folder);

  /** Builds. Gives the actions that were due, by target, and how many of them were in a cache that machines share. */
  async built(
    machine: string,
    ...args: readonly string[]
  ): Promise<{ readonly due: readonly string[]; readonly hits: number }> {
    const { code, stderr } = await this.bazel(machine, ...build, ...args);
    if (code !== 0) throw new Error(stderr);
    return { due: dueIn(stderr), hits: Number(/(\d+) (?:disk|remote) cache hit/.exec(stderr)?.[1] ?? 0) };
  }
  tryBuild = (machine: string, ...args: readonly string[]): Promise<Exit> => this.bazel(machine, ...build, ...args);

  /** The files of the workspace of which a target is made. */
  async sourcesOf(machine: string, target: string): Promise<readonly string[]> {
    const { stdout } = await this.bazel(machine, "query", `kind("source file", deps(${target}))`);
    const own = stdout.split("\n").filter((it) => it.startsWith("//"));
    return own.map((it) => it.slice(2).replace(":", "/")).toSorted();
  }
}

const dueIn = (log: string): readonly string[] =>
  [...log.matchAll(/^SUBCOMMAND: # \/\/(\S+)/gm)].map(([, target = ""]) => target).toSorted();
