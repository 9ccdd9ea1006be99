import { create, note } from "@archive/fixtures";
import type { JsonObject } from "@archive/schema";
import { type ArchiveSource, diff, type PostChange } from "@archive/transform";
import fc from "fast-check";
import { expect, it } from "vitest";
import { memorySource } from "./support/memory-source.js";

const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));
const VISIBILITIES = ["public", "unlisted", "followers", "direct"] as const;

const exportOf = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 9 }),
    text: fc.integer({ min: 1, max: 2 }),
    visibility: fc.constantFrom(...VISIBILITIES),
    likes: fc.integer({ min: 0, max: 3 }),
  }),
  { selector: ({ id }) => id },
);
type Export = typeof exportOf extends fc.Arbitrary<infer T> ? T : never;

const sourceOf = (posts: Export): ArchiveSource =>
  memorySource({
    activities: posts.map(({ id, text, visibility, likes }) =>
      json(create(note({ id: `${id}`, content: `text ${text}`, visibility, likes }))),
    ),
  });

it("tells each post once, and looks the same from the other side", async () => {
  await fc.assert(
    fc.asyncProperty(exportOf, exportOf, async (older, newer) => {
      const changes: PostChange[] = [];
      const there = await diff(sourceOf(older), sourceOf(newer), { onChange: (each) => changes.push(each) });
      const back = await diff(sourceOf(newer), sourceOf(older));
      const { unchanged, added, edited, gone } = there.posts;
      expect(unchanged + added.total + edited.total).toBe(newer.length);
      expect(unchanged + edited.total + gone.total).toBe(older.length);
      expect([back.posts.gone, back.posts.added]).toEqual([added, gone]);
      expect([back.posts.edited.total, back.posts.unchanged]).toEqual([edited.total, unchanged]);
      expect(changes).toHaveLength(added.total + edited.total + gone.total);
      for (const { visibility, address } of changes)
        expect(address === null).toBe(visibility === "followers" || visibility === "direct");
    }),
    { numRuns: 60 },
  );
});

it("takes another way of writing the same for no edit", async () => {
  const post = (content: string): ArchiveSource =>
    memorySource({ activities: [json(create(note({ content })))] });
  const links = (attributes: string): string =>
    `<p>see <a href="https://a.example/x" ${attributes}>this</a></p>`;
  const older = post(links('rel="nofollow noopener noreferrer" target="_blank"'));
  expect((await diff(older, post(links('rel="nofollow" translate="no"')))).posts.unchanged).toBe(1);
  expect((await diff(older, post(links('rel="nofollow"').replace("this", "that")))).posts.edited.total).toBe(
    1,
  );
  expect((await diff(older, post(links("").replace("/x", "/y")))).posts.edited.total).toBe(1);
});
