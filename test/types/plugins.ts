import { defineConfig } from "vite";
import type { RolldownPluginOption } from "rolldown";
import rolldownPlugin from "../../src/integrations/bundlers/rolldown.js";
import vitePlugin from "../../src/integrations/bundlers/vite.js";

/** What a user writes compiles, though the types of the plugins mention no bundler. */
export const vite = defineConfig({ plugins: [vitePlugin(), vitePlugin({ input: "api.yaml", output: "src/api" })] });
export const rolldown: RolldownPluginOption = [rolldownPlugin({ config: "sdkwright.config.ts" })];
