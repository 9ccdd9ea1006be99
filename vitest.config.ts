import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Tests read the packages' sources, so that they run without a build.
const conditions = ["@archive/source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["packages/*/test/**/*.test.{ts,tsx}", "apps/*/test/**/*.test.ts", "scripts/test/**/*.test.ts"],
    benchmark: { include: ["packages/*/bench/**/*.bench.ts", "apps/*/bench/**/*.bench.ts"] },
    // Properties are tried on the same cases in each run of CI, and on others wherever somebody works.
    setupFiles: process.env.CI === undefined ? [] : ["scripts/seeded-properties.ts"],
    // One core is left free by default; of two that is half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Generous, so that a busy machine fails nothing: how long something takes is measured in benchmarks.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
