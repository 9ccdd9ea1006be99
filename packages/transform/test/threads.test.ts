import { create, note } from "@archive/fixtures";
import { select } from "@archive/transform";
import { sqliteLibrary } from "@archive/transform/node";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosen, uri } from "./support/chosen.js";
import { collect, memorySource } from "./support/memory-source.js";

describe("threads", () => {
  it("keep branches, and cut cycles", async () => {
    const at = (minute: number) => `2024-05-01T10:${String(minute).padStart(2, "0")}:00Z`;
    const { selection, posts } = await chosen([
      create(note({ id: "1", published: at(1) })),
      create(note({ id: "2", published: at(2), inReplyTo: uri("1") })),
      create(note({ id: "3", published: at(3), inReplyTo: uri("2") })),
      create(note({ id: "4", published: at(4), inReplyTo: uri("2") })),
      create(note({ id: "8", published: at(8), inReplyTo: uri("9") })),
      create(note({ id: "9", published: at(9), inReplyTo: uri("8") })),
    ]);
    const [one, two, three, four, eight, nine] = posts.map((post) => post.key);
    expect(selection.thread(four ?? "")).toEqual({
      size: 4,
      root: {
        key: one,
        replies: [
          {
            key: two,
            replies: [
              { key: three, replies: [] },
              { key: four, replies: [] },
            ],
          },
        ],
      },
    });
    const cycle = { size: 2, root: { key: eight, replies: [{ key: nine, replies: [] }] } };
    expect(selection.thread(eight ?? "")).toEqual(cycle);
    expect(selection.thread(nine ?? "")).toEqual(cycle);
    expect(posts.map(({ key }) => selection.threadRoot(key))).toEqual([one, one, one, one, eight, eight]);
    expect(selection.threadRoot(four ?? "")).toBe(one);
  });

  it("have the root that all of the thread has, in whatever order it is asked for", async () => {
    const ids = fc.integer({ min: 0, max: 11 });
    await fc.assert(
      fc.asyncProperty(fc.array(ids, { maxLength: 12 }), fc.array(ids), async (parents, asked) => {
        const { selection, posts } = await chosen(
          parents.map((parent, at) => create(note({ id: `${at}`, inReplyTo: uri(`${parent}`) }))),
        );
        const keys = asked.flatMap((at) => posts[at]?.key ?? []);
        const roots = keys.map((key) => selection.threadRoot(key));
        const { selection: fresh } = await chosen(
          parents.map((parent, at) => create(note({ id: `${at}`, inReplyTo: uri(`${parent}`) }))),
        );
        expect(roots).toEqual(keys.map((key) => fresh.thread(key).root.key));
      }),
      { numRuns: 60 },
    );
  });

  it("of ten thousand posts in a row are found in no time and no depth", async () => {
    const chain = Array.from({ length: 10_000 }, (_, at) =>
      create(note({ id: `${at}`, ...(at > 0 && { inReplyTo: uri(`${at - 1}`) }) })),
    );
    const source = memorySource({ activities: chain.map((each) => ({ ...each })) });
    using library = sqliteLibrary();
    const { selection } = await select(source, { library });
    const last = (await collect(selection.posts("newest", { limit: 1 })))[0];
    expect(selection.thread(last?.key ?? "").size).toBe(10_000);
    const roots = new Set<string>();
    for await (const { key } of selection.posts("newest")) roots.add(selection.threadRoot(key));
    expect(roots.size).toBe(1);
  });
});
