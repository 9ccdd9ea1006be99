import { create, note, statusUri, TESS } from "@archive/fixtures";
import type { JsonObject } from "@archive/schema";
import { type ArchiveSource, type MergeReport, memorySink, merge } from "@archive/transform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memorySource } from "./support/memory-source.js";

const manifest = { tool: "test", version: "1.0.0", command: "merge" };
const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

async function merged(
  sources: readonly ArchiveSource[],
): Promise<{ readonly report: MergeReport; readonly files: ReadonlyMap<string, string> }> {
  const sink = memorySink();
  const report = await merge(sources, { sink, manifest });
  const files = [...sink.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const);
  return { report, files: new Map(files) };
}

/** Id and text of each item of a file, in order. */
function itemsOf(text: string | undefined): string[] {
  if (text === undefined) return [];
  const { orderedItems, totalItems } = JSON.parse(text);
  expect(totalItems).toBe(orderedItems.length);
  return orderedItems
    .map((each: JsonObject) => each.item ?? each)
    .map(({ object }: { object: { id: string; content: string } }) => `${object.id} ${object.content}`);
}

/** An export: which of eight posts it has, each in one of three versions; in any order, some twice. */
const exportOf = fc.record({
  year: fc.integer({ min: 2018, max: 2022 }),
  posts: fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 3 })), {
    maxLength: 10,
  }),
});
type Export = typeof exportOf extends fc.Arbitrary<infer T> ? T : never;

function sourceOf({ year, posts }: Export): ArchiveSource {
  return memorySource({
    exportedAt: `${year}-01-01T00:00:00Z`,
    activities: posts.map(([id, version]) =>
      json(create(note({ id: `${id}`, content: `version ${version}` }))),
    ),
  });
}

describe("merge", () => {
  it("keeps each version of each post, once: what the newest exports have is current", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(exportOf, { minLength: 1, maxLength: 4 }), async (exports) => {
        const { report, files } = await merged(exports.map(sourceOf));
        const [account] = report.accounts;
        if (account === undefined) throw new Error("no account");
        const { read, current, gone, earlier, same } = account.items;
        expect(read).toBe(exports.reduce((sum, { posts }) => sum + posts.length, 0));
        expect(read).toBe(current + gone + earlier + same);
        const outbox = itemsOf(files.get("outbox.json"));
        const all = [...outbox, ...itemsOf(files.get("gone.json")), ...itemsOf(files.get("history.json"))];
        const given = exports.flatMap(({ posts }) =>
          posts.map(([id, version]) => `${statusUri(TESS, `${id}`)} <p>version ${version}</p>`),
        );
        expect(all.toSorted()).toEqual([...new Set(given)].sort());
        const newest = Math.max(...exports.map(({ year }) => year));
        const ids = exports
          .filter(({ year }) => year === newest)
          .flatMap(({ posts }) => posts.map(([id]) => id));
        expect(outbox.map((each) => each.split(" ")[0]).sort()).toEqual(
          [...new Set(ids)].map((id) => statusUri(TESS, `${id}`)).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("unites media by content, renames what is another file, and fills in empty ones", async () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const [one, two] = ["media_attachments/1.png", "media_attachments/2.png"] as const;
    const older = memorySource({
      exportedAt: "2020-01-01T00:00:00Z",
      media: { [one]: bytes("mine"), [two]: bytes("whole"), "media_attachments/3.png": bytes("twin") },
    });
    const newer = memorySource({
      exportedAt: "2021-01-01T00:00:00Z",
      media: { [one]: bytes("ours"), [two]: bytes(""), "media_attachments/4.png": bytes("twin") },
    });
    const { report, files } = await merged([older, newer]);
    expect(report.accounts[0]?.media).toEqual({ read: 6, written: 4, united: 1, restored: 1, renamed: 1 });
    expect(files.get(one)).toBe("ours");
    expect(files.get(two)).toBe("whole");
    expect([...files.values()].filter((text) => text === "twin")).toHaveLength(1);
    expect([...files.values()]).toContain("mine");
  });

  it("leaves nothing when it can't go on", async () => {
    const source = memorySource({ activities: [json(create())] });
    const failing: ArchiveSource = {
      ...source,
      collection: () => {
        throw new Error("torn");
      },
      has: new Set(["likes"]),
    };
    const sink = memorySink();
    await expect(merge([failing], { sink, manifest })).rejects.toThrow("torn");
    expect(sink.files.size).toBe(0);
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(merge([source], { sink, manifest }, { signal })).rejects.toThrow("enough");
  });
});
