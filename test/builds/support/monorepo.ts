import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProcess, type Exit } from "../../support/built.js";
import { tempFolder } from "../../support/temp-folder.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const example = join(root, "examples/monorepo");

/** The example as a user has it who copied it: a git repository with everything installed, sdkwright from this checkout. */
export class Monorepo {
  readonly folder: string;
  readonly #env: Readonly<Record<string, string>>;
  constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.folder = folder;
    this.#env = env;
  }

  path = (file: string): string => join(this.folder, file);
  has = (file: string): boolean => existsSync(this.path(file));
  read = (file: string): string => readFileSync(this.path(file), "utf8");
  write = (file: string, text: string): void => writeFileSync(this.path(file), text);
  list = (folder: string): readonly string[] =>
    readdirSync(this.path(folder), { recursive: true, encoding: "utf8" }).toSorted();

  edit(file: string, from: string, to: string): void {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    this.write(file, text.replace(from, to));
  }

  remove = (...paths: readonly string[]): void =>
    paths.forEach((it) => rmSync(this.path(it), { recursive: true, force: true }));

  /** Runs an installed program. Fails where that fails, with all that it printed. */
  async run(program: string, ...args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.tryRun(program, args);
    if (code !== 0) throw new Error(`${program} ${args.join(" ")} gave ${code}:\n${stdout}\n${stderr}`);
    return stdout + stderr;
  }

  tryRun(
    program: string,
    args: readonly string[],
    options: { readonly in?: string; readonly env?: Readonly<Record<string, string>>; readonly offline?: boolean } = {},
  ): Promise<Exit> {
    const { offline = true, env = {} } = options;
    const bin = join(this.folder, "node_modules/.bin", program);
    const [command = "", ...rest] = [...(offline ? withoutNetwork : []), existsSync(bin) ? bin : program, ...args];
    return runProcess(command, rest, this.path(options.in ?? "."), { ...this.#env, ...env });
  }

  /** Another checkout of what is committed, with the same packages installed and nothing built. */
  clone(env: Readonly<Record<string, string>> = {}): Monorepo {
    const folder = join(tempFolder(), "clone");
    execFileSync("git", ["clone", "--quiet", this.folder, folder]);
    // By hard links, of which making some ten thousand costs little.
    execFileSync("cp", ["-al", this.path("node_modules"), join(folder, "node_modules")]);
    return new Monorepo(folder, { ...this.#env, ...env });
  }

  commit(): void {
    const git = (...args: readonly string[]): void => void execFileSync("git", args, { cwd: this.folder });
    git("add", "--all");
    git("-c", "user.name=t", "-c", "user.email=t@localhost", "commit", "--quiet", "--allow-empty", "--message", "x");
  }
}

/** A network of its own in which nothing is, where the system gives one. */
const withoutNetwork = canUnshare() ? ["unshare", "--map-root-user", "--net", "--"] : [];

function canUnshare(): boolean {
  try {
    execFileSync("unshare", ["--map-root-user", "--net", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Installs the example, for which it needs the npm registry or npm's cache; what is run in it then gets no network. */
export function installedMonorepo(
  env: Readonly<Record<string, string>>,
  onEnd: (remove: () => void) => void,
  change: (repo: Monorepo) => void = () => {},
  install: (folder: string) => void = npmInstall,
): Monorepo {
  const repo = new Monorepo(tempFolder({}, onEnd), env);
  cpSync(example, repo.folder, { recursive: true, filter: (it) => !it.includes("node_modules") });
  execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", repo.folder], { cwd: root });
  const packed = readdirSync(repo.folder).find((it) => it.endsWith(".tgz"));
  for (const file of ["packages/billing/package.json", "packages/shipping/package.json"])
    repo.write(file, repo.read(file).replace(/"sdkwright": "[^"]+"/, `"sdkwright": "file:../../${packed}"`));
  change(repo);
  install(repo.folder);
  execFileSync("git", ["init", "--quiet"], { cwd: repo.folder });
  repo.commit();
  return repo;
}

const npmInstall = (cwd: string): void =>
  void execFileSync("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"], { cwd });
