import { defineConfig } from "vitest/config";

const conditions = ["@archive/source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["packages/*/test/**/*.test.{ts,tsx}", "apps/*/test/**/*.test.ts", "scripts/**/*.test.ts"],
    benchmark: { include: ["packages/*/bench/**/*.bench.ts", "apps/*/bench/**/*.bench.ts"] },
    testTimeout: 30_000,
  },
});
