import { posix } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { tempFolder } from "./temp-folder.js";

export interface BundleOptions {
  /** A module of its own, which imports the SDK from `./sdk/index.ts`; without one, all that the SDK exports. */
  readonly entry?: string;
  readonly minify?: boolean;
}

/** An SDK in one ES module, as a user's bundler makes it. Its files never touch the disk. */
export async function bundle(
  files: Readonly<Record<string, string>>,
  { entry = `export * from "./sdk/index.ts";`, minify = false }: BundleOptions = {},
): Promise<string> {
  const texts: Readonly<Record<string, string>> = {
    "/entry.ts": entry,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`/sdk/${path}`, text])),
  };
  const made = await rolldown({
    input: "/entry.ts",
    plugins: [
      {
        name: "files in memory",
        resolveId: (id, importer = "/") => posix.join(posix.dirname(importer), id).replace(/\.js$/, ".ts"),
        load: (id) => ({ code: texts[id] ?? missing(id), moduleType: "ts" }),
      },
    ],
  });
  const { output } = await made.generate({ minify });
  await made.close();
  return output[0].code;
}

/** Imports a bundle; its file goes when the test has ended, or when `onEnd` says. */
export async function imported<Module>(code: string, onEnd?: (remove: () => void) => void): Promise<Module> {
  const folder = tempFolder({ "sdk.mjs": code }, onEnd);
  // What the bundle exports is what its caller gave it.
  return (await import(/* @vite-ignore */ pathToFileURL(posix.join(folder, "sdk.mjs")).href)) as Module;
}

const missing = (id: string): never => {
  throw new Error(`nothing is called ${id}`);
};
