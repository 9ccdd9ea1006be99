import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSite } from "./site-server.js";

const dist = process.env.DOCS_DIST ?? fileURLToPath(new URL("../dist", import.meta.url));
const executablePath = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
  (path) => path !== undefined && existsSync(path),
);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const PAGES = [
  "",
  "getting-started/",
  "guides/moving/",
  "formats/mastodon/",
  "comparison/",
  "validate/",
  "reference/cli/convert/",
  "reference/targets/",
  "reference/diagnostic/media/missing/",
  "reference/class/note/",
  "reference/schemas/as2/",
];

const home = join(dist, "index.html");
// The base path it was built for stands in every address of its own.
const base = existsSync(home)
  ? (/href="([^"]*)favicon\.svg"/.exec(readFileSync(home, "utf8"))?.[1] ?? "/")
  : "/";

describe.skipIf(!existsSync(home) || executablePath === undefined)(
  "the docs site (needs its build, and Chromium)",
  () => {
    let site: Awaited<ReturnType<typeof serveSite>>;
    let browser: Browser;
    const foreign: string[] = [];

    beforeAll(async () => {
      site = await serveSite(dist, base);
      browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
    });

    afterAll(async () => {
      await browser.close();
      await site[Symbol.asyncDispose]();
    });

    async function opened(path: string, colorScheme: "light" | "dark", width: number): Promise<Page> {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
      page.setDefaultTimeout(100_000);
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(site.url) && !/^(?:data|blob):/.test(url)) foreign.push(url);
      });
      await page.goto(site.url + path);
      return page;
    }

    it("has a playground whose policy lets all of its styles in", async () => {
      const page = await browser.newPage();
      const refused: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") refused.push(message.text());
      });
      await page.goto(`${site.url}playground/`);
      const paper = await page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
      await page.close();
      expect(refused).toEqual([]);
      expect(paper).toBe("rgb(251, 249, 244)");
    });

    it.each(
      PAGES.flatMap((path) => [
        { path, scheme: "light" as const, width: 1280 },
        { path, scheme: "dark" as const, width: 390 },
      ]),
    )("/$path is accessible ($scheme, $width px)", async ({ path, scheme, width }) => {
      const page = await opened(path, scheme, width);
      await page.evaluate(axe);
      const found: unknown = await page.evaluate(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))",
      );
      const wide = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      await page.close();
      expect(found).toEqual([]);
      expect(wide, "scrolls sideways").toBe(0);
    });

    it("checks a document that is pasted, and leads to what findings mean", async () => {
      const page = await opened("validate/", "light", 1280);
      await page.getByRole("button", { name: "Validate" }).click();
      await page.locator(".result li").first().waitFor();
      expect(await page.locator(".result").textContent()).toContain("as2/invalid-date");
      await page.locator(".result a", { hasText: "as2/invalid-date" }).click();
      await page.waitForURL(`${site.url}reference/diagnostic/as2/invalid-date/`);
      expect(await page.locator("h1").textContent()).toBe("as2/invalid-date");
      await page.close();
    });

    it("finds words without a network", async () => {
      const page = await opened("getting-started/", "light", 1280);
      await page.getByRole("button", { name: "Search" }).click();
      await page.locator("dialog input").fill("expired");
      const hit = page.locator("dialog a[href*='link-expired']").first();
      await hit.waitFor();
      expect(await hit.getAttribute("href")).toContain(`${base}guides/link-expired/`);
      await page.close();
    });

    it("serves each schema at the path of its $id", async () => {
      for (const name of ["as2/Note", "wild/Note", "profile"]) {
        const path = `v1/${name}.schema.json`;
        const schema: unknown = await (await fetch(site.url + path)).json();
        expect(schema).toMatchObject({ $id: `https://schemas.ap-archive.example/${path}` });
      }
    });

    it("asks no other host for anything", () => {
      expect(foreign).toEqual([]);
    });
  },
);
