import { announce, create, document, note, question, statusUri, TESS } from "@archive/fixtures";
import type { JsonObject } from "@archive/schema";
import { memoryLibrary, select } from "@archive/transform";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { faultsOf, pagesOf, readable } from "./html-pages.js";
import { memorySource } from "./support/memory-source.js";

const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));
const uri = (id: string): string => statusUri(TESS, id);

// The smallest file that says it is a GIF: one transparent pixel.
const PIXEL = Uint8Array.from(atob("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), (character) =>
  character.charCodeAt(0),
);

const ACTIVITIES = [
  create(
    note({
      id: "1",
      published: "2023-12-30T22:30:00Z",
      content: `<p>A line, and <a href="https://maps.example/a?b=1&amp;c=2">a map</a>.</p>`,
    }),
  ),
  create(note({ id: "2", published: "2024-03-01T08:00:00Z", content: "It begins <em>here</em>." })),
  create(note({ id: "3", published: "2024-03-01T08:05:00Z", content: "And goes on.", inReplyTo: uri("2") })),
  create(note({ id: "4", published: "2024-03-01T08:10:00Z", content: "An aside.", inReplyTo: uri("2") })),
  create(
    note({
      id: "5",
      published: "2024-03-01T08:15:00Z",
      content: "To the end.",
      inReplyTo: uri("3"),
      updated: "2024-03-01T09:00:00Z",
    }),
  ),
  create(
    note({
      id: "6",
      published: "2024-03-02T10:00:00Z",
      content: "The bread knife won.",
      contentWarning: "Kitchen injury",
      sensitive: true,
      attachment: [document("/media/loaf.gif", { name: "A loaf, cut.", width: 640, height: 480 })],
    }),
  ),
  create(
    note({
      id: "7",
      published: "2024-03-02T11:00:00Z",
      content: `<p dir="rtl">الخريطة رسالة</p>`,
      lang: "ar",
      visibility: "unlisted",
      attachment: [document("/media/gone.png", { name: "A drawing of a street." })],
    }),
  ),
  create(
    question({
      id: "8",
      published: "2024-03-02T12:00:00Z",
      content: "North is",
      options: [
        { name: "up", votes: 3 },
        { name: "relative", votes: 1 },
      ],
      votersCount: 4,
      endTime: "2024-03-05T12:00:00Z",
      closed: "2024-03-05T12:00:00Z",
    }),
  ),
  announce("https://other.example/users/ada/statuses/9", { id: "9", published: "2024-03-03T07:00:00Z" }),
  announce("https://other.example/users/ada/statuses/10", { id: "10", published: "2024-03-03T07:01:00Z" }),
  create(
    note({
      id: "11",
      published: "2024-03-03T09:00:00Z",
      content: "Not really.",
      inReplyTo: "https://other.example/users/ada/statuses/1",
    }),
  ),
  create(
    note({
      id: "14",
      published: "2024-03-01T08:20:00Z",
      content: `<p>And home, along the <a href="https://social.example/tags/coast" class="mention hashtag" rel="tag">#<span>coast</span></a>.</p>`,
      hashtags: ["coast"],
      inReplyTo: uri("5"),
    }),
  ),
  create(note({ id: "12", published: "2024-03-03T10:00:00Z", content: "A letter.", visibility: "direct" })),
  create(note({ id: "13", published: "2024-03-03T11:00:00Z", content: "Its answer.", inReplyTo: uri("12") })),
];

async function site() {
  const media = { "media/loaf.gif": PIXEL, "avatar.gif": PIXEL };
  const source = memorySource({ activities: ACTIVITIES.map(json), media });
  const library = memoryLibrary();
  const { selection } = await select(source, { library, timeZone: "Europe/Berlin" });
  return pagesOf(selection, { baseUrl: "https://tess.example/" });
}

describe("the site of a small account", () => {
  it("has no fault", async () => {
    expect(faultsOf(await site())).toEqual([]);
  });

  it("reads as it should", async () => {
    const pages = await site();
    for (const [path, html] of pages) {
      if (!path.endsWith(".html")) continue;
      // The page about the archive names the version, which is another one after each release.
      const lasting = readable(html).replace(`ap-archive ${manifest.version}`, "ap-archive VERSION");
      await expect(lasting).toMatchFileSnapshot(`golden/site/${path}`);
    }
    await expect(`${[...pages.keys()].sort().join("\n")}\n`).toMatchFileSnapshot("golden/site/files.txt");
  });

  it("knows nothing of what was for somebody else", async () => {
    const everything = [...(await site()).values()].join("");
    expect(everything).not.toContain("A letter");
    expect(everything).not.toContain("statuses/12");
  });
});
