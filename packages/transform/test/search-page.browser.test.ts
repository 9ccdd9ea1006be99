import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleSearchScript } from "../src/generate/search-script.js";
import { searchScript } from "../src/theme/search/generated/search-script.js";
import { pagesOf } from "./html-pages.js";
import { attachment, picture, post, selectionOf } from "./html-selection.js";

/** What a busy machine may need for one step of a page. */
const PATIENCE_MS = 100_000;
const CHROMIUM = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);
const HOSTILE = `"'><script>window.hacked=1</script><img src=x onerror=window.hacked=1></script>\u2028]]>--> needle`;

function text(value: string) {
  return [{ type: "element", name: "p", children: [{ type: "text", value }] }] as const;
}

const POSTS = [
  post({
    key: "aaaaaaaa",
    published: "2022-03-14T08:50:00Z",
    content: text("The sea moves twice a day, says every tide table."),
  }),
  post({
    key: "bbbbbbbb",
    published: "2023-03-15T08:50:00Z",
    content: text("Tides again"),
    contentWarning: "Drowning, all well",
  }),
  post({
    key: "cccccccc",
    published: "2023-03-16T08:50:00Z",
    content: text("Three pictures."),
    attachments: [attachment({ media: "a", alt: "Fine tidal lines" })],
  }),
  post({
    key: "dddddddd",
    published: "2023-03-17T08:50:00Z",
    kind: "poll",
    content: text("Best unit of time?"),
    poll: { multiple: false, options: [{ name: "tide", votes: 1 }], voters: 1, endTime: null, closed: true },
  }),
  post({
    key: "eeeeeeee",
    published: "2024-03-17T08:50:00Z",
    language: "ja",
    content: text("今日は東京都に行きました"),
  }),
  post({
    key: "ffffffff",
    published: "2024-03-18T08:50:00Z",
    language: "ar",
    direction: "rtl",
    content: text("قرأت الكِتَاب"),
  }),
  post({
    key: "gggggggg",
    published: "2024-04-01T08:50:00Z",
    content: text(HOSTILE),
    title: HOSTILE,
    tags: [
      { kind: "hashtag", name: HOSTILE.replaceAll(" ", "") },
      { kind: "mention", name: HOSTILE.replaceAll(" ", ""), url: null },
    ],
    attachments: [attachment({ alt: HOSTILE })],
    inReplyTo: { kind: "remote", url: "https://x.example/1" },
  }),
  ...Array.from({ length: 30 }, (_, index) =>
    post({
      key: `many${String(index).padStart(4, "0")}`,
      published: `2021-01-${String((index % 28) + 1).padStart(2, "0")}T10:00:00Z`,
      content: text("one of many"),
    }),
  ),
];

it("the script in the package is made of its source", async () => {
  const entry = fileURLToPath(new URL("../src/theme/search/client/main.ts", import.meta.url));
  expect(searchScript).toBe(await bundleSearchScript(entry));
  expect(searchScript).not.toMatch(
    /innerHTML|insertAdjacent|document\.write|\beval\b|new Function|fetch\(|Worker/,
  );
});

describe.skipIf(CHROMIUM === undefined)(
  "the search page in a browser, from a disk (skipped without Chromium)",
  () => {
    let browser: Browser;
    let folder: string;
    const requests: string[] = [];
    const faults: string[] = [];

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "search-page-"));
      const media = { a: picture("0a.webp") };
      for (const [path, content] of await pagesOf(selectionOf({ posts: POSTS, media }))) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      browser = await chromium.launch({
        ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
        args: ["--no-sandbox"],
      });
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function open(hash = "", javaScriptEnabled = true, path = "search/index.html"): Promise<Page> {
      const context = await browser.newContext({ javaScriptEnabled });
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      page.on("request", (request) => void requests.push(request.url()));
      page.on("console", (message) => {
        // The picture of these tests is no picture.
        if (message.type() === "error" && !message.text().includes("webp")) faults.push(message.text());
      });
      page.on("pageerror", (error) => void faults.push(String(error)));
      page.on("dialog", (dialog) => void faults.push(dialog.message()));
      await page.goto(`${pathToFileURL(join(folder, path))}${hash}`);
      return page;
    }

    async function hits(page: Page, query: string): Promise<readonly string[]> {
      await page.fill("#search-q", query);
      await page.press("#search-q", "Enter");
      await page.waitForFunction(() => {
        const asked = document.querySelector<HTMLInputElement>("#search-q")?.value;
        const isDone = document.querySelector("#search-results")?.ariaBusy === "false";
        return isDone && new URLSearchParams(location.hash.slice(1)).get("q") === asked;
      });
      return page.locator(".results .where").allTextContents();
    }

    it("finds posts in texts, descriptions, polls and behind warnings, newest first", async () => {
      const page = await open();
      expect(await hits(page, "tid")).toEqual([
        "17 March 2023, 08:50, in a poll",
        "16 March 2023, 08:50, in a description",
        "15 March 2023, 08:50",
        "14 March 2022, 08:50",
      ]);
      expect(await page.textContent("#search-found")).toBe("4 posts");
      expect(await page.locator(".results mark").allTextContents()).toEqual(["tid", "tid", "tid"]);
      const warned = await page.locator(".results li").nth(2).textContent();
      expect(warned).toContain("Drowning, all well");
      expect(warned).not.toContain("again");
      expect(await page.locator(".results img").count()).toBe(1);
      expect(await page.locator(".results .who").count()).toBe(0);
      await page.locator(".results a").first().click();
      await page.waitForURL("**/2023/03/17-dddddddd/index.html");
      await page.context().close();
    });

    it("finds scripts without spaces, Arabic and accents", async () => {
      const page = await open();
      expect((await hits(page, "東京都")).length).toBe(1);
      expect(await page.locator(".results mark").allTextContents()).toEqual(["東京都"]);
      expect((await hits(page, "كتاب")).length).toBe(1);
      expect((await hits(page, "tidé")).length).toBe(3);
      expect((await hits(page, "nothing like it")).length).toBe(0);
      expect(await page.textContent("#search-found")).toBe("No post was found.");
      await page.context().close();
    });

    it("opens every filter again once nothing is asked for", async () => {
      const page = await open();
      await hits(page, "nothing like it");
      expect(await page.locator("#search-year option:disabled").count()).toBeGreaterThan(0);
      await page.fill("#search-q", "");
      await page.press("#search-q", "Enter");
      await page.waitForFunction(
        () => document.querySelector<HTMLElement>("#search-results")?.hidden === true,
      );
      expect(await page.locator("#search :disabled").count()).toBe(0);
      expect(await page.locator("#search-year option").allTextContents()).toContain("2023");
      await page.selectOption("#search-year", "2023");
      await page.waitForSelector(".results li");
      await page.context().close();
    });

    it("narrows by its filters, counts them, keeps all in the address and goes back to it", async () => {
      const page = await open();
      await hits(page, "tid");
      expect(await page.locator("#search-year option").allTextContents()).toContain("2023 (3)");
      await page.selectOption("#search-year", "2023");
      await page.waitForFunction(() => document.querySelectorAll(".results li").length === 3);
      await page.selectOption("#search-kind", "poll");
      await page.waitForFunction(() => document.querySelectorAll(".results li").length === 1);
      const { hash } = new URL(page.url());
      await page.context().close();
      const again = await open(hash);
      await again.waitForSelector(".results li");
      expect(await again.locator(".results .where").allTextContents()).toEqual([
        "17 March 2023, 08:50, in a poll",
      ]);
      expect(await again.inputValue("#search-q")).toBe("tid");
      await again.context().close();
    });

    it("works by keys alone, and shows more when asked", async () => {
      const page = await open();
      await hits(page, "many");
      expect(await page.locator(".results li").count()).toBe(10);
      await page.press("#search-q", "ArrowDown");
      await page.keyboard.press("ArrowDown");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("January 2021");
      await page.keyboard.press("Escape");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-q");
      await page.keyboard.press("Escape");
      await page.waitForFunction(
        () => document.querySelector<HTMLElement>("#search-results")?.hidden === true,
      );
      await hits(page, "many");
      await page.locator("#search-results .more button").focus();
      await page.keyboard.press("/");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-q");
      await page.locator("#search-results .more button").click();
      await page.waitForFunction(() => document.querySelectorAll(".results li").length === 20);
      await page.context().close();
    });

    it("says who wrote what where several persons share a site, with the colour of each", async () => {
      const shared = join(folder, "shared");
      const others = [{ name: "وفاء" }, { name: HOSTILE }];
      const posts = [0, 1, 2].map((account) =>
        post({ account, published: `2024-05-0${account + 1}T08:50:00Z`, content: text("low tide") }),
      );
      for (const [path, content] of await pagesOf(selectionOf({ posts, others }))) {
        mkdirSync(dirname(join(shared, path)), { recursive: true });
        writeFileSync(join(shared, path), content);
      }
      const page = await open("", true, "shared/search/index.html");
      await hits(page, "tide");
      const who = page.locator(".results .who");
      expect(await who.allTextContents()).toEqual([HOSTILE, "وفاء", "Tess"]);
      const colours = await who.evaluateAll((all) =>
        all.map((each) => getComputedStyle(each, "::before").backgroundColor),
      );
      expect(new Set(colours).size).toBe(3);
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
      await page.context().close();
    });

    it("says that it needs JavaScript where there is none, and shows no dead form", async () => {
      const page = await open("", false);
      expect(await page.textContent("main")).toContain("Searching needs JavaScript");
      expect(await page.locator("#search-q").isVisible()).toBe(false);
      await page.context().close();
    });

    it("runs nothing of hostile posts, and asks no one else for anything", async () => {
      const page = await open();
      expect((await hits(page, "needle")).length).toBe(1);
      expect((await hits(page, HOSTILE)).length).toBeLessThanOrEqual(1);
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
      const poisoned = await open(
        `#q=${encodeURIComponent(HOSTILE)}&year=${encodeURIComponent(HOSTILE)}&constructor=1&__proto__=1`,
      );
      await poisoned.waitForTimeout(200);
      expect(await poisoned.evaluate(() => "hacked" in window)).toBe(false);
      expect(requests.filter((url) => !url.startsWith("file:"))).toEqual([]);
      expect(faults).toEqual([]);
      await page.context().close();
    });
  },
);
