import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packTarGz, sampleArchive, writeFolder } from "@archive/fixtures";
import { ndjsonTarget } from "@archive/transform/data";
import { describe, expect, it } from "vitest";
import { filesOfZip, madeInNode, sameBytes } from "./made-in-node.js";
import type { Playground } from "./playground.js";
import { download, openInPage, panelText, shownText } from "./served-page.js";
import { writeSparseZip } from "./sparse-zip.js";

const CORPUS = fileURLToPath(new URL("../../../../../shared/corpora/02-outboxes/", import.meta.url));
const REAL = ["zip", "tar", "tar.gz"].map((kind) => `lmorchard-fossilizer/mastodon-export.${kind}`);

/** From a file or folder to the overview: each way an archive can be handed over. */
export function waysIn(playground: Playground): void {
  const { folder, sample, withPage, expectCounts } = playground;

  it("shows the sample without a file and without a request that leaves", async () => {
    await withPage(async (page) => {
      await page.getByRole("button", { name: "Try the sample" }).click();
      await page.getByRole("tab", { name: /^Findings \(\d+\)$/ }).waitFor();
      await expectCounts(page, sample);
      expect(await panelText(page, /^Findings/)).toContain("No errors");
      await page.getByRole("tabpanel").locator("summary").first().click();
      expect(await shownText(page.getByRole("tabpanel"))).toContain("media/missing");
    });
    expect(playground.served.asked.filter((path) => !path.startsWith("/x/"))).toEqual([]);
  });

  it("takes a file that is dropped", async () => {
    await withPage(async (page) => {
      const base64 = readFileSync(sample).toString("base64");
      const dataTransfer = await page.evaluateHandle((encoded) => {
        const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], "dropped.zip"));
        return transfer;
      }, base64);
      await page.dispatchEvent(".drop", "drop", { dataTransfer });
      await page.getByRole("tab", { name: /^Findings \(\d+\)$/ }).waitFor();
      expect(await panelText(page, /^Overview/)).toContain("dropped.zip");
    });
  });

  it("takes a folder that is dropped", async () => {
    const unpacked = join(folder, "unpacked");
    await writeFolder(sampleArchive(), unpacked);
    await withPage(async (page) => {
      const base = await page.locator(".drop").boundingBox();
      if (base === null) throw new Error("There is no place to drop anything.");
      const session = await page.context().newCDPSession(page);
      const data = { items: [], files: [unpacked], dragOperationsMask: 1 };
      for (const type of ["dragEnter", "dragOver", "drop"] as const) {
        await session.send("Input.dispatchDragEvent", { type, x: base.x + 20, y: base.y + 20, data });
      }
      await page.getByRole("tab", { name: /^Findings \(\d+\)$/ }).waitFor();
      await expectCounts(page, sample);
      expect(await panelText(page, /^Overview/)).toContain("unpacked, ");
      const { path } = await download(page, "NDJSON");
      const expected = [...(await madeInNode(sample, ndjsonTarget, {})).values()][0] ?? new Uint8Array();
      expect(sameBytes(expected, readFileSync(path))).toBe(true);
    });
  });

  it("takes a folder that is chosen", async () => {
    const unpacked = join(folder, "chosen");
    await writeFolder(sampleArchive(), unpacked);
    await withPage(async (page) => {
      await page.getByLabel("Choose a folder").setInputFiles(unpacked);
      await page.getByRole("tab", { name: /^Findings \(\d+\)$/ }).waitFor();
      await expectCounts(page, sample);
      expect(await panelText(page, /^Overview/)).toContain("chosen, ");
    });
  });

  it("reads a tar.gz, with its pictures on request", async () => {
    const path = join(folder, "old.tar.gz");
    writeFileSync(path, await packTarGz(sampleArchive()));
    await withPage(async (page) => {
      await openInPage(page, path);
      await expectCounts(page, path);
      await page.getByRole("tab", { name: "Posts" }).click();
      const panel = page.getByRole("tabpanel");
      await panel.getByLabel("With").selectOption({ label: "Pictures" });
      expect(await panel.locator("article img").count()).toBe(0);
      await panel.getByRole("button", { name: "Load the pictures" }).click();
      await panel.locator("article img").first().waitFor();
      const { path: zip } = await download(page, "Markdown");
      expect((await filesOfZip(zip)).size).toBeGreaterThan(100);
    });
  });

  describe.skipIf(!existsSync(CORPUS))("real archives (corpora/02-outboxes)", () => {
    it.each([...REAL, "vidarh/outbox.json"])("%s", async (name) => {
      const path = join(CORPUS, name);
      await withPage(async (page) => {
        await openInPage(page, path);
        await expectCounts(page, path);
        const { path: made } = await download(page, "NDJSON");
        const expected = [...(await madeInNode(path, ndjsonTarget, {})).values()][0] ?? new Uint8Array();
        expect(sameBytes(expected, readFileSync(made))).toBe(true);
        const site = await filesOfZip((await download(page, "Web site")).path);
        expect(site.has("index.html")).toBe(true);
      });
    });
  });

  it("opens 5 GB with less than 300 MB of memory", async () => {
    const path = join(folder, "large.zip");
    await writeSparseZip(path, readFileSync(sample), 5 * 2 ** 30);
    await withPage(async (page) => {
      await openInPage(page, path);
      expect(await panelText(page, /^Overview/)).toContain("large.zip, 5.4 GB, zip");
      const session = await playground.served.browser.newBrowserCDPSession();
      const { processInfo } = await session.send("SystemInfo.getProcessInfo");
      const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => resident(id));
      expect(renderers.length).toBeGreaterThan(0);
      expect(Math.max(...renderers)).toBeLessThan(300 * 2 ** 20);
    });
  });
}

/** Memory of a process that lies in RAM and is its own, in bytes. */
function resident(id: number): number {
  const rollup = readFileSync(`/proc/${id}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? Number.NaN) * 1024;
}
