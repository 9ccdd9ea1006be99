import { create, mastodonArchive, note, PUBLIC, packZip, TESS } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { gotosocialTarget } from "@archive/transform/fediverse";
import { describe, expect, it } from "vitest";
import { selecting, split } from "./support/round-trip.js";
import { outputOf, own, texts } from "./support/shaped-output.js";

describe("gotosocial", () => {
  it("holds what slurp takes, and no more", async () => {
    const { text, json, refused } = await outputOf(gotosocialTarget);
    const items = json("outbox.json").orderedItems;
    expect(texts(items)).toEqual([
      "<p>Eins</p>",
      "<p>Zwei</p>",
      "<p>Fünf?</p><ul><li>Yes: 3</li><li>No: 1</li></ul>",
    ]);
    for (const { type, object } of items) {
      expect([type, object.type, object.tag]).toEqual(["Create", "Note", []]);
      for (const id of [...object.to, ...object.cc]) expect([PUBLIC, TESS.followers]).toContain(id);
      if (object.contentMap !== undefined) expect(Object.values(object.contentMap)).toEqual([object.content]);
    }
    expect(items[1].object.inReplyTo).toBe(own("1000"));
    expect(text("outbox.json")).not.toMatch(/BIRNE|QUITTE|1002|1003|1005/);
    expect(refused).toEqual({
      "boosts, which slurp does not import": 2,
      "followers-only and direct posts, which slurp does not import": 2,
      "replies to others, which slurp does not import": 1,
      "replies below a post that is left out": 2,
      "that mention somebody, which slurp does not import": 1,
      "without a date, which importers and viewers cannot take": 1,
    });
  });

  it("walks a long thread once", async () => {
    const thread = Array.from({ length: 3000 }, (_, n) =>
      create(note({ id: String(n + 1), inReplyTo: n === 0 ? null : own(String(n)), content: "x" })),
    );
    await using archive = await openArchive(await packZip(mastodonArchive({ activities: thread })));
    const { taken } = await split(gotosocialTarget, await selecting(archive));
    expect(taken).toHaveLength(3000);
  });
});
