import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packTarGz, packZip, rawZip, sampleArchive, sampleSecrets, writeFolder } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { DIAGNOSTICS } from "@archive/schema";
import { inspect } from "@archive/transform";
import { csvTarget, ndjsonTarget, textTarget } from "@archive/transform/data";
import { activitystreamsTarget } from "@archive/transform/fediverse";
import { atomTarget, jsonFeedTarget, rssTarget } from "@archive/transform/feeds";
import { htmlTarget } from "@archive/transform/html";
import { markdownTarget } from "@archive/transform/markdown";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesOfZip, madeInNode } from "./playground/made-in-node.js";
import {
  CHROMIUM,
  chooseFile,
  download,
  openInPage,
  panelText,
  type ServedPage,
  servedPage,
  shownText,
} from "./playground/served-page.js";
import { writeSparseZip } from "./playground/sparse-zip.js";

/** The page is built of the packages' builds, which `pnpm test` makes first. */
const BUILT = [
  "reader/dist/index.browser.js",
  "transform/dist/fediverse.js",
  "fixtures/dist/sample.zip",
].every((path) => existsSync(new URL(`../../../packages/${path}`, import.meta.url)));
const CORPUS = fileURLToPath(new URL("../../../../shared/corpora/02-outboxes/", import.meta.url));
const REAL = ["zip", "tar", "tar.gz"].map((kind) => `lmorchard-fossilizer/mastodon-export.${kind}`);

describe.skipIf(CHROMIUM === undefined || !BUILT)("playground (needs Chromium and built packages)", () => {
  const folder = mkdtempSync(join(tmpdir(), "playground-archives-"));
  const sample = join(folder, "archive-20251108120000-0123456789abcdef0123456789abcdef.zip");
  let served: ServedPage;

  beforeAll(async () => {
    writeFileSync(sample, await packZip(sampleArchive()));
    served = await servedPage();
  });
  afterAll(async () => {
    await served?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  async function withPage(run: (page: Page) => Promise<void>): Promise<void> {
    const { page, trouble } = await served.open({ viewport: { width: 1280, height: 900 } });
    try {
      await run(page);
      expect(trouble).toEqual([]);
    } finally {
      await page.close();
    }
  }

  /** The overview's numbers are those that the library counts here. */
  async function expectCounts(page: Page, path: string): Promise<void> {
    await using archive = await openArchive(path);
    const { posts, archive: facts } = await inspect(archive);
    const text = await panelText(page, /^Overview/);
    expect(text).toMatch(new RegExp(`Posts\\n${posts.total.toLocaleString("en-GB")}\\n`));
    expect(text).toContain(facts.era === null ? facts.dialect : `${facts.dialect} ${facts.era}`);
    expect(text.replaceAll(/\s+/g, " ")).toContain(
      `Direct: the people it names ${posts.byVisibility.direct} `,
    );
  }

  it("shows the sample without a file and without a request that leaves", async () => {
    await withPage(async (page) => {
      await page.getByRole("button", { name: "Try the sample" }).click();
      await page.getByRole("tab", { name: /^Findings \(\d+\)$/ }).waitFor();
      await expectCounts(page, sample);
      expect(await panelText(page, /^Findings/)).toContain("No errors");
      await page.getByRole("tabpanel").locator("summary").first().click();
      expect(await shownText(page.getByRole("tabpanel"))).toContain("media/missing");
    });
    expect(served.asked.filter((path) => !path.startsWith("/x/"))).toEqual([]);
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
      expect(same(expected, readFileSync(path))).toBe(true);
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

  it("can send nothing, from the page or from the worker that reads the archive", async () => {
    const { page } = await served.open();
    const fetching = async (address: string): Promise<string> =>
      fetch(address).then(
        () => "sent",
        () => "refused",
      );
    await openInPage(page, sample);
    const before = served.asked.length;
    const [worker] = page.workers();
    expect(await page.evaluate(fetching, served.url)).toBe("refused");
    expect(await worker?.evaluate(fetching, served.url)).toBe("refused");
    const socket = await worker?.evaluate(
      (address: string) => {
        try {
          return new Promise<string>((resolve) => {
            const each = new WebSocket(address);
            each.onopen = () => resolve("sent");
            each.onerror = () => resolve("refused");
          });
        } catch {
          return "refused";
        }
      },
      served.url.replace("http:", "ws:"),
    );
    expect(socket).toBe("refused");
    expect(served.asked.length).toBe(before);
    const policy = await page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    await page.close();
  });

  it("hides private posts until they are asked for, and marks them", async () => {
    const { texts } = sampleSecrets();
    await withPage(async (page) => {
      await openInPage(page, sample);
      await page.getByRole("tab", { name: "Posts" }).click();
      const panel = page.getByRole("tabpanel");
      await panel.locator("article").first().waitFor();
      for (;;) {
        const more = panel.getByRole("button", { name: "Show more" });
        if ((await more.count()) === 0) break;
        const shown = await panel.locator("article").count();
        await more.click();
        await expect.poll(() => panel.locator("article").count()).toBeGreaterThan(shown);
      }
      const open = await page.content();
      expect(texts.filter((text) => open.includes(text))).toEqual([]);
      expect(await panel.locator("article.private").count()).toBe(0);

      await panel.getByRole("checkbox", { name: /^Public/ }).uncheck();
      await panel.getByRole("checkbox", { name: /^Unlisted/ }).uncheck();
      await panel.getByRole("checkbox", { name: /^Followers only/ }).check();
      await panel.getByRole("checkbox", { name: /^Direct/ }).check();
      await expect.poll(() => panel.locator("article.private").count()).toBeGreaterThan(0);
      await expect.poll(() => panel.locator("article:not(.private)").count()).toBe(0);
      expect(await shownText(panel.locator("article").first())).toMatch(/written for the people/);
      const secret = await page.content();
      expect(texts.some((text) => secret.includes(text))).toBe(true);
    });
  });

  it("runs nothing of what posts hold, and loads nothing they name", async () => {
    const hostile = `<p>hostile words</p><img src="https://evil.example/pixel.png" onerror="window.hacked=1">
      <script>window.hacked=1</script><a href="javascript:window.hacked=1">run</a><svg onload="window.hacked=1"></svg>
      <iframe src="https://evil.example/"></iframe><style>@import "https://evil.example/a.css"</style>`;
    const id = "https://social.example/users/eve/statuses/1";
    const [to, published] = [["https://www.w3.org/ns/activitystreams#Public"], "2024-05-01T10:00:00Z"];
    const note = {
      id,
      type: "Note",
      published,
      to,
      content: hostile,
      summary: null,
      url: "javascript:alert(1)",
    };
    const create = {
      id: `${id}/activity`,
      type: "Create",
      actor: "https://social.example/users/eve",
      published,
      to,
    };
    const outbox = {
      id: "outbox.json",
      type: "OrderedCollection",
      orderedItems: [{ ...create, object: note }],
    };
    const path = join(folder, "hostile.json");
    writeFileSync(path, JSON.stringify({ "@context": "https://www.w3.org/ns/activitystreams", ...outbox }));
    await withPage(async (page) => {
      await openInPage(page, path);
      await page.getByRole("tab", { name: "Posts" }).click();
      const article = page.getByRole("tabpanel").locator("article");
      await article.getByText("hostile words").waitFor();
      expect(await article.locator("script, iframe, style, svg, img, [onload], [onerror]").count()).toBe(0);
      expect(await article.locator("a[href^='javascript' i]").count()).toBe(0);
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    });
  });

  it("searches words and narrows by year and media, and shows pictures of the archive", async () => {
    await withPage(async (page) => {
      await openInPage(page, sample);
      await page.getByRole("tab", { name: "Posts" }).click();
      const panel = page.getByRole("tabpanel");
      const found = panel.locator(".found");
      await expect.poll(() => shownText(found)).toMatch(/^280 posts/);
      await panel.getByLabel("Search").fill("paper folder");
      await expect.poll(() => shownText(found)).toMatch(/^\d{1,2} posts?\b/);
      expect(await shownText(panel.locator("article").first())).toContain("paper");
      await panel.getByLabel("Search").fill("");
      await panel.getByLabel("Year").selectOption("2021");
      await panel.getByLabel("With").selectOption({ label: "Pictures" });
      await expect.poll(() => shownText(panel.locator("article time").first())).toContain("2021");
      await panel.locator("article img").first().waitFor();
      const width = await panel
        .locator("article img")
        .first()
        .evaluate(async (image) => {
          if (!(image instanceof HTMLImageElement)) return 0;
          await image.decode();
          return image.naturalWidth;
        });
      expect(width).toBeGreaterThan(0);
    });
  });

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
        const differing = [...expected].filter(([file, bytes]) => !same(bytes, files.get(file)));
        expect(
          differing.map(([file]) => file),
          offer,
        ).toEqual([]);
        for (const [file, bytes] of files) expectNothing(texts.concat(ids), bytes, file);
      }
      for (const [offer, expected] of single) {
        const { path } = await download(page, offer);
        const bytes = readFileSync(path);
        expect(same([...expected.values()][0] ?? new Uint8Array(), bytes), offer).toBe(true);
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
        expect(same(expected, readFileSync(made))).toBe(true);
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
      const session = await served.browser.newBrowserCDPSession();
      const { processInfo } = await session.send("SystemInfo.getProcessInfo");
      const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => resident(id));
      expect(renderers.length).toBeGreaterThan(0);
      expect(Math.max(...renderers)).toBeLessThan(300 * 2 ** 20);
    });
  });

  it("explains what can't be read", async () => {
    const broken = new Map<string, string | Uint8Array>([
      ["notes.txt", "just a text"],
      ["empty.zip", ""],
      ["photos.zip", rawZip([{ name: "a.jpg", data: "x" }])],
    ]);
    await withPage(async (page) => {
      for (const [name, content] of broken) {
        const path = join(folder, name);
        writeFileSync(path, content);
        const code = await thrownCode(path);
        await chooseFile(page, path);
        const alert = page.getByRole("alert").filter({ hasText: code });
        await alert.waitFor();
        expect(await shownText(alert)).toContain(DIAGNOSTICS[code].title);
        expect(await shownText(alert)).toContain(DIAGNOSTICS[code].hint);
        expect(await alert.getByRole("link").getAttribute("href")).toBe(`/x/reference/diagnostic/${code}/`);
        await page.getByRole("button", { name: "Open another archive" }).click();
      }
    });
  });

  it("lists what is broken in an archive that can be read", async () => {
    const path = join(folder, "damaged.zip");
    const files = new Map(sampleArchive());
    files.set("outbox.json", (files.get("outbox.json") ?? new Uint8Array()).slice(0, 60_000));
    writeFileSync(path, await packZip(files));
    await withPage(async (page) => {
      await openInPage(page, path);
      const text = await panelText(page, /^Findings/);
      expect(text).toMatch(/\d+ errors?: some of the data is wrong or lost/);
    });
  });

  it("stops when it is told to", async () => {
    await withPage(async (page) => {
      await chooseFile(page, sample);
      await page
        .getByRole("button", { name: /^Cancel|^Open another/ })
        .first()
        .click();
      await page.getByRole("button", { name: "Try the sample" }).waitFor();
      await expect.poll(() => page.workers().length).toBe(0);
      await openInPage(page, sample);
      await page.getByRole("tab", { name: /^Downloads/ }).click();
      await page.getByRole("button", { name: "Make Web site" }).click();
      await page.getByRole("tabpanel").getByRole("button", { name: "Cancel" }).click();
      await expect.poll(() => page.getByRole("button", { name: "Make Web site" }).isEnabled()).toBe(true);
      expect(await page.getByRole("link", { name: /^Save/ }).count()).toBe(0);
      const { name } = await download(page, "CSV");
      expect(name).toMatch(/\.csv$/);
    });
  });

  it("is led by the keyboard", async () => {
    await withPage(async (page) => {
      await openInPage(page, sample);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
      await page.getByRole("tab", { name: "Overview" }).focus();
      await page.keyboard.press("ArrowRight");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Posts");
      await page.keyboard.press("End");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Downloads");
      await page.keyboard.press("ArrowRight");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Overview");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("tabpanel");
    });
  });

  it.each(["light", "dark"] as const)("has no faults that axe knows of, %s", async (colorScheme) => {
    const { page } = await served.open({ colorScheme, bypassCSP: true });
    const expectClean = async (where: string): Promise<void> => {
      await page.evaluate(axe.source);
      const violations: unknown = await page.evaluate(
        "axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0]?.html))",
      );
      expect(violations, where).toEqual([]);
    };
    await expectClean("start");
    await openInPage(page, sample);
    for (const tab of [/^Overview/, /^Posts/, /^Findings/, /^Downloads/]) {
      await page.getByRole("tab", { name: tab }).click();
      if (String(tab) === "/^Posts/") {
        await page
          .getByRole("tabpanel")
          .getByRole("checkbox", { name: /^Direct/ })
          .check();
        await page.locator("article.private").first().waitFor();
      }
      for (const summary of await page.getByRole("tabpanel").locator("summary").all()) await summary.click();
      await expectClean(String(tab));
    }
    await page.close();
  });

  it.each([320, 390, 1280])("fits a screen %i px wide", async (width) => {
    const { page } = await served.open({ viewport: { width, height: 800 } });
    await openInPage(page, sample);
    for (const tab of [/^Overview/, /^Posts/, /^Findings/, /^Downloads/]) {
      await page.getByRole("tab", { name: tab }).click();
      if (String(tab) === "/^Posts/") await page.locator("article").first().waitFor();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        String(tab),
      ).toBeLessThanOrEqual(width);
    }
    await page.close();
  });
});

function same(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return b !== undefined && Buffer.compare(a, b) === 0;
}

function expectNothing(secrets: readonly string[], bytes: Uint8Array, where: string): void {
  const text = Buffer.from(bytes).toString("utf8");
  expect(
    secrets.filter((secret) => text.includes(secret)),
    where,
  ).toEqual([]);
}

async function thrownCode(path: string): Promise<keyof typeof DIAGNOSTICS> {
  const error: unknown = await openArchive(path).catch((thrown: unknown) => thrown);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = Object.keys(DIAGNOSTICS).find((each) => each === code);
  if (known === undefined) throw new Error(`opens: ${path}`);
  return known as keyof typeof DIAGNOSTICS; // one of its own keys
}

/** Memory of a process that lies in RAM and is its own, in bytes. */
function resident(id: number): number {
  const rollup = readFileSync(`/proc/${id}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? Number.NaN) * 1024;
}
