import { PUBLIC } from "@archive/fixtures";
import { pleromaTarget } from "@archive/transform/fediverse";
import { describe, expect, it } from "vitest";
import { outputOf } from "./support/shaped-output.js";

describe("pleroma", () => {
  it("has the shape of a backup, and nothing its importer would make public", async () => {
    const { paths, text, json, refused } = await outputOf(pleromaTarget);
    expect(paths).toEqual(
      ["outbox.json", "likes.json", "bookmarks.json", "actor.json"].filter((path) => paths.includes(path)),
    );
    expect(text("outbox.json")).toMatch(/^\{\n {2}"@context": .*\n {2}"id": "outbox.json"/);
    expect(text("outbox.json")).toMatch(/\n\],\n {2}"totalItems": \d+\}$/);
    const { orderedItems, totalItems } = json("outbox.json");
    expect(orderedItems).toHaveLength(totalItems);
    expect(json("actor.json")["@context"]).toEqual([
      "https://www.w3.org/ns/activitystreams",
      "https://social.example/schemas/litepub-0.1.jsonld",
      { "@language": "und" },
    ]);
    for (const { to, directMessage, type } of orderedItems) {
      if (type === "Create") expect(to.includes(PUBLIC) || directMessage === true).toBe(true);
    }
    expect(text("outbox.json")).not.toMatch(/BIRNE|1002|Zwei/);
    expect(refused).toMatchObject({
      "unlisted and followers-only posts: Sharkey, which imports such backups, makes them public": 2,
      "boosts of posts that are left out": 1,
    });
  });
});
