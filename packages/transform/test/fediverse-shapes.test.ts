import { create, mastodonArchive, packZip, sampleArchive, sampleSecrets } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { describe, expect, it } from "vitest";
import { filesOf, selecting } from "./support/round-trip.js";
import { FEDIVERSE_TARGETS } from "./support/trips.js";

describe.each(FEDIVERSE_TARGETS)("$name", (target) => {
  it("by default holds nothing of the sample's private posts, and gives the same bytes twice", async () => {
    await using archive = await openArchive(await packZip(sampleArchive()));
    const selection = await selecting(archive, { visibility: ["public", "unlisted"] });
    const files = await filesOf(target, selection);
    const { texts: words, ids } = sampleSecrets();
    for (const [path, bytes] of files) {
      const text = new TextDecoder("latin1").decode(bytes);
      const utf8 = new TextDecoder().decode(bytes);
      for (const needle of [...words, ...ids]) {
        expect(text.includes(needle) || utf8.includes(needle), `${needle} in ${path}`).toBe(false);
      }
    }
    expect([...(await filesOf(target, selection))]).toEqual([...files]);
  });

  it("takes a selection without documents, without an actor, and without any post", async () => {
    for (const parts of [{}, { actor: {}, activities: [create()] }]) {
      await using archive = await openArchive(await packZip(mastodonArchive(parts)));
      const files = await filesOf(target, await selecting(archive, { documents: false, collections: [] }));
      for (const [path, bytes] of files) {
        if (path.endsWith(".json")) expect(() => JSON.parse(new TextDecoder().decode(bytes))).not.toThrow();
      }
    }
  });
});
