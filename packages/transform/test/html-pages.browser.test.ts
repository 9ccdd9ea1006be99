import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import checker from "axe-core";
import { HtmlValidate } from "html-validate/node";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVERYTHING, everyPage, words } from "./html-every-page.js";
import { type Pages, pagesOf } from "./html-pages.js";

declare global {
  /** What the checker's source puts into a page. */
  var axe: typeof import("axe-core");
}

/** What a busy machine may need for one step of a page. */
const PATIENCE_MS = 100_000;
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
  undated: /^undated\/index\.html$/,
  gallery_year: /^gallery\/2024\//,
  not_found: /^404\.html$/,
  search: /^search\/index\.html$/,
};
/** Colours, width and direction. */
const LOOKS = [
  ["light", 1440, "ltr"],
  ["dark", 390, "rtl"],
  ["light", 390, "rtl"],
  ["dark", 1440, "ltr"],
] as const;

/** What is asked of the search page so that it shows results, filters and highlights. */
const ASKED = "#q=post";

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

  /** A page as a person sees it: the one for searching with what it found. */
  async function open(context: BrowserContext, folder: string, path: string): Promise<Page> {
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const isSearch = KINDS.search?.test(path) === true;
    if (path === "404.html") {
      // Its links begin at the root, for a server shows it at any address.
      await page.route(`${EVERYTHING.baseUrl}**`, (route) =>
        route.fulfill({ path: join(root, folder, new URL(route.request().url()).pathname) }),
      );
      await page.goto(EVERYTHING.baseUrl + path);
    } else await page.goto(urlOf(folder, path) + (isSearch ? ASKED : ""));
    if (isSearch) await page.waitForSelector(".results li");
    return page;
  }

  /** What a checker finds on a page in every look it can have. */
  async function violations(folder: string, path: string): Promise<readonly string[]> {
    // The policy of the pages rightly stops the checker's own script.
    const context = await browser.newContext({ bypassCSP: true });
    const page = await open(context, folder, path);
    await page.evaluate(checker.source);
    const found: string[] = [];
    for (const [colorScheme, width, direction] of LOOKS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate((dir) => {
        document.documentElement.dir = dir;
        for (const details of document.querySelectorAll("details")) details.open = true;
      }, direction);
      const { violations } = await page.evaluate(() =>
        globalThis.axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        }),
      );
      found.push(
        ...violations.map(
          ({ id, nodes }) => `${colorScheme} ${direction} ${id}: ${nodes[0]?.html.slice(0, 200)}`,
        ),
      );
    }
    await context.close();
    return found;
  }

  it.each([
    ...Object.entries(KINDS).map(([name, kind]) => [name, "site", kind] as const),
    ["home of two", "two", /^index\.html$/] as const,
    ["month of two", "two", /^2024\/02\/index\.html$/] as const,
  ])(
    "are accessible in both colour schemes and both directions: %s",
    async (_, folder, kind) => {
      expect(await violations(folder, kindPath(kind))).toEqual([]);
    },
    120_000,
  );

  it("are valid HTML also where the search page's script wrote them", async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:standard"],
      // How a browser writes what it holds, and no fault of the script.
      rules: {
        "attribute-boolean-style": "off",
        "attribute-empty-style": "off",
        "no-trailing-whitespace": "off",
      },
    });
    const context = await browser.newContext();
    const page = await open(context, "site", "search/index.html");
    const report = await validator.validateString(await page.content(), "search/index.html");
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    await context.close();
  });

  it("ask for nothing from elsewhere and run nothing but the site's own scripts, whatever posts say", async () => {
    const context = await browser.newContext();
    context.setDefaultTimeout(PATIENCE_MS);
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
        if (path === "404.html" || !existsSync(join(root, folder, path))) continue;
        await page.goto(urlOf(folder, path));
        expect(await page.evaluate(() => "hacked" in globalThis), path).toBe(false);
      }
    }
    expect(told).toEqual([]);
    await context.close();
  }, 120_000);

  it("remember the chosen colours, before anything is painted", async () => {
    const context = await browser.newContext({ colorScheme: "light" });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await page.goto(urlOf("site", "index.html"));
    expect(await page.getAttribute("html", "data-theme")).toBeNull();
    await page.getByRole("button", { name: "Dark" }).click();
    await page.goto(urlOf("site", "about/index.html"));
    expect(await page.getAttribute("html", "data-theme")).toBe("dark");
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(paper).toBe("rgb(23, 20, 17)");
    await context.close();
  });

  it("show a picture over the page, and close it with the keyboard", async () => {
    const context = await browser.newContext();
    context.setDefaultTimeout(PATIENCE_MS);
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
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await page.goto(urlOf("site", "gallery/index.html"));
    expect(await page.locator("button").count()).toBe(0);
    await page.getByRole("link", { name: "A street." }).click();
    expect(await page.locator(".said").textContent()).toBe("A street.");
    await context.close();
  });
});
