import { defineConfig } from "sdkwright";

// `root` lets the description refer to what stands in `specs/`.
export default defineConfig({ input: "api.yaml", output: "generated", root: "../.." });
