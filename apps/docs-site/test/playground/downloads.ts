import { readFileSync } from "node:fs";
import { sampleSecrets } from "@archive/fixtures";
import { csvTarget, ndjsonTarget, textTarget } from "@archive/transform/data";
import { activitystreamsTarget } from "@archive/transform/fediverse";
import { atomTarget, jsonFeedTarget, rssTarget } from "@archive/transform/feeds";
import { htmlTarget } from "@archive/transform/html";
import { markdownTarget } from "@archive/transform/markdown";
import { expect, it } from "vitest";
import { filesOfZip, madeInNode, sameBytes } from "./made-in-node.js";
import type { Playground } from "./playground.js";
import { download, openInPage, shownText } from "./served-page.js";

/** What the page makes of an archive, beside what the same code makes in Node. */
export function downloads(playground: Playground): void {
  const { sample, withPage } = playground;

  it("makes the same bytes as Node does, without anything private", async () => {
    const { texts, ids } = sampleSecrets();
    const zips = [
      ["Web site", await madeInNode(sample, htmlTarget, {})],
      ["Markdown", await madeInNode(sample, markdownTarget, {})],
      ["ActivityStreams", await madeInNode(sample, activitystreamsTarget, {}, { documents: true })],
    ] as const;
    const single = [
      ["Atom feed", await madeInNode(sample, atomTarget, { single: true })],
      ["RSS feed", await madeInNode(sample, rssTarget, { single: true })],
      ["JSON Feed", await madeInNode(sample, jsonFeedTarget, { single: true })],
      ["CSV", await madeInNode(sample, csvTarget, {})],
      ["NDJSON", await madeInNode(sample, ndjsonTarget, {})],
      ["Plain text", await madeInNode(sample, textTarget, {})],
    ] as const;
    await withPage(async (page) => {
      await openInPage(page, sample);
      for (const [offer, expected] of zips) {
        const { path, name } = await download(page, offer);
        expect(name, offer).toMatch(/^nour-wattenmeer\.example-.*\.zip$/);
        const files = await filesOfZip(path);
        expect([...files.keys()].sort(), offer).toEqual([...expected.keys()].sort());
        const differing = [...expected].filter(([file, bytes]) => !sameBytes(bytes, files.get(file)));
        expect(
          differing.map(([file]) => file),
          offer,
        ).toEqual([]);
        for (const [file, bytes] of files) expectNothing(texts.concat(ids), bytes, file);
      }
      for (const [offer, expected] of single) {
        const { path } = await download(page, offer);
        const bytes = readFileSync(path);
        expect(sameBytes([...expected.values()][0] ?? new Uint8Array(), bytes), offer).toBe(true);
        expectNothing(texts.concat(ids), bytes, offer);
      }
    });
  });

  it("takes private posts into a download when told to, and warns", async () => {
    await withPage(async (page) => {
      await openInPage(page, sample);
      await page.getByRole("tab", { name: /^Downloads/ }).click();
      await page
        .getByRole("tabpanel")
        .getByRole("checkbox", { name: /^Direct/ })
        .check();
      expect(await shownText(page.getByRole("tabpanel"))).toContain("9 private posts will be in the file");
      const { path } = await download(page, "NDJSON");
      const lines = readFileSync(path, "utf8").trim().split("\n");
      const direct = lines.filter((line) => JSON.parse(line).visibility === "direct");
      expect(direct.length).toBe(9);
    });
  });
}

function expectNothing(secrets: readonly string[], bytes: Uint8Array, where: string): void {
  const text = Buffer.from(bytes).toString("utf8");
  expect(
    secrets.filter((secret) => text.includes(secret)),
    where,
  ).toEqual([]);
}
