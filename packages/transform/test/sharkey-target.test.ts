import { PUBLIC, TESS } from "@archive/fixtures";
import { sharkeyTarget } from "@archive/transform/fediverse";
import { describe, expect, it } from "vitest";
import { outputOf, texts } from "./support/shaped-output.js";

describe("sharkey", () => {
  it("meets what its importer expects of every file", async () => {
    const { paths, json, refused } = await outputOf(sharkeyTarget);
    expect(paths).toEqual(expect.arrayContaining(["outbox.json", "actor.json"]));
    expect(Array.isArray(json("actor.json")["@context"])).toBe(true);
    expect(JSON.stringify(json("actor.json")["@context"])).not.toContain("litepub");
    const items = json("outbox.json").orderedItems;
    for (const { type, to, cc, object } of items) {
      expect([type, object.type]).toEqual(["Create", "Note"]);
      expect(Array.isArray(to) && Array.isArray(cc)).toBe(true);
      expect(to.some((id: string) => id === PUBLIC || id === TESS.followers)).toBe(true);
      expect(Array.isArray(object.tag)).toBe(true);
      for (const { url } of object.attachment) expect(paths).toContain(url);
      if (object.summary !== null) expect(object.sensitive).toBe(true);
      expect(object.inReplyTo === null || typeof object.inReplyTo === "string").toBe(true);
    }
    const names = paths.map((path) => path.split("/").at(-1));
    expect(new Set(names).size).toBe(names.length);
    // As the importer reads visibility.
    expect(
      items.map(({ to, cc }: { to: string[]; cc: string[] }) =>
        to.includes(TESS.followers) ? (cc.includes(PUBLIC) ? "home" : "followers") : "public",
      ),
    ).toEqual(["public", "home", "followers", "public", "public", "public", "public", "public"]);
    expect(texts(items)[3]).toBe("<p>Fünf?</p><ul><li>Yes: 3</li><li>No: 1</li></ul>");
    expect(refused).toEqual({
      "boosts, which Sharkey does not import": 2,
      "direct posts, which Sharkey does not import": 1,
      "without a date, which importers and viewers cannot take": 1,
    });
  });
});
