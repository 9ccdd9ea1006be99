import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { announce, create, document, note, question, statusUri, TESS } from "@archive/fixtures";
import type { Diagnostic, JsonObject } from "@archive/schema";
import { memoryLibrary, type PublishedPost, type SelectOptions, select } from "@archive/transform";
import { sqliteLibrary } from "@archive/transform/node";
import { describe, expect, it } from "vitest";
import { collect, memorySource } from "./support/memory-source.js";

type Options = Omit<SelectOptions, "library">;

const uri = (id: string): string => statusUri(TESS, id);
const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

async function chosen(activities: readonly object[], options: Options = {}, media = {}) {
  const diagnostics: Diagnostic[] = [];
  const source = memorySource({ activities: activities.map(json), media });
  const library = memoryLibrary();
  const run = { onDiagnostic: (found: Diagnostic) => void diagnostics.push(found) };
  const { selection, report } = await select(source, { ...options, library }, run);
  const posts = await collect(selection.posts("oldest"));
  return { selection, report, posts, diagnostics, library };
}

const ids = (posts: readonly PublishedPost[]) => posts.map((post) => post.id?.replace(/.*\//, ""));
const secret = { visibility: "followers" } as const;

describe("what is selected by default", () => {
  it("is public and unlisted, boosts by their own addressing", async () => {
    const { posts, report, selection } = await chosen([
      create(note({ id: "1" })),
      create(note({ id: "2", visibility: "unlisted" })),
      create(note({ id: "3", visibility: "followers" })),
      create(note({ id: "4", visibility: "direct" })),
      announce("https://other.example/9", { id: "5" }),
      announce("https://other.example/9", { id: "6", visibility: "followers" }),
    ]);
    expect(ids(posts)).toEqual(["1", "2", "activity"]);
    expect(report).toMatchObject({ items: 6, selected: 3, leftOut: { visibility: 3 } });
    expect(selection.counts.byVisibility).toEqual({
      public: 2,
      unlisted: 1,
      followers: 0,
      unknown: 0,
      direct: 0,
    });
  });

  it("is widened only by asking", async () => {
    const all = [create(note({ id: "1" })), create(note({ id: "3", ...secret }))];
    expect(ids((await chosen(all, { visibility: ["followers"] })).posts)).toEqual(["3"]);
    expect(ids((await chosen(all, { visibility: [] })).posts)).toEqual([]);
  });
});

describe("references to posts that are not selected", () => {
  const hidden = create(note({ id: "77001", ...secret, content: "hush" }));

  it("become withheld, wherever the post stands in the archive", async () => {
    for (const order of [0, 1, 2]) {
      const activities: object[] = [
        create(note({ id: "1", inReplyTo: uri("77001") })),
        create(note({ id: "2", quote: uri("77001"), replies: [uri("77001")] })),
      ];
      activities.splice(order, 0, hidden);
      const { posts, library } = await chosen(activities);
      expect(posts.map((post) => [post.kind, post.inReplyTo, post.quote])).toEqual([
        ["reply", { kind: "withheld" }, null],
        ["post", null, { kind: "withheld" }],
      ]);
      expect(JSON.stringify([...library.scan("oldest")])).not.toContain("77001");
    }
  });

  it("leave nothing of a boost, which is left out and counted", async () => {
    for (const activities of [
      [hidden, announce(uri("77001"), { id: "3" }), create(note({ id: "1" }))],
      [announce(`${TESS.url}/77001`, { id: "3" }), create(note({ id: "1" })), hidden],
    ]) {
      const { library, posts, report, selection } = await chosen(activities);
      expect(ids(posts)).toEqual(["1"]);
      expect(report).toMatchObject({ items: 3, selected: 1, leftOut: { visibility: 1, boostOfWithheld: 1 } });
      expect(selection.counts.byKind.boost).toBe(0);
      expect(JSON.stringify([...library.scan("oldest")])).not.toContain("77001");
    }
  });

  it("are found under every address of the post, and in texts", async () => {
    const fallback = `<p class="quote-inline">RE: <a href="${TESS.url}/77001"><span class="invisible">https://</span>${TESS.host}/@tess/77001</a></p>`;
    const { library, posts } = await chosen([
      hidden,
      create(note({ id: "1", inReplyTo: `${uri("77001")}/activity`, content: `${fallback}<p>see this</p>` })),
      create(note({ id: "2", contentWarning: `about ${TESS.url}/77001?x=1#y`, quote: `${TESS.url}/77001` })),
      create(note({ id: "3", content: `<p>plain ${TESS.url.replace("https", "http")}/77001/embed end</p>` })),
      create(note({ id: "4", attachment: [document("/a.png", { name: `as in ${uri("77001")}` })] })),
      create(question({ id: "5", options: [{ name: `${TESS.url}/77001`, votes: 1 }] })),
    ]);
    expect(posts).toHaveLength(5);
    expect(JSON.stringify([...library.scan("oldest")])).not.toContain("77001");
  });

  it("are found as the page of a post and as the address of an attachment", async () => {
    const posing = create(note({ id: "1", attachment: [document(`${TESS.url}/77001`)] }));
    const { library } = await chosen([
      hidden,
      { ...posing, object: { ...posing.object, url: `${TESS.url}/77001#x` } },
    ]);
    expect(JSON.stringify([...library.scan("oldest")])).not.toContain("77001");
  });

  it("stay what they are when the post is somebody else's", async () => {
    const { posts } = await chosen([create(note({ id: "1", inReplyTo: "https://other.example/77001" }))]);
    expect(posts[0]?.inReplyTo).toEqual({ kind: "remote", url: "https://other.example/77001" });
  });

  it("point to the post when that is selected", async () => {
    const { posts, selection } = await chosen([
      create(note({ id: "2", inReplyTo: uri("1") })),
      create(note({ id: "1", published: "2024-04-01T00:00:00Z" })),
    ]);
    expect(posts[1]).toMatchObject({ kind: "selfReply", inReplyTo: { kind: "own", key: posts[0]?.key } });
    expect(selection.thread(posts[1]?.key ?? "")).toMatchObject({ size: 2, root: { key: posts[0]?.key } });
  });
});

describe("copies of one post", () => {
  it("are written once, in the latest version", async () => {
    const { posts, report, diagnostics, selection } = await chosen([
      create(note({ id: "1", content: "first" })),
      create(note({ id: "1", content: "latest", updated: "2024-06-02T00:00:00Z" })),
      create(note({ id: "1", content: "between", updated: "2024-06-01T00:00:00Z" })),
    ]);
    expect(posts).toHaveLength(1);
    expect(JSON.stringify(posts[0]?.content)).toContain("latest");
    expect(report).toMatchObject({ items: 3, selected: 1, leftOut: { duplicate: 2 } });
    expect(selection.counts.total).toBe(1);
    expect(diagnostics.map((found) => found.code)).toEqual(["post/duplicate", "post/duplicate"]);
  });

  it("are all withheld when one of them is", async () => {
    for (const activities of [
      [create(note({ id: "1" })), create(note({ id: "1", visibility: "direct" }))],
      [create(note({ id: "1", visibility: "direct" })), create(note({ id: "1" }))],
    ]) {
      const { posts, report } = await chosen(activities);
      expect(posts).toEqual([]);
      expect(report.leftOut.visibility).toBe(2);
    }
  });

  it("hide every address that any of them has", async () => {
    const open = create(note({ id: "1" }));
    const moved = { ...open, object: { ...open.object, url: "https://social.example/@tess/moved-66001" } };
    const copies = [moved, create(note({ id: "1", visibility: "direct" }))];
    const linking = create(note({ id: "2", content: "<p>https://social.example/@tess/moved-66001</p>" }));
    for (const activities of [copies, copies.toReversed()]) {
      const { library } = await chosen([...activities, linking]);
      expect(JSON.stringify([...library.scan("oldest")])).not.toContain("66001");
    }
  });

  it("are reported once, however often the archive has to be read", async () => {
    const open = create(note({ id: "1", attachment: ["a", "b"].map((name) => document(`/${name}.png`)) }));
    const undated = create(note({ id: "2", published: "soon" }));
    const { diagnostics } = await chosen([
      open,
      undated,
      create(note({ id: "3" })),
      create(note({ id: "3", ...secret })),
    ]);
    expect(diagnostics.map((found) => found.code).sort()).toEqual([
      "media/missing",
      "media/missing",
      "post/invalid-date",
    ]);
  });

  it("without an id are told apart by what they say", async () => {
    const nameless = (content: string) => ({
      ...create(note({ content })),
      object: { ...note({ content }), id: null },
    });
    const { posts, report } = await chosen([nameless("a"), nameless("b"), nameless("a")]);
    expect([posts.length, report.leftOut.duplicate]).toEqual([2, 1]);
  });
});

describe("filters", () => {
  const activities = [
    create(note({ id: "1", published: "2023-12-31T23:30:00Z", lang: "de", hashtags: ["Ebbe"] })),
    create(note({ id: "2", published: "2024-01-01T00:00:00Z", inReplyTo: uri("1"), lang: "en-GB" })),
    create(note({ id: "3", published: "2024-02-01T12:00:00Z", inReplyTo: "https://other.example/1" })),
    create(question({ id: "4", published: "2024-02-02T12:00:00Z" })),
    announce("https://other.example/9", { id: "5", published: "2024-03-01T00:00:00Z" }),
    create(note({ id: "6", published: "2024-04-01T00:00:00Z", inReplyTo: uri("2") })),
  ];
  const left = async (options: Options) => ids((await chosen(activities, options)).posts);

  it("choose by kind, also where the parent stands later", async () => {
    expect(await left({ kinds: ["selfReply"] })).toEqual(["2", "6"]);
    expect(await left({ kinds: ["reply"] })).toEqual(["3"]);
    expect(await left({ kinds: ["poll", "post"] })).toEqual(["1", "4"]);
    const turned = await chosen(activities.toReversed(), { kinds: ["reply"] });
    expect(ids(turned.posts)).toEqual(["3"]);
  });

  it("choose by date in the time zone, both ends included", async () => {
    expect(await left({ since: "2024-01-01", until: "2024-02-01" })).toEqual(["2", "3"]);
    expect(await left({ since: "2024-01-01", until: "2024-01-01", timeZone: "Europe/Berlin" })).toEqual([
      "1",
      "2",
    ]);
    expect(await left({ until: "2024-01-01T00:00:00Z" })).toEqual(["1"]);
  });

  it("choose by hashtag and language", async () => {
    expect(await left({ tag: "#EBBE" })).toEqual(["1"]);
    expect(await left({ language: "en" })).toEqual(["2", "3", "4", "6"]);
    expect(await left({ language: "en-gb" })).toEqual(["2"]);
  });

  it("choose a thread, from any of its posts", async () => {
    expect(await left({ thread: uri("2") })).toEqual(["1", "2", "6"]);
    expect(await left({ thread: `${TESS.url}/6` })).toEqual(["1", "2", "6"]);
    expect(await left({ thread: "https://nobody.example" })).toEqual([]);
  });

  it("choose the newest few, and withhold what they refer to", async () => {
    const { posts, report } = await chosen(activities, { limit: 2 });
    expect(ids(posts)).toEqual(["activity", "6"]);
    expect(posts[1]?.inReplyTo).toEqual({ kind: "withheld" });
    expect(report.leftOut.limit).toBe(4);
  });

  it("refuse what means nothing", async () => {
    await expect(chosen([], { since: "soon" })).rejects.toThrow(RangeError);
    await expect(chosen([], { timeZone: "Atlantis/Port" })).rejects.toThrow(RangeError);
    await expect(chosen([], { limit: -1 })).rejects.toThrow(RangeError);
  });
});

describe("threads", () => {
  it("keep branches, and cut cycles", async () => {
    const at = (minute: number) => `2024-05-01T10:${String(minute).padStart(2, "0")}:00Z`;
    const { selection, posts } = await chosen([
      create(note({ id: "1", published: at(1) })),
      create(note({ id: "2", published: at(2), inReplyTo: uri("1") })),
      create(note({ id: "3", published: at(3), inReplyTo: uri("2") })),
      create(note({ id: "4", published: at(4), inReplyTo: uri("2") })),
      create(note({ id: "8", published: at(8), inReplyTo: uri("9") })),
      create(note({ id: "9", published: at(9), inReplyTo: uri("8") })),
    ]);
    const [one, two, three, four, eight, nine] = posts.map((post) => post.key);
    expect(selection.thread(four ?? "")).toEqual({
      size: 4,
      root: {
        key: one,
        replies: [
          {
            key: two,
            replies: [
              { key: three, replies: [] },
              { key: four, replies: [] },
            ],
          },
        ],
      },
    });
    const cycle = { size: 2, root: { key: eight, replies: [{ key: nine, replies: [] }] } };
    expect(selection.thread(eight ?? "")).toEqual(cycle);
    expect(selection.thread(nine ?? "")).toEqual(cycle);
  });

  it("of ten thousand posts in a row are found in no time and no depth", async () => {
    const chain = Array.from({ length: 10_000 }, (_, at) =>
      create(note({ id: `${at}`, ...(at > 0 && { inReplyTo: uri(`${at - 1}`) }) })),
    );
    const source = memorySource({ activities: chain.map((each) => ({ ...each })) });
    using library = sqliteLibrary();
    const { selection } = await select(source, { library });
    const last = (await collect(selection.posts("newest", { limit: 1 })))[0];
    expect(selection.thread(last?.key ?? "").size).toBe(10_000);
  });
});

describe("media", () => {
  const png = Uint8Array.from([
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0,
  ]);
  const html = new TextEncoder().encode(
    "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
  );
  const media = {
    "open.png": png,
    "secret.png": png,
    "trick.png": html,
    "empty.png": new Uint8Array(),
    "lost.png": png,
  };

  it("of selected posts alone are copied, if their bytes are of an allowed type", async () => {
    const { selection, diagnostics } = await chosen(
      [
        create(
          note({
            id: "1",
            attachment: ["open", "trick", "empty", "gone"].map((name) => document(`/${name}.png`)),
          }),
        ),
        create(note({ id: "2", ...secret, attachment: [document("/secret.png")] })),
      ],
      {},
      media,
    );
    const copied = [];
    for await (const file of selection.media({ onDiagnostic: (found) => void diagnostics.push(found) })) {
      copied.push({
        type: file.mediaType,
        name: file.name,
        size: (await collect(file.bytes)).flatMap((b) => [...b]).length,
      });
      expect(selection.mediaState(file.key)).toEqual({ state: "missing" });
    }
    expect(copied).toEqual([
      { type: "image/png", name: expect.stringMatching(/^[0-9a-z]{16}\.png$/), size: png.length },
    ]);
    const states = (await collect(selection.posts("oldest")))[0]?.attachments.map(
      (each) => selection.mediaState(each.media ?? "").state,
    );
    expect(states).toEqual(["present", "missing", "missing", "missing"]);
    expect(diagnostics.map((found) => found.code)).toEqual([
      "media/empty",
      "media/missing",
      "media/not-allowed",
    ]);
  });

  it("are left alone on request", async () => {
    const { selection } = await chosen(
      [create(note({ attachment: [document("/open.png")] }))],
      { media: false },
      media,
    );
    expect(await collect(selection.media())).toEqual([]);
  });
});

describe("the staging files of a selection", () => {
  it("hold nothing of a withheld post", async () => {
    const library = sqliteLibrary();
    const folder = readdirSync(tmpdir()).filter((name) => name.startsWith(`ap-archive-${process.pid}-`));
    const activities = [
      create(note({ id: "88001", ...secret, content: "zwielicht", hashtags: ["verborgen"] })),
      create(note({ id: "1", content: "sunlight", inReplyTo: uri("88001"), replies: [uri("88001")] })),
    ];
    await select(memorySource({ activities: activities.map(json) }), { library });
    for (const name of folder) {
      for (const file of readdirSync(join(tmpdir(), name))) {
        const bytes = readFileSync(join(tmpdir(), name, file)).toString("latin1");
        expect(bytes).not.toMatch(/zwielicht|verborgen|88001/i);
      }
    }
    expect(library.scan("oldest")[Symbol.iterator]().next().done).toBe(false);
    library[Symbol.dispose]();
  });
});
