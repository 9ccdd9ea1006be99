import { create, note } from "@archive/fixtures";
import type { JsonObject } from "@archive/schema";
import { memoryLibrary, type PublishedPost, select } from "@archive/transform";
import { sqliteLibrary } from "@archive/transform/node";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newestPosts } from "../src/targets/html/newest-posts.js";
import { collect, memorySource } from "./support/memory-source.js";

const DAYS = ["2023-12-31", "2024-01-01", "2024-01-02", "2024-03-05", "2019-07-07", ""];

function activityOf(day: string, index: number): JsonObject {
  const made = create(note({ id: `3${index}`, published: `${day || "2024-01-01"}T10:0${index % 10}:00Z` }));
  const activity: JsonObject = JSON.parse(JSON.stringify(made));
  if (day !== "") return activity;
  const { published: _, ...undated } = activity;
  const { published: __, ...object } = Object(undated.object);
  return { ...undated, object };
}

const keysOf = (posts: readonly PublishedPost[]): readonly string[] => posts.map(({ key }) => key);

describe("the newest posts", () => {
  it.each([
    ["memory", memoryLibrary],
    ["SQLite", sqliteLibrary],
  ] as const)("are those of all posts put in order, from %s", async (_, makeLibrary) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...DAYS), { maxLength: 12 }),
        fc.nat(14),
        async (days, limit) => {
          using library = makeLibrary();
          const { selection } = await select(memorySource({ activities: days.map(activityOf) }), { library });
          const all = await collect(selection.posts("newest"));
          expect(keysOf(await collect(newestPosts(selection, { limit })))).toEqual(
            keysOf(all.slice(0, limit)),
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});
