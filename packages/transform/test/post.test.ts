import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { JsonObject } from "@archive/schema";
import { memoryLibrary, type Post, type SelectOptions, select } from "@archive/transform";
import { describe, expect, it } from "vitest";
import { toText } from "../src/content/to-text.js";
import { tagSlug } from "../src/ids/tag-slug.js";
import { parsePost, readPost, rowText, writePost } from "../src/library/post-row.js";
import { durationOf } from "../src/post/duration.js";
import { languageOf } from "../src/post/language.js";
import { collect, memorySource } from "./support/memory-source.js";

const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
const FILE = new Uint8Array([1]);

async function postOf(
  object: JsonObject,
  options: Omit<SelectOptions, "library"> = {},
  files: readonly string[] = [],
): Promise<Post> {
  const base = {
    type: "Note",
    id: "https://tube.example/w/1",
    published: "2024-05-01T10:00:00Z",
    to: [PUBLIC],
  };
  const source = memorySource({
    activities: [{ type: "Create", id: "https://tube.example/w/1/activity", object: { ...base, ...object } }],
    media: Object.fromEntries(files.map((path) => [path, FILE])),
  });
  const { selection } = await select(source, { ...options, library: memoryLibrary() });
  const [post] = await collect(selection.posts("oldest"));
  if (post === undefined) throw new Error("not selected");
  return post;
}

describe("a film", () => {
  const video = {
    type: "Video",
    name: "Harbour at night",
    duration: "PT1H2M3S",
    content: "Line one\nline <two>\n\nhttps://a.example/x",
    mediaType: "text/markdown",
    language: { identifier: "fr", name: "Français" },
    icon: [
      { type: "Image", url: "small.jpg", width: 280 },
      { type: "Image", url: "large.jpg", width: 850 },
    ],
    subtitleLanguage: [
      { identifier: "pt_BR", url: "captions.vtt" },
      { identifier: "en", url: "https://tube.example/captions-en.vtt" },
    ],
    url: [
      { type: "Link", mediaType: "video/mp4", height: 480, href: "https://tube.example/480.mp4" },
      { type: "Link", mediaType: "text/html", href: "https://tube.example/w/page" },
      {
        type: "Link",
        mediaType: "application/x-mpegURL",
        href: "https://tube.example/list.m3u8",
        tag: [{ type: "Link", mediaType: "video/mp4", height: 1080, href: "https://tube.example/1080.mp4" }],
      },
    ],
  };

  it("is its own attachment: the best address of it, poster, captions and length", async () => {
    const post = await postOf(video, {}, ["large.jpg", "captions.vtt"]);
    expect(post).toMatchObject({
      type: "Video",
      kind: "post",
      title: "Harbour at night",
      language: "fr",
      url: "https://tube.example/w/page",
    });
    expect(post.attachments).toMatchObject([
      {
        kind: "video",
        media: null,
        remoteUrl: "https://tube.example/1080.mp4",
        mediaType: "video/mp4",
        height: 1080,
        alt: null,
        duration: 3723,
        poster: expect.stringMatching(/^[0-9a-z]{16}$/),
        captions: [{ language: "pt-BR", media: expect.stringMatching(/^[0-9a-z]{16}$/) }],
      },
    ]);
    expect(toText(post.content ?? [])).toBe("Line one\nline <two>\n\nhttps://a.example/x");
  });

  it("is the attached file where the archive has it", async () => {
    const attachment = [{ type: "Video", url: "film.mp4", mediaType: "video/mp4", height: 720 }];
    const post = await postOf({ ...video, attachment }, {}, ["film.mp4", "large.jpg"]);
    expect(post.attachments).toMatchObject([{ kind: "video", remoteUrl: null, height: 720, duration: 3723 }]);
    expect(post.attachments[0]?.media).not.toBeNull();
    expect(post.attachments[0]?.poster).not.toBeNull();
  });

  it("may be a sound with a `mimeType`, or nothing that can be read", async () => {
    const url = [{ type: "Link", mimeType: "audio/ogg", href: "https://fw.example/listen?x=1" }];
    expect((await postOf({ type: "Audio", url })).attachments).toMatchObject([
      { kind: "audio", remoteUrl: "https://fw.example/listen?x=1", mediaType: "audio/ogg" },
    ]);
    for (const odd of [null, 7, [{}], {}, [[]], "magnet:?xt=1"]) {
      const post = await postOf({ type: "Video", url: odd, icon: odd, subtitleLanguage: odd, duration: odd });
      expect(
        post.attachments.every(({ remoteUrl, duration }) => remoteUrl === null && (duration ?? 7) === 7),
      ).toBe(true);
    }
  });
});

describe("durations", () => {
  it.each([
    ["PT123S", 123],
    ["PT1H2M3.5S", 3723.5],
    ["P1DT1M", 86_460],
    ["P1W", 604_800],
    [90, 90],
    ["90.5", 90.5],
    ["PT0S", null],
    ["P", null],
    ["1:30", null],
    [-1, null],
    [null, null],
    [{}, null],
  ])("%j is %j seconds", (value, seconds) => {
    expect(durationOf(value)).toBe(seconds);
  });
});

describe("an event", () => {
  it("has times in UTC and a place", async () => {
    const event = { type: "Event", name: "Meeting", startTime: "2024-06-01T20:00:00+02:00", endTime: "soon" };
    const address = { type: "PostalAddress", streetAddress: "Kai 1", addressLocality: "Bremen" };
    expect((await postOf({ ...event, location: { type: "Place", name: " Pier " } })).event).toEqual({
      start: "2024-06-01T18:00:00Z",
      end: null,
      place: "Pier",
    });
    expect((await postOf({ ...event, location: [{ type: "Place", address }] })).event?.place).toBe(
      "Kai 1, Bremen",
    );
    expect((await postOf({ type: "Event" })).event).toBeNull();
    expect((await postOf({ startTime: event.startTime })).event).toBeNull();
  });
});

describe("counts", () => {
  it.each([
    [
      { likes: { totalItems: 3 }, shares: { totalItems: 0 } },
      { likes: 3, boosts: 0, replies: null },
    ],
    [
      { likes: ["a", "b"], announcement_count: 4, repliesCount: "2" },
      { likes: 2, boosts: 4, replies: 2 },
    ],
    [
      { like_count: 1, replies: { totalItems: 5 } },
      { likes: 1, boosts: null, replies: 5 },
    ],
    [
      { likes: { totalItems: -1 }, shares: "x", replies: 1.5 },
      { likes: null, boosts: null, replies: null },
    ],
  ])("of %j", async (object, counts) => {
    expect((await postOf(object)).counts).toEqual(counts);
  });
});

describe("earlier versions", () => {
  const former = (content: string, updated: string) => ({
    type: "Note",
    content,
    updated,
    summary: "cw",
    to: [PUBLIC],
  });
  const object = {
    content: "third",
    updated: "2024-05-03T00:00:00Z",
    formerRepresentations: {
      type: "OrderedCollection",
      orderedItems: [former("second", "2024-05-02T00:00:00Z"), former("first", "2024-05-01T10:00:00Z")],
    },
  };

  it("are taken along on request, oldest first", async () => {
    expect((await postOf(object)).history).toEqual([]);
    const { history } = await postOf(object, { history: true });
    expect(
      history.map(({ updated, content, contentWarning }) => [updated, toText(content ?? []), contentWarning]),
    ).toEqual([
      ["2024-05-01T10:00:00Z", "first", "cw"],
      ["2024-05-02T00:00:00Z", "second", "cw"],
    ]);
  });

  it.each([[7], ["x"], [[null, "x", 3]], [{ orderedItems: {} }]])("written as %j do no harm", async (odd) => {
    const { history } = await postOf({ formerRepresentations: odd }, { history: true });
    expect(history.length).toBeLessThan(2);
  });
});

describe("languages", () => {
  it.each([
    [{ content: "a", contentMap: { pt_br: "a" } }, "pt-BR"],
    [{ content: "a", contentMap: { jp: "a" } }, "ja"],
    [{ language: "English" }, "en"],
    [{ language: "zh_Hant_TW" }, "zh-Hant-TW"],
    [{ content: "a", contentMap: { und: "a" }, language: "de" }, "de"],
    [{ language: "zxx" }, null],
    [{ language: "not a language" }, null],
    [{ language: { identifier: "iw" } }, "he"],
    [{}, null],
  ])("of %j is %j", (object, language) => {
    expect(languageOf(object)).toBe(language);
  });
});

describe("the slug of a hashtag", () => {
  it("is the same in every spelling, and safe", () => {
    expect(["Photo", "#photo", "PHOTO", "ｐｈｏｔｏ"].map(tagSlug)).toEqual(Array(4).fill("photo"));
    expect(tagSlug("under_score_1")).toBe("under_score_1");
    for (const name of [
      "Größe",
      "日本",
      "con",
      "a/b",
      "../x",
      "A-B",
      "x".repeat(300),
      "🐘",
      "\ud800",
      "%2f",
    ]) {
      expect(tagSlug(name)).toMatch(/^[a-z0-9_]+(?:-[a-z0-9_]+)*-[0-9a-z]{10}$/);
    }
    expect(tagSlug(" # ")).not.toBe("");
    expect(tagSlug("")).toBeNull();
  });

  it("is another one for another tag", () => {
    const names = [
      "grosse",
      "größe",
      "große",
      "groesse",
      "a-b",
      "a_b",
      "ab",
      "日本",
      "日本語",
      "con",
      "x".repeat(50),
      "x".repeat(51),
    ];
    expect(new Set(names.map(tagSlug)).size).toBe(names.length);
  });
});

describe("a post in the library", () => {
  it("comes back as it went in, whatever it has or lacks", async () => {
    for (const object of [
      {},
      { type: "Event", startTime: "2024-06-01", tag: [{ type: "Hashtag", name: "#a" }], sensitive: true },
    ]) {
      const post = await postOf({ content: "text", ...object }, { history: true });
      expect(readPost({ bytes: writePost(post) })).toEqual(post);
    }
  });

  it("has its row with it, and one that is made of it has its own", async () => {
    const post = await postOf({ content: "text" });
    const read = parsePost(rowText(post));
    expect(rowText(read)).toBe(rowText(post));
    expect(parsePost(rowText({ ...read, title: "Other" })).title).toBe("Other");
    expect(JSON.stringify(read)).toBe(JSON.stringify(parsePost(rowText({ ...read }))));
  });
});

const objects = fileURLToPath(new URL("../../../../shared/corpora/03-objects/", import.meta.url));

describe.skipIf(!existsSync(objects))("the objects in ../shared/corpora/03-objects", () => {
  function* files(folder: string): Generator<string> {
    for (const name of readdirSync(folder).sort()) {
      const path = `${folder}/${name}`;
      if (statSync(path).isDirectory()) yield* files(path);
      else if (name.endsWith(".json")) yield path;
    }
  }

  it("pass through, each selected, counted as left out or reported", async () => {
    const activities: unknown[] = [];
    for (const path of files(objects)) {
      try {
        activities.push(JSON.parse(readFileSync(path, "utf8")));
      } catch {
        // Some are broken on purpose; the reader is who deals with those.
      }
    }
    expect(activities.length).toBeGreaterThan(100);
    for (const activity of activities) {
      let reported = 0;
      const run = {
        onDiagnostic: () => {
          reported += 1;
        },
      };
      const options = {
        visibility: ["public", "unlisted", "followers", "direct"],
        history: true,
        documents: true,
      } as const;
      const library = memoryLibrary();
      const { selection, report } = await select(
        memorySource({ activities: [activity] }),
        { ...options, library },
        run,
      );
      const left = Object.values(report.leftOut).reduce((sum, count) => sum + count, 0);
      const posts = await collect(selection.posts("oldest"));
      expect(posts.length + left).toBe(report.items);
      expect(report.items + reported).toBeGreaterThan(
        typeof activity === "object" && !Array.isArray(activity) ? 0 : -1,
      );
      for (const { key } of posts) expect(selection.as2(key)).not.toBeNull();
    }
  });
});
