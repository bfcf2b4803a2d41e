import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runNode } from "../support/built.js";
import { tempFolder } from "../support/temp-folder.js";
import { tools } from "../support/tools.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const packages = { webpack: "5.113.0", "@rspack/core": "2.3.3", esbuild: "0.28.2", rollup: "4.55.1" };

/** What a user writes compiles, though the types of the plugins mention no bundler. */
const use = `
  import type { BuildOptions } from "esbuild";
  import type { RspackOptions } from "@rspack/core";
  import type { InputOptions } from "rollup";
  import type { Configuration } from "webpack";
  import esbuildPlugin from "sdkwright/esbuild";
  import rollupPlugin from "sdkwright/rollup";
  import rspackPlugin from "sdkwright/rspack";
  import webpackPlugin from "sdkwright/webpack";
  const sdk = { input: "api.yaml", output: "src/api" };
  export const esbuild: BuildOptions = { plugins: [esbuildPlugin(sdk), esbuildPlugin()] };
  export const rollup: InputOptions = { plugins: [rollupPlugin({ config: "sdkwright.config.ts" })] };
  export const rspack: RspackOptions = { plugins: [rspackPlugin(sdk), rspackPlugin()] };
  export const webpack: Configuration = { plugins: [webpackPlugin(sdk), webpackPlugin()] };
  // @ts-expect-error There is no such setting.
  webpackPlugin({ inptu: "api.yaml" });
`;

test("the plugins are of the types that their bundlers take", { timeout: 120_000 }, async () => {
  const installed = (await tools(packages)).folder;
  const folder = tempFolder({ "package.json": '{ "type": "module" }', "use.ts": use });
  mkdirSync(join(folder, "node_modules/@rspack"), { recursive: true });
  for (const it of Object.keys(packages))
    symlinkSync(join(installed, "node_modules", it), join(folder, "node_modules", it));
  symlinkSync(root, join(folder, "node_modules/sdkwright"));
  const tsc = join(root, "node_modules/typescript7/bin/tsc");
  const args = [tsc, "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--types", "", "use.ts"];
  expect(await runNode(args, folder)).toEqual({ code: 0, stdout: "", stderr: "" });
});
