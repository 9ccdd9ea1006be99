import { announce, create, document, note, statusUri, TESS } from "@archive/fixtures";
import type { JsonObject } from "@archive/schema";
import { memoryLibrary, mergeSources, type SelectOptions, select } from "@archive/transform";
import { describe, expect, it } from "vitest";
import { toText } from "../src/content/to-text.js";
import { collect, type MemoryArchive, memorySource } from "./support/memory-source.js";

const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));
const uri = (id: string): string => statusUri(TESS, id);
const [FIRST, SECOND, THIRD] = [
  "2024-01-01T00:00:00Z",
  "2025-01-01T00:00:00Z",
  "2026-01-01T00:00:00Z",
] as const;

function exportOf(
  exportedAt: string | undefined,
  activities: readonly object[],
  more: Partial<MemoryArchive> = {},
) {
  return memorySource({
    activities: activities.map(json),
    ...(exportedAt !== undefined && { exportedAt }),
    ...more,
  });
}

const older = exportOf(
  FIRST,
  [
    create(note({ id: "1", content: "as it was", attachment: [document("/old.png")] })),
    create(note({ id: "2", content: "deleted later, marker-66002", attachment: [document("/gone.png")] })),
    create(note({ id: "3", content: "the same" })),
    announce("https://other.example/9", { id: "4" }),
  ],
  {
    likes: ["https://other.example/old"],
    media: { "old.png": new Uint8Array(3), "gone.png": new Uint8Array(3) },
  },
);
const newer = exportOf(
  SECOND,
  [
    create(note({ id: "1", content: "as it is", updated: "2024-06-01T00:00:00Z", inReplyTo: uri("2") })),
    create(note({ id: "3", content: "the same" })),
    create(note({ id: "5", content: `see ${TESS.url}/2` })),
  ],
  { likes: ["https://other.example/new"] },
);

const ORDERS = [
  [older, newer],
  [newer, older],
];

async function chosen(sources: Parameters<typeof select>[0], options: Partial<SelectOptions> = {}) {
  const library = memoryLibrary();
  const { selection, report } = await select(sources, { library, ...options });
  const posts = await collect(selection.posts("oldest"));
  const text = JSON.stringify([[...library.scan("oldest")], [...library.scanMedia()]]);
  return { selection, report, posts, text };
}

const ids = (posts: readonly { readonly id: string | null }[]) =>
  posts.map(({ id }) => id?.replace(/.*statuses\//, ""));

describe("a merged source", () => {
  it("gives the latest export, and what only earlier ones have, marked", async () => {
    for (const order of ORDERS) {
      const merged = await mergeSources(order);
      const items = await collect(merged.outbox());
      expect(items.map(({ value, later }) => [String(value.id).replace(/.*statuses\//, ""), later])).toEqual([
        ["1/activity", undefined],
        ["3/activity", undefined],
        ["5/activity", undefined],
        ["1/activity", { state: "superseded" }],
        ["2/activity", { state: "gone", since: SECOND }],
        ["3/activity", { state: "superseded" }],
        ["4/activity", { state: "gone", since: SECOND }],
      ]);
      expect(merged.exports.map(({ date }) => date)).toEqual([FIRST, SECOND]);
      expect((await collect(merged.collection("likes"))).map(({ value }) => value.id)).toEqual([
        "https://other.example/new",
      ]);
      expect(merged.resolveMedia("/old.png")).toEqual({ path: "old.png", size: 3 });
      const read = [];
      for await (const { file, bytes } of merged.readMedia([{ path: "old.png", size: 3 }]))
        read.push(file.path, (await collect(bytes)).length);
      expect(read).toEqual(["old.png", 1]);
    }
  });

  it("tells since when a post is gone by the first export without it, and nothing of exports of one day", async () => {
    const post = (id: string) => create(note({ id }));
    const merged = await mergeSources([
      exportOf(THIRD, [post("1")]),
      exportOf(FIRST, [post("1"), post("2"), post("3")]),
      exportOf(SECOND, [post("1"), post("2")]),
      exportOf(THIRD, [post("4")]),
    ]);
    const gone = new Map<string, string>();
    for await (const { value, later } of merged.outbox()) {
      if (later?.state === "gone")
        gone.set(String(value.id).replace(/.*statuses\/(\d+).*/, "$1"), later.since);
    }
    expect([...gone].sort()).toEqual([
      ["2", THIRD],
      ["3", SECOND],
    ]);
  });

  it("is made of one archive at least", async () => {
    await expect(mergeSources([])).rejects.toThrow(RangeError);
  });
});

describe("a selection of several exports", () => {
  it("leaves posts that are gone out, with every trace of them, whatever the order", async () => {
    const texts = [];
    for (const order of ORDERS) {
      const { posts, report, text } = await chosen(order);
      expect(ids(posts)).toEqual(["1", "3", "5"]);
      expect(posts[0]).toMatchObject({
        kind: "reply",
        inReplyTo: { kind: "withheld" },
        history: [],
        goneSince: null,
      });
      expect(report).toMatchObject({ items: 7, selected: 3, leftOut: { gone: 2, duplicate: 2 } });
      expect(text).not.toMatch(/66002|gone\.png|tess\/2|statuses\/2"/);
      texts.push(text);
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it("takes them along on request, and earlier versions of posts", async () => {
    const texts = [];
    for (const order of ORDERS) {
      const { posts, text } = await chosen(order, { gone: true, history: true });
      expect(ids(posts).sort()).toEqual(["1", "2", "3", "4/activity", "5"]);
      const byId = new Map(posts.map((post) => [ids([post])[0], post]));
      expect(byId.get("2")).toMatchObject({ goneSince: SECOND });
      expect(byId.get("1")).toMatchObject({ kind: "selfReply", goneSince: null });
      expect(byId.get("1")?.history.map(({ content }) => toText(content ?? []))).toEqual(["as it was"]);
      expect(byId.get("3")?.history).toEqual([]);
      texts.push(text);
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it("withholds a post that was narrower once", async () => {
    const narrow = exportOf(FIRST, [create(note({ id: "1", visibility: "followers", content: "hush" }))]);
    const { posts, report } = await chosen([
      exportOf(SECOND, [create(note({ id: "1", content: "open" }))]),
      narrow,
    ]);
    expect(posts).toEqual([]);
    expect(report.leftOut.visibility + report.leftOut.duplicate).toBe(2);
  });
});

describe("a selection of several accounts", () => {
  const other = {
    id: "https://b.example/users/tess",
    type: "Person",
    preferredUsername: "tess",
    followers: "https://b.example/users/tess/followers",
  };
  const theirs = (id: string, more: JsonObject = {}) => {
    const object = {
      ...json(note({ id })),
      id: `https://b.example/o/${id}`,
      url: `https://b.example/@t/${id}`,
      attributedTo: other.id,
      to: ["as:Public"],
      cc: [],
      atomUri: null,
      ...more,
    };
    return { type: "Create", id: `https://b.example/a/${id}`, actor: other.id, to: object.to, object };
  };
  const mine = exportOf(
    undefined,
    [
      create(note({ id: "1", attachment: [document("/a.png")] })),
      create(
        note({
          id: "2",
          content: "<p>https://b.example/@t/99008</p>",
          inReplyTo: "https://b.example/o/99008",
        }),
      ),
      create(note({ id: "3", inReplyTo: "https://b.example/o/7" })),
    ],
    { media: { "a.png": new Uint8Array(3) } },
  );
  const second = exportOf(
    undefined,
    [theirs("7", { attachment: [json(document("/a.png"))] }), theirs("99008", { to: [other.followers] })],
    { actor: other, media: { "a.png": new Uint8Array(4) } },
  );

  it("knows whose each post is, keeps their files apart, and what one withholds from the other", async () => {
    const texts = [];
    for (const order of [
      [mine, second],
      [second, mine],
    ]) {
      const { posts, selection, text } = await chosen(order);
      expect(selection.accounts.map(({ id }) => id)).toEqual([other.id, "https://social.example/users/tess"]);
      expect(selection.account).toBe(selection.accounts[0]);
      expect(posts.map(({ account, id }) => [account, ids([{ id }])[0]]).sort()).toEqual([
        [0, "https://b.example/o/7"],
        [1, "1"],
        [1, "2"],
        [1, "3"],
      ]);
      expect(posts.find(({ id }) => id === uri("3"))).toMatchObject({
        kind: "selfReply",
        inReplyTo: { kind: "own" },
      });
      expect(new Set(posts.flatMap(({ attachments }) => attachments.map(({ media }) => media))).size).toBe(2);
      expect(text).not.toContain("99008");
      texts.push(text);
    }
    expect(texts[0]).toBe(texts[1]);
  });
});
