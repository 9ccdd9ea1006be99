import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVERYTHING, everyPage, words } from "./html-every-page.js";
import { type Pages, pagesOf } from "./html-pages.js";

const CHROMIUM = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);
// The smallest picture there is: a browser has to be able to show it.
const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const ATTACK = `"'><script>window.hacked=1</script><img src=x onerror=window.hacked=1></title></script>`;

/** One page of each kind, named by the part of its path that tells its kind. */
const KINDS: Readonly<Record<string, RegExp>> = {
  home: /^index\.html$/,
  about: /^about\//,
  year: /^2024\/index\.html$/,
  month: /^2024\/02\/index\.html$/,
  post: /^2024\/02\/03-[^/]+\/index\.html$/,
  event: /^2024\/02\/07-[^/]+\/index\.html$/,
  edited: /^2024\/02\/08-[^/]+\/index\.html$/,
  thread: /\/thread\/index\.html$/,
  gallery: /^gallery\/index\.html$/,
  picture: /^2024\/02\/03-[^/]+\/picture-1\//,
  veiled: /^2024\/02\/04-[^/]+\/picture-1\//,
  film: /^2024\/02\/06-[^/]+\/picture-1\//,
  tags: /^tags\/index\.html$/,
  tag: /^tags\/cartography\//,
  statistics: /^statistics\//,
  boosts: /^boosts\//,
  likes: /^likes\//,
};

describe.skipIf(CHROMIUM === undefined)("the pages in Chromium", () => {
  const root = mkdtempSync(join(tmpdir(), "html-pages-"));
  let browser: Browser;
  let paths: readonly string[] = [];

  function write(folder: string, pages: Pages): void {
    for (const [path, content] of pages) {
      const file = join(root, folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, path.startsWith("media/") ? PIXEL : content);
    }
  }

  beforeAll(async () => {
    const pages = await pagesOf(everyPage(), EVERYTHING);
    paths = [...pages.keys()];
    write("site", pages);
    const two = everyPage({ others: [{ name: "Ada", id: "https://b.example/ada" }] });
    write("two", await pagesOf(two, EVERYTHING));
    const account = { name: ATTACK, bio: words(ATTACK), handle: ATTACK };
    write(
      "hostile",
      await pagesOf(everyPage({ account, others: [account] }), { ...EVERYTHING, title: ATTACK }),
    );
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(root, { recursive: true, force: true });
  });

  const urlOf = (folder: string, path: string): string => pathToFileURL(join(root, folder, path)).href;
  const kindPath = (kind: RegExp): string => paths.find((path) => kind.test(path)) ?? "";

  async function violations(
    context: BrowserContext,
    folder: string,
    path: string,
    direction: "ltr" | "rtl",
  ): Promise<readonly string[]> {
    const page = await context.newPage();
    await page.goto(urlOf(folder, path));
    await page.evaluate((dir) => {
      document.documentElement.dir = dir;
      for (const details of document.querySelectorAll("details")) details.open = true;
    }, direction);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { readonly axe: typeof import("axe-core") }).axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      }),
    );
    await page.close();
    return violations.map(({ id, nodes }) => `${path} ${direction} ${id}: ${nodes[0]?.html.slice(0, 200)}`);
  }

  it.each([
    ["light", 1440, "ltr"],
    ["dark", 390, "rtl"],
  ] as const)(
    "are accessible in the %s at %i px, %s",
    async (colorScheme, width, direction) => {
      // The policy of the pages rightly stops the checker's own script.
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 900 },
        bypassCSP: true,
      });
      for (const kind of Object.values(KINDS)) {
        expect(await violations(context, "site", kindPath(kind), direction)).toEqual([]);
      }
      expect(await violations(context, "two", "index.html", direction)).toEqual([]);
      expect(await violations(context, "two", "2024/02/index.html", direction)).toEqual([]);
      await context.close();
    },
    300_000,
  );

  it("ask for nothing from elsewhere and run nothing but the site's own scripts, whatever posts say", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const told: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) told.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") told.push(message.text());
    });
    page.on("pageerror", (error) => told.push(error.message));
    for (const folder of ["site", "hostile"]) {
      for (const kind of Object.values(KINDS)) {
        const path = kindPath(kind);
        if (folder === "hostile" && !existsSync(join(root, folder, path))) continue;
        await page.goto(urlOf(folder, path));
        expect(await page.evaluate(() => "hacked" in globalThis), path).toBe(false);
      }
    }
    expect(told).toEqual([]);
    await context.close();
  }, 120_000);

  it("remember the chosen colours, before anything is painted", async () => {
    const context = await browser.newContext({ colorScheme: "light" });
    const page = await context.newPage();
    await page.goto(urlOf("site", "index.html"));
    expect(await page.getAttribute("html", "data-theme")).toBeNull();
    await page.getByRole("button", { name: "Dark" }).click();
    await page.goto(urlOf("site", "about/index.html"));
    expect(await page.getAttribute("html", "data-theme")).toBe("dark");
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(paper).toBe("rgb(23, 20, 17)");
    await context.close();
  });

  it("show a picture over the page, and close it with the keyboard", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(urlOf("site", "gallery/index.html"));
    await page.getByRole("link", { name: "A street." }).click();
    await expect.poll(() => page.getByRole("dialog").count()).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    expect(page.url()).toContain("gallery");
    await context.close();
  });

  it("do without scripts: pictures open their pages, nothing is dead", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(urlOf("site", "gallery/index.html"));
    expect(await page.locator("button").count()).toBe(0);
    await page.getByRole("link", { name: "A street." }).click();
    expect(await page.locator(".said").textContent()).toBe("A street.");
    await context.close();
  });
});
