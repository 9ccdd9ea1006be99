import { create, mastodonArchive, mention, note, packZip } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { activitystreamsTarget } from "@archive/transform/fediverse";
import { describe, expect, it } from "vitest";
import { filesOf, selecting } from "./support/round-trip.js";
import { BOB, own } from "./support/shaped-output.js";

describe("activitystreams", () => {
  it("begins with the newest post, and keeps what no vocabulary knows", async () => {
    const odd = { ...note({ id: "1", mentions: [BOB] }), oddity: { kept: [1] }, tag: [mention(BOB)] };
    const files = mastodonArchive({
      activities: [create(odd), create(note({ id: "2", published: "2025-01-01T00:00:00Z" }))],
    });
    await using archive = await openArchive(await packZip(files));
    const written = await filesOf(activitystreamsTarget, await selecting(archive));
    const { orderedItems, totalItems } = JSON.parse(new TextDecoder().decode(written.get("outbox.json")));
    expect(totalItems).toBe(2);
    expect(orderedItems.map(({ id }: { id: string }) => id)).toEqual([
      `${own("2")}/activity`,
      `${own("1")}/activity`,
    ]);
    expect(orderedItems[1].object).toMatchObject({ oddity: { kept: [1] } });
  });

  it("narrows the addressing of what was not trusted", async () => {
    const both = create(note({ id: "1", visibility: "public" }));
    const files = mastodonArchive({ activities: [{ ...both, to: [BOB.uri], cc: [] }] });
    await using archive = await openArchive(await packZip(files));
    const written = await filesOf(activitystreamsTarget, await selecting(archive));
    const { orderedItems } = JSON.parse(new TextDecoder().decode(written.get("outbox.json")));
    await using again = await openArchive(await packZip(new Map(written)));
    const { counts } = await selecting(again);
    expect(orderedItems).toHaveLength(1);
    expect(counts.byVisibility).toMatchObject({ direct: 1, public: 0 });
  });
});
