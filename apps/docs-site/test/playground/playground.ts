import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packZip, sampleArchive } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { inspect } from "@archive/transform";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { panelText, type ServedPage, servedPage } from "./served-page.js";

/** What tests of the playground share: the page, built and served once, and a place for archives. */
export interface Playground {
  /** There from the first test on. */
  readonly served: ServedPage;
  readonly folder: string;
  /** The sample, packed, under a name that Mastodon gives. */
  readonly sample: string;
  /** Runs a test in a page of its own, which must not try to leave, and has no errors. */
  withPage(run: (page: Page) => Promise<void>): Promise<void>;
  /** The overview's numbers are those that the library counts here. */
  expectCounts(page: Page, path: string): Promise<void>;
}

/** Builds the page before the tests of a `describe`, and takes it away after them. */
export function usePlayground(): Playground {
  // Made before the first test: where none is run, nothing would take it away.
  const folder = join(tmpdir(), `playground-archives-${randomUUID()}`);
  const sample = join(folder, "archive-20251108120000-0123456789abcdef0123456789abcdef.zip");
  let served: ServedPage | undefined;
  const there = (): ServedPage => {
    if (served === undefined) throw new Error("The page is built before the first test.");
    return served;
  };

  beforeAll(async () => {
    mkdirSync(folder, { mode: 0o700 });
    writeFileSync(sample, await packZip(sampleArchive()));
    served = await servedPage();
  });
  afterAll(async () => {
    await served?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    folder,
    sample,
    get served() {
      return there();
    },
    async withPage(run) {
      const { page, trouble } = await there().open({ viewport: { width: 1280, height: 900 } });
      try {
        await run(page);
        expect(trouble).toEqual([]);
      } finally {
        await page.close();
      }
    },
    async expectCounts(page, path) {
      await using archive = await openArchive(path);
      const { posts, archive: facts } = await inspect(archive);
      const text = await panelText(page, /^Overview/);
      expect(text).toMatch(new RegExp(`Posts\\n${posts.total.toLocaleString("en-GB")}\\n`));
      expect(text).toContain(facts.era === null ? facts.dialect : `${facts.dialect} ${facts.era}`);
      expect(text.replaceAll(/\s+/g, " ")).toContain(
        `Direct: the people it names ${posts.byVisibility.direct} `,
      );
    },
  };
}
