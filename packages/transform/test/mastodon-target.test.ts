import { create, mastodonArchive, note, packZip, sampleArchive } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { mastodonTarget } from "@archive/transform/fediverse";
import { describe, expect, it } from "vitest";
import { filesOf, selecting } from "./support/round-trip.js";
import { outputOf, own } from "./support/shaped-output.js";

describe("mastodon", () => {
  it("has the entries of an export, its envelope, and its keys", async () => {
    const { paths, json, refused } = await outputOf(mastodonTarget);
    expect(paths.filter((path) => !path.startsWith("media_attachments/"))).toEqual([
      "avatar.png",
      "outbox.json",
      "likes.json",
      "bookmarks.json",
      "actor.json",
    ]);
    const outbox = json("outbox.json");
    expect(outbox).toMatchObject({ id: "outbox.json", type: "OrderedCollection", totalItems: 11 });
    expect(outbox.orderedItems).toHaveLength(11);
    const [first] = outbox.orderedItems;
    expect(Object.keys(first)).toEqual(["id", "type", "actor", "published", "to", "cc", "object"]);
    expect(Object.keys(first.object).slice(0, 18)).toEqual([
      ...["id", "type", "summary", "inReplyTo", "published", "url", "attributedTo", "to", "cc", "sensitive"],
      ...[
        "atomUri",
        "inReplyToAtomUri",
        "conversation",
        "content",
        "contentMap",
        "attachment",
        "tag",
        "replies",
      ],
    ]);
    const [attachment] = first.object.attachment;
    expect(first.object.attachment).toHaveLength(1);
    expect(attachment).toMatchObject({ type: "Document", mediaType: "image/png", name: "Alt", width: 1 });
    expect(attachment.url).toMatch(/^media_attachments\/files\/(?:\d{3}\/){6}original\/[0-9a-f]{16}\.png$/);
    expect(paths).toContain(attachment.url);
    expect(json("actor.json")).toMatchObject({
      outbox: "outbox.json",
      likes: "likes.json",
      bookmarks: "bookmarks.json",
      icon: { type: "Image", mediaType: "image/png", url: "avatar.png" },
      summary: "<p>Bio</p>",
    });
    expect(JSON.stringify(json("actor.json"))).not.toContain("KEYKEY");
    expect(json("likes.json").orderedItems).toEqual(["https://other.example/notes/9", own("1003")]);
    expect(refused).toEqual({ "without a date, which importers and viewers cannot take": 1 });
  });

  it("has what viewers read unchecked: a date, a conversation, an address of each mention and attachment", async () => {
    await using archive = await openArchive(await packZip(sampleArchive()));
    const written = await filesOf(
      mastodonTarget,
      await selecting(archive, { visibility: ["public", "unlisted"] }),
    );
    const { orderedItems } = JSON.parse(new TextDecoder().decode(written.get("outbox.json")));
    expect(orderedItems).toHaveLength(319);
    for (const { id, published, type, object } of orderedItems) {
      for (const each of [id, published]) expect(typeof each).toBe("string");
      if (type === "Announce") expect(typeof object).toBe("string");
      else {
        expect(typeof object.conversation).toBe("string");
        for (const { url } of object.attachment) expect(typeof url).toBe("string");
        for (const { href, type: kind } of object.tag)
          if (kind === "Mention") expect(typeof href).toBe("string");
      }
    }
  });

  it("holds no HTML that runs, for viewers show it unchecked", async () => {
    const hostile =
      "<p onclick=alert(1)>x<script>alert(1)</script><img src=x onerror=alert(1)><a href=javascript:alert(1)>y</a></p>";
    const files = mastodonArchive({ activities: [create(note({ content: hostile }))] });
    await using archive = await openArchive(await packZip(files));
    const written = await filesOf(mastodonTarget, await selecting(archive, { collections: [] }));
    // Viewers open none without them.
    expect([...written.keys()]).toEqual(expect.arrayContaining(["likes.json", "bookmarks.json"]));
    const outbox = new TextDecoder().decode(written.get("outbox.json"));
    expect(outbox).not.toMatch(/script|onerror|onclick|javascript:/);
  });
});
