import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { HtmlOptions } from "@archive/transform/html";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { words } from "./html-every-page.js";
import { pagesOf } from "./html-pages.js";
import { type MadeSelection, post, selectionOf } from "./html-selection.js";

const CHROMIUM = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);
const PATIENCE_MS = 100_000;
const LONG = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(5);
const HASHTAG = { kind: "hashtag", name: LONG } as const;

/** An account in which everything that can be long is longer than a page is wide. */
const UNBROKEN: MadeSelection = {
  account: {
    name: LONG,
    bio: words(LONG) ?? [],
    fields: [
      { name: LONG, value: words("short") ?? [] },
      { name: "short", value: words(LONG) ?? [] },
    ],
  },
  posts: [
    post({ published: "2024-05-01T08:00:00Z", content: words(`${LONG} #${LONG}`), tags: [HASHTAG] }),
    post({ published: "2024-05-02T08:00:00Z", contentWarning: LONG, content: words("Behind it.") }),
    post({
      published: "2024-05-03T08:00:00Z",
      kind: "poll",
      poll: {
        multiple: false,
        options: [{ name: LONG, votes: 12_345 }],
        voters: 2,
        endTime: null,
        closed: true,
      },
    }),
    post({ published: "2024-05-04T08:00:00Z", title: LONG, content: words(LONG) }),
    post({ published: "2024-05-05T08:00:00Z" }),
  ],
};

/** A post with everything that stands beside one. */
const EDITED = [
  post({
    published: "2024-05-28T21:59:00Z",
    updated: "2024-09-28T00:00:00Z",
    audience: { visibility: "followers", basis: "addressing" },
    goneSince: "2024-09-28T00:00:00Z",
  }),
];

/** Two people, one of them with a name as long as the gutter is wide. */
const PEOPLE: MadeSelection = {
  others: [{ name: "Wilhelmina van der Meer", id: "https://b.example/w" }],
  posts: [1, 2, 3].map((hour) =>
    post({
      published: `2024-05-01T0${hour}:00:00Z`,
      account: hour % 2,
      updated: "2024-06-01T00:00:00Z",
      audience: { visibility: "unlisted", basis: "addressing" },
    }),
  ),
};

describe.skipIf(CHROMIUM === undefined)("there is room on a page", () => {
  const root = mkdtempSync(join(tmpdir(), "html-room-"));
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
  }, PATIENCE_MS);

  afterAll(async () => {
    await browser?.close();
    rmSync(root, { recursive: true, force: true });
  });

  /** Writes a site, and gives the paths of its pages. */
  async function write(folder: string, made: MadeSelection, options: HtmlOptions = {}) {
    const pages = await pagesOf(selectionOf(made), options);
    for (const [path, content] of pages) {
      const file = join(root, folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return [...pages.keys()].filter((path) => path.endsWith("index.html") && !path.startsWith("latest/"));
  }

  async function open(folder: string, path: string, width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(pathToFileURL(join(root, folder, path)).href);
    return page;
  }

  it.each(["en", "ar"])(
    "for words without an end, on every page, in %s",
    async (locale) => {
      const paths = await write(locale, UNBROKEN, { locale });
      const wide: string[] = [];
      for (const width of [390, 820, 1440]) {
        const page = await open(locale, "index.html", width);
        for (const path of paths) {
          await page.goto(pathToFileURL(join(root, locale, path)).href);
          const over = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth - clientWidth;
          });
          if (over > 0) wide.push(`${path} at ${width}: ${over}`);
        }
        await page.close();
      }
      expect(wide).toEqual([]);
    },
    PATIENCE_MS,
  );

  // German has the longest word for “edited”, Japanese writes a word behind the number of a day.
  it.each([
    ["names of several people", PEOPLE, "2024/05/index.html", "de"],
    ["names of several people", PEOPLE, "2024/05/index.html", "ja"],
    ["posts without a date", { posts: [post({ published: null })] }, "undated/index.html", "en"],
    ["facts of a post", { posts: EDITED }, "2024/05/index.html", "de"],
    ["facts of a post", { posts: EDITED }, "index.html", "ja"],
    ["facts of a post", { posts: EDITED }, "index.html", "ar"],
  ])(
    "for %s beside the day they stand under",
    async (name, made, path, locale) => {
      await write(name, made, { locale });
      for (const width of [390, 820, 1440]) {
        const page = await open(name, path, width);
        const overlaps = await page.evaluate(() => {
          const boxes = [...document.querySelectorAll(".day .num, .day .wd, .facts > *, .words")]
            .map((element) => ({ element, box: element.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 1 && box.height > 1);
          return boxes.flatMap(({ element, box: a }, at) =>
            boxes
              .slice(at + 1)
              .filter(
                ({ box: b }) =>
                  a.left < b.right - 1 &&
                  b.left < a.right - 1 &&
                  a.top < b.bottom - 1 &&
                  b.top < a.bottom - 1,
              )
              .map((other) => `${element.textContent} / ${other.element.textContent}`),
          );
        });
        expect(overlaps, `${path} at ${width}`).toEqual([]);
        await page.close();
      }
    },
    PATIENCE_MS,
  );

  it(
    "for the names of weekdays beside their rows",
    async () => {
      await write("rows", { posts: [post()] }, { locale: "ar" });
      for (const width of [390, 820, 1440]) {
        const page = await open("rows", "statistics/index.html", width);
        const [names = -1, rows] = await page.evaluate(() =>
          [".rows", ".rows + svg"].map(
            (part) => document.querySelector(part)?.getBoundingClientRect().height,
          ),
        );
        expect(rows).toBeCloseTo(names, 0);
        await page.close();
      }
    },
    PATIENCE_MS,
  );

  it(
    "for a name in another script than the page's, at the side of its handle",
    async () => {
      await write("side", { posts: [] }, { locale: "ar" });
      const page = await open("side", "index.html", 1440);
      const ends = await page.evaluate(() =>
        ["h1", ".p-nickname"].map((selector) => {
          const range = document.createRange();
          range.selectNodeContents(document.querySelector(selector) ?? document.body);
          return Math.round(range.getBoundingClientRect().right);
        }),
      );
      expect(ends[0]).toBe(ends[1]);
      await page.close();
    },
    PATIENCE_MS,
  );
});
