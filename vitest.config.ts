import { availableParallelism } from "node:os";
import { preactSsrPrecompile } from "@pracht/preact-ssr-precompile";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// Tests read the packages' sources, so that they run without a build. `vitest bench` measures what is built, and loads
// it as users do: not as Vite would rewrite it, which makes our code slower and leaves Node's as it is.
const benching = process.argv[2] === "bench";
const conditions = benching ? [] : ["@archive/source"];
const external = benching ? [/\/packages\/[^/]+\/dist\//] : [];

// Small files that run browsers, generators or the command itself: begun last, one of them would keep all waiting.
const LONG = /\/examples\/|generators|\.browser\.|playground/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  // As the build does it: what tests see is what is published.
  plugins: [preactSsrPrecompile({ ssrOnly: false, include: /\/packages\/transform\/src\/.*\.tsx$/ })],
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    server: { deps: { external } },
    include: ["packages/*/test/**/*.test.{ts,tsx}", "apps/*/test/**/*.test.ts", "scripts/test/**/*.test.ts"],
    benchmark: { include: ["packages/*/bench/**/*.bench.ts", "apps/*/bench/**/*.bench.ts"] },
    // Properties are tried on the same cases in each run of CI, and on others wherever somebody works.
    setupFiles: process.env.CI === undefined ? [] : ["scripts/seeded-properties.ts"],
    // A machine shared with others can fail a test that talks with browsers and servers; `.ci/run` names each that it did.
    retry: process.env.CI === undefined ? 0 : 1,
    sequence: { sequencer: LongestFirst },
    // One core is left free by default; of two that is half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Generous, so that a busy machine fails nothing: how long something takes is measured in benchmarks.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
