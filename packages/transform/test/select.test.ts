import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { announce, create, document, note, question, TESS } from "@archive/fixtures";
import { select } from "@archive/transform";
import { sqliteLibrary } from "@archive/transform/node";
import { describe, expect, it } from "vitest";
import { chosen, ids, json, SECRET, uri } from "./support/chosen.js";
import { memorySource } from "./support/memory-source.js";

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
    const all = [create(note({ id: "1" })), create(note({ id: "3", ...SECRET }))];
    expect(ids((await chosen(all, { visibility: ["followers"] })).posts)).toEqual(["3"]);
    expect(ids((await chosen(all, { visibility: [] })).posts)).toEqual([]);
  });
});

describe("references to posts that are not selected", () => {
  const hidden = create(note({ id: "77001", ...SECRET, content: "hush" }));

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
      create(note({ id: "3", ...SECRET })),
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

describe("the staging files of a selection", () => {
  it("hold nothing of a withheld post", async () => {
    const library = sqliteLibrary();
    const folder = readdirSync(tmpdir()).filter((name) => name.startsWith(`ap-archive-${process.pid}-`));
    const activities = [
      create(note({ id: "88001", ...SECRET, content: "zwielicht", hashtags: ["verborgen"] })),
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
