import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMAND, generatedPages, type Page, writtenPages } from "./pages.js";
import { shelfFor } from "./shelf.js";
import { isThere, runShell } from "./shell.js";

const BUILT = existsSync(COMMAND) && isThere("bash");
const pages = [...writtenPages(), ...generatedPages()].filter(({ blocks }) =>
  blocks.some(({ language }) => language === "sh"),
);

/** Blocks that nobody can run here, with the reason their page gives. */
const KEPT_FROM_RUNNING = pages.flatMap(({ name, blocks }) =>
  blocks
    .filter(({ language, notRun }) => language === "sh" && notRun !== null)
    .map(({ code, notRun }) => `${name}: ${code.trim().split("\n")[0]} (${notRun})`),
);

describe.skipIf(!BUILT)("the commands of READMEs and the manual (need the built command, and bash)", () => {
  it.each(pages)(
    "$name: run as they are shown",
    async (page) => {
      using shelf = await shelfFor(page);
      for (const block of runnable(page)) {
        expect(await runShell(block.code, shelf.path), `line ${block.line}`).toBeNull();
      }
    },
    900_000,
  );

  it("are all run, but for those whose page says why not", () => {
    expect(KEPT_FROM_RUNNING).toMatchInlineSnapshot(`
      [
        "README.md: npm start (builds the whole repository)",
        "README.md: npm start -- path/to/your-archive.zip (builds the whole repository)",
        "README.md: npm test (runs these very tests)",
        "CONTRIBUTING.md: npm start          # builds, and makes a site of the sample archive (builds the whole repository)",
        "apps/cli/README.md: ap-archive serve archive.zip                                       # the same site at once, for this computer only (goes on until Ctrl-C; it has a test of its own)",
        "packages/reader/README.md: node --import ./packages/reader/fuzz/resolve-sources.ts --conditions=@archive/source packages/reader/fuzz/main.ts --minutes 60 (takes an hour)",
        "apps/docs-site/src/content/docs/getting-started.md: npm start (builds the whole repository; CI runs it as a step of its own)",
        "apps/docs-site/src/content/docs/getting-started.md: npm start -- path/to/your-archive.zip (builds the whole repository)",
        "apps/docs-site/src/content/docs/guides/blog.md: cd blog (goes on until Ctrl-C)",
        "apps/docs-site/src/content/docs/guides/search.md: ap-archive serve archive.zip (goes on until Ctrl-C; it has a test of its own)",
        "reference/cli/serve: ap-archive serve archive.zip --no-media (goes on until Ctrl-C; it has a test of its own)",
      ]
    `);
  });
});

function runnable({ blocks }: Page): Page["blocks"] {
  return blocks.filter(
    ({ language, notRun, needs }) =>
      language === "sh" && notRun === null && (needs === null || isThere(needs)),
  );
}
