import { announce, create, document, note, question, statusUri, TESS } from "@archive/fixtures";
import type { JsonObject } from "@archive/schema";
import { createReporter } from "@archive/schema";
import { inspect, validate } from "@archive/transform";
import { describe, expect, it } from "vitest";
import { memorySource } from "./support/memory-source.js";

const uri = (id: string): string => statusUri(TESS, id);
const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

const ACTIVITIES = [
  create(note({ id: "2", inReplyTo: uri("9"), published: "2023-12-31T23:30:00Z" })),
  create(note({ id: "1", lang: "de", updated: "2024-06-01T00:00:00Z", contentWarning: "careful" })),
  create(note({ id: "3", inReplyTo: `${uri("1")}999`, visibility: "followers" })),
  create(question({ id: "4", inReplyTo: uri("1") })),
  announce("https://other.example/1", { id: "5", visibility: "unlisted" }),
  create(
    note({ id: "9", lang: null, visibility: "direct", attachment: [document("/a.png"), document("/b.png")] }),
  ),
  create(
    note({
      id: "10",
      attachment: [document("/a.png", { name: "told" }), document("https://cdn.example/x.png")],
    }),
  ),
  { type: "Create", object: { type: "Hologram" }, actor: TESS.uri },
  { type: "Like", object: "https://other.example/1" },
  { type: "Create", object: null },
].map(json);
const MEDIA = { "a.png": new Uint8Array(10), "b.png": new Uint8Array(0), "orphan.png": new Uint8Array(5) };

describe("inspect", () => {
  it("counts by kind, visibility, year and language, each adding up", async () => {
    const reporter = createReporter();
    const source = memorySource({ activities: ACTIVITIES, media: MEDIA, likes: ["a", "b", "a"] });
    const report = await inspect(source, { onDiagnostic: reporter.report });
    expect(report.posts).toEqual({
      total: 8,
      byKind: { post: 4, reply: 1, selfReply: 1, boost: 1, poll: 1 },
      byVisibility: { public: 4, unlisted: 1, followers: 1, unknown: 0, direct: 2 },
      byYear: { "2023": 1, "2024": 6 },
      byLanguage: { de: 1, en: 4 },
      edited: 1,
      withContentWarning: 1,
      first: "2023-12-31T23:30:00Z",
      last: expect.stringMatching(/^2024-/),
    });
    expect(report.collections).toMatchObject({ likes: 2, bookmarks: null });
    expect(report.media).toEqual({
      referenced: 2,
      present: 1,
      missing: 1,
      orphaned: 1,
      bytes: 10,
      withoutAltText: 2,
      remote: 1,
    });
    expect(report.account).toMatchObject({ handle: "@tess@social.example" });
    expect(Object.fromEntries(reporter.codes().map((each) => [each.code, each.count]))).toEqual({
      "outbox/create-without-object": 1,
      "media/empty": 1,
      "media/orphaned": 1,
      "media/remote": 1,
      "outbox/other-activity": 1,
      "post/invalid-date": 1,
      "post/without-addressing": 1,
      "post/without-id": 1,
    });
  });

  it("counts years in the time zone asked for", async () => {
    const source = memorySource({ activities: ACTIVITIES });
    const { posts } = await inspect(source, { timeZone: "Asia/Tokyo" });
    expect(posts.byYear).toEqual({ "2024": 7 });
  });
});

describe("validate", () => {
  it("finds what is wrong with structure and references, with positions", async () => {
    const reporter = createReporter();
    const twice = create(note({ id: "1", inReplyTo: "no address" }));
    const source = memorySource({ activities: [twice, twice].map(json), likes: ["x"] });
    const summary = await validate(source, { onDiagnostic: reporter.report });
    expect(summary).toEqual({ profile: "mastodon-archive", checked: { documents: 3, items: 3 } });
    expect(reporter.samples().map(({ code, pointer, offset }) => [code, pointer, offset])).toEqual([
      ["as2/invalid-iri", "/orderedItems/0/object/inReplyTo", 0],
      ["as2/invalid-iri", "/orderedItems/1/object/inReplyTo", 100],
      ["post/duplicate", "/orderedItems/1", 100],
    ]);
  });
});
