import { packZip, sampleArchive, sampleSecrets } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { memoryLibrary, type SelectOptions, select } from "@archive/transform";
import { describe, expect, it } from "vitest";
import { faultsOf, pagesOf } from "./html-pages.js";

const secrets = sampleSecrets();
const zip = await packZip(sampleArchive());

async function siteOf(options: Partial<SelectOptions> = {}) {
  await using archive = await openArchive(zip);
  const { selection } = await select(archive, { library: memoryLibrary(), ...options });
  return pagesOf(selection, { baseUrl: "https://site.example/", boostsPage: true });
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

  it("is the same in every run", async () => {
    expect(await siteOf({ collections })).toEqual(await siteOf({ collections }));
  });
});
