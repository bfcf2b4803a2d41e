import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["test/**/*.test.ts"],
    // Whole programs run in some tests: more of them at once than there are cores makes each slower and times unsure.
    maxWorkers: 2,
    // What was generated and built runs as Node runs it, not as the test runner would.
    server: { deps: { external: [/\/sdkwright-[^/]+\/built\//] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
