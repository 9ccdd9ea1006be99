import { create, jsonBytes, mastodonArchive, note, packZip } from "@archive/fixtures";
import { openArchive, openContainer, readItems } from "@archive/reader";
import { audit, diff, memorySink, merge, repair } from "@archive/transform";
import fc from "fast-check";
import { expect, it } from "vitest";

const manifest = { tool: "test", version: "1.0.0", command: "odd" };
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, "https://a.example/1", [null], {
    type: "Document",
    url: "/media_attachments/files/1.png",
  }),
);
const keys = [
  ...[
    "object",
    "attachment",
    "tag",
    "to",
    "cc",
    "replies",
    "contentMap",
    "published",
    "content",
    "id",
    "type",
  ],
  ...["oneOf", "updated", "summary", "sensitive", "inReplyTo"],
];
const spoilt = fc.tuple(fc.constantFrom(...keys), fc.boolean(), odd);
const profile = fc.dictionary(
  fc.constantFrom("icon", "image", "name", "summary", "attachment", "published"),
  odd,
);

it("activities and profiles of any shape are borne, and none is lost", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(spoilt, { minLength: 1, maxLength: 4 }), profile, async (changes, more) => {
      const activities = changes.map(([key, inside, value], at) => {
        const post = create(note({ id: `${at}` }));
        return inside ? { ...post, object: { ...post.object, [key]: value } } : { ...post, [key]: value };
      });
      const files = new Map([
        ...mastodonArchive({ activities, media: { "media_attachments/files/1.png": "x" } }),
        ["actor.json", jsonBytes({ id: "https://social.example/users/tess", type: "Person", ...more })],
      ]);
      const zip = new Uint8Array(await packZip(files));
      await using archive = await openArchive(zip);
      const { posts } = await diff(archive, archive);
      expect([posts.added.total, posts.edited.total, posts.gone.total]).toEqual([0, 0, 0]);
      await audit(archive);
      const { accounts } = await merge([archive, archive], { sink: memorySink(), manifest });
      const items = accounts.map((account) => account.items);
      expect(items.reduce((sum, { read }) => sum + read, 0)).toBe(2 * activities.length);
      for (const { read, current, gone, earlier, same } of items)
        expect(current + gone + earlier + same).toBe(read);

      await using container = await openContainer(zip);
      const sink = memorySink();
      await repair(container, { sink, manifest, readItems });
      const before = JSON.parse(new TextDecoder().decode(files.get("outbox.json")));
      const after = JSON.parse(new TextDecoder().decode(sink.files.get("outbox.json")));
      expect(after.orderedItems).toHaveLength(before.orderedItems.length);
    }),
    { numRuns: 120 },
  );
});
