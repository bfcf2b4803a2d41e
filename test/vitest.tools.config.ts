import { defineConfig } from "vitest/config";
import base from "./vitest.config.js";

/** The slow suites: they install the tools of others on demand, for which they need the npm registry once. */
export default defineConfig({
  test: { ...base.test, include: ["test/**/*.tools.ts"], testTimeout: 120_000, hookTimeout: 600_000 },
});
