import { announce, create, note, question, TESS } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import { type ChoosingOptions, chosen, ids, uri } from "./support/chosen.js";

describe("filters", () => {
  const activities = [
    create(note({ id: "1", published: "2023-12-31T23:30:00Z", lang: "de", hashtags: ["Ebbe"] })),
    create(note({ id: "2", published: "2024-01-01T00:00:00Z", inReplyTo: uri("1"), lang: "en-GB" })),
    create(note({ id: "3", published: "2024-02-01T12:00:00Z", inReplyTo: "https://other.example/1" })),
    create(question({ id: "4", published: "2024-02-02T12:00:00Z" })),
    announce("https://other.example/9", { id: "5", published: "2024-03-01T00:00:00Z" }),
    create(note({ id: "6", published: "2024-04-01T00:00:00Z", inReplyTo: uri("2") })),
  ];
  const left = async (options: ChoosingOptions) => ids((await chosen(activities, options)).posts);

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
