import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Every strictness that the output promises to bear, on nothing but what all runtimes have. */
const compilerOptions = {
  target: "es2022",
  lib: ["es2022", "dom"],
  types: [],
  module: "nodenext",
  declaration: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
};

/** The native compiler for the bulk; the one in JavaScript, which most users still have, takes ten times as long. */
export type Compiler = "typescript7" | "typescript" | OtherCompiler;

/** Another version of TypeScript. */
export interface OtherCompiler {
  /** The absolute path of its `tsc`. */
  readonly program: string;
  /** The options that it does not know yet. */
  readonly without?: readonly (keyof typeof compilerOptions)[];
}

/** A project in a temporary folder. */
export interface Project {
  readonly folder: string;
  /** Where the JavaScript is, when it was asked for. */
  readonly built: string;
  remove(): void;
}

/** Lays out files as a project with every strict flag. `rootDirs` are folders to be taken for one. */
export function project(files: Readonly<Record<string, string>>, rootDirs: readonly string[] = []): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "sdkwright-")));
  for (const it of new Set(Object.keys(files).map(dirname))) mkdirSync(join(folder, it), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  configure(folder, rootDirs);
  return { folder, built: join(folder, "built"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Makes a folder a project with every strict flag. */
export function configure(
  folder: string,
  rootDirs: readonly string[] = [],
  without: NonNullable<OtherCompiler["without"]> = [],
): void {
  const options = Object.entries(compilerOptions).filter(([name]) => !without.some((it) => it === name));
  const config = {
    compilerOptions: { ...Object.fromEntries(options), rootDir: ".", outDir: "built", rootDirs },
    include: ["**/*.ts"],
    exclude: ["built"],
  };
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
}

/** Compiles a project and gives the errors, a line each: `path(line,column): error TS1234: message`. */
export async function compile(
  { folder }: Pick<Project, "folder">,
  emit: "emit" | "check" = "check",
  compiler: Compiler = "typescript7",
): Promise<readonly string[]> {
  const program =
    typeof compiler === "object"
      ? compiler.program
      : fileURLToPath(new URL(`../../node_modules/${compiler}/bin/tsc`, import.meta.url));
  const flags = ["-p", folder, "--pretty", "false", "--noEmit", String(emit === "check")];
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [program, ...flags],
      { cwd: folder, maxBuffer: 1 << 28, timeout: 600_000 },
      (error, stdout, stderr) => {
        // The compiler's exit code only repeats what its output says; a failure to run it says nothing on stdout.
        resolve(error !== null && stdout === "" ? `${error.message}\n${stderr}` : stdout);
      },
    );
  });
  return output.split("\n").filter((it) => it.trim() !== "");
}

/** The errors of one SDK, compiled alone. */
export async function compileAlone(
  files: Readonly<Record<string, string>>,
  compiler: Compiler = "typescript7",
): Promise<readonly string[]> {
  const made = project(files);
  if (typeof compiler === "object") configure(made.folder, [], compiler.without);
  try {
    return await compile(made, "check", compiler);
  } finally {
    made.remove();
  }
}
