import { packZip, sampleArchive, sampleSecrets } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { memoryLibrary, type SelectOptions, select } from "@archive/transform";
import type { HtmlOptions } from "@archive/transform/html";
import { describe, expect, it } from "vitest";
import { faultsOf, pagesOf } from "./html-pages.js";
import { engineOf } from "./search-files.js";

const secrets = sampleSecrets();
const zip = await packZip(sampleArchive());

async function siteOf(options: Partial<SelectOptions> = {}, more: HtmlOptions = {}) {
  await using archive = await openArchive(zip);
  const { selection } = await select(archive, { library: memoryLibrary(), ...options });
  return pagesOf(selection, { baseUrl: "https://site.example/", boostsPage: true, ...more });
}

/** The engine of a site's search page, over the files that the page would load. */
async function searchOf(pages: ReadonlyMap<string, string>) {
  const files = [...pages].flatMap(([path, text]) => {
    const name = /^search\/([a-z]+\d*)\.js$/.exec(path)?.[1];
    return name === undefined ? [] : [[name, text] as const];
  });
  return (await engineOf(new Map(files))).engine;
}

/** As apps/cli's test of privacy searches: whatever the case, in names as well as in contents. */
function found(pages: ReadonlyMap<string, string>, needles: readonly string[]): readonly string[] {
  const all = [...pages].map(([path, content]) => [path, `${path}\n${content}`.toLowerCase()] as const);
  return needles.flatMap((needle) =>
    all.flatMap(([path, text]) => (text.includes(needle.toLowerCase()) ? [`${needle} in ${path}`] : [])),
  );
}

describe("a site with every page there is", () => {
  const collections = ["likes", "bookmarks"] as const;

  it("knows nothing of posts that were for somebody else", async () => {
    const pages = await siteOf({ collections, history: true, gone: true });
    for (const part of ["tags/", "gallery/", "statistics/", "boosts/", "likes/", "bookmarks/", "feeds/"]) {
      expect(
        [...pages.keys()].some((path) => path.startsWith(part)),
        part,
      ).toBe(true);
    }
    expect(found(pages, [...secrets.texts, ...secrets.ids])).toEqual([]);
    expect(faultsOf(pages)).toEqual([]);
  });

  it("of public posts alone has no mark of another visibility", async () => {
    const pages = await siteOf({ visibility: ["public"] });
    expect(found(pages, [...secrets.texts, ...secrets.ids])).toEqual([]);
    expect(found(pages, ['class="vis"'])).toEqual([]);
  });

  it("that keeps old addresses keeps none of a private post, and no document of one", async () => {
    const pages = await siteOf({ collections, documents: true }, { keepUrls: true, locale: "ar" });
    for (const part of [
      "_redirects",
      "redirects/nginx.conf",
      "redirects/apache-map.txt",
      ".well-known/webfinger",
      "sitemap-1.xml",
      "users/",
      "@",
    ]) {
      expect(
        [...pages.keys()].some((path) => path.startsWith(part)),
        part,
      ).toBe(true);
    }
    expect([...pages.keys()].filter((path) => path.endsWith("index.json")).length).toBeGreaterThan(100);
    expect(found(pages, [...secrets.texts, ...secrets.ids])).toEqual([]);
  });

  it("has a search that finds nothing of them, by whatever word", async () => {
    const pages = await siteOf(
      { collections, documents: true, history: true, gone: true },
      { keepUrls: true },
    );
    const search = await searchOf(pages);
    for (const text of [
      ...secrets.texts,
      ...secrets.texts.map((each) => each.replace("-", " ")),
      ...secrets.ids,
    ]) {
      expect([text, (await search.search({ query: text })).posts]).toEqual([text, []]);
    }
    const all = await searchOf(await siteOf({ visibility: ["public", "unlisted", "followers", "direct"] }));
    const [first = ""] = secrets.texts;
    expect((await all.search({ query: first })).posts.length).toBeGreaterThan(0);
  });

  it("is the same in every run", async () => {
    expect(await siteOf({ collections })).toEqual(await siteOf({ collections }));
  });
});
