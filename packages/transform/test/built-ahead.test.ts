import { create, note, question, statusUri, TESS } from "@archive/fixtures";
import type { JsonObject } from "@archive/schema";
import {
  type ArchiveSource,
  type Library,
  memoryLibrary,
  type Packing,
  packPosts,
  type SelectOptions,
  select,
} from "@archive/transform";
import { sqliteLibrary } from "@archive/transform/node";
import { describe, expect, it } from "vitest";
import { collect, memorySource } from "./support/memory-source.js";

const uri = (id: string): string => statusUri(TESS, id);
const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

/** A source that counts how often its outbox is read. */
function counting(activities: readonly object[]): ArchiveSource & { readonly readings: () => number } {
  const source = memorySource({ activities: activities.map(json) });
  let readings = 0;
  return {
    ...source,
    readings: () => readings,
    outbox(run) {
      readings += 1;
      return source.outbox(run);
    },
  };
}

async function chosen(
  activities: readonly object[],
  options: Partial<SelectOptions> = {},
  library: Library = memoryLibrary(),
) {
  const source = counting(activities);
  const { selection, report } = await select(source, { library, ...options });
  return { report, posts: await collect(selection.posts("oldest")), readings: source.readings() };
}

describe("an archive is read", () => {
  const thread = [
    create(note({ id: "1" })),
    create(note({ id: "2", inReplyTo: uri("1") })),
    create(note({ id: "3", inReplyTo: uri("9"), visibility: "followers" })),
    create(question({ id: "4" })),
  ];

  it("once, where every reference leads back", async () => {
    const { posts, report, readings } = await chosen(thread);
    expect(posts.map(({ inReplyTo }) => inReplyTo?.kind ?? null)).toEqual([null, "own", null]);
    expect(report).toMatchObject({ items: 4, selected: 3, leftOut: { visibility: 1 } });
    expect(readings).toBe(1);
  });

  it("once in a small archive also where references lead on, to the same result", async () => {
    const forward = await chosen(thread);
    const back = await chosen(thread.toReversed());
    expect(back.posts).toEqual(forward.posts);
    expect(back.readings).toBe(1);
  });

  it("again where one copy of a post is public and another is not", async () => {
    const copies = [...thread, create(note({ id: "2", visibility: "direct" }))];
    const { posts, report, readings } = await chosen(copies);
    expect(posts.map(({ id }) => id)).toEqual([uri("1"), uri("4")]);
    expect(report.leftOut.visibility).toBe(3);
    expect(readings).toBeGreaterThan(1);
  });

  it("again where a choice rests on the whole, or documents are asked for", async () => {
    expect((await chosen(thread, { limit: 1 })).readings).toBeGreaterThan(1);
    expect((await chosen(thread, { documents: true })).readings).toBeGreaterThan(1);
  });
});

/** Some texts name other posts: as they are, in forms that only a parser reads, and across marks. */
function contents(at: number): string {
  const text = `<p>Post ${at} at the harbour, ${"where the ships lie. ".repeat(at % 40)}</p>`;
  const other = uri(String((at * 31) % 3000));
  if (at % 11 === 0) return `${text}<p><a href="${other}">${other}</a></p>`;
  if (at % 13 === 0) return `${text}<p><a href="${other.replaceAll("/", "&#47;")}">there</a></p>`;
  if (at % 17 === 0) return `${text}<p>${other.replace("statuses", "<b>statuses</b>")}</p>`;
  return text;
}

describe("posts that wait", () => {
  const many = Array.from({ length: 3000 }, (_, at) =>
    create(
      note({
        id: String(at),
        content: contents(at),
        visibility: at % 7 === 0 ? "direct" : "public",
        // Some lead on, to posts that come later; some to withheld ones.
        ...(at % 3 === 0 && { inReplyTo: uri(String((at + 500) % 3000)) }),
      }),
    ),
  );
  /** Claims that a chunk takes all the room there is. */
  const greedy: Packing = {
    pack: async (posts) => {
      const bytes = packPosts(posts);
      const padded = new Uint8Array(64 << 20);
      padded.set(bytes);
      new DataView(padded.buffer).setUint32(padded.length - 4, bytes.length);
      return padded;
    },
    expand: async (padded) => padded.slice(0, new DataView(padded.buffer).getUint32(padded.length - 4)),
    rest: () => undefined,
  };

  it("are the same, compressed or not, and where there is no room for all of them", async () => {
    const plain = await chosen(many);
    const short = await chosen(many, {}, { ...memoryLibrary(), packing: greedy });
    using disk = sqliteLibrary();
    const packed = await chosen(many, {}, disk);
    expect(short.posts).toEqual(plain.posts);
    expect(packed.posts).toEqual(plain.posts);
    expect(short.report).toEqual(plain.report);
    expect(packed.report).toEqual(plain.report);
    expect(plain.report.selected + plain.report.leftOut.visibility).toBe(3000);
    expect(short.readings).toBe(2);
  });
});
