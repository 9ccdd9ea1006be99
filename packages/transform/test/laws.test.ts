import { announce, create, document, note, question, statusUri, TESS } from "@archive/fixtures";
import type { JsonObject } from "@archive/schema";
import { type Library, memoryLibrary, type Selection, select, type ThreadNode } from "@archive/transform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collect, memorySource } from "./support/memory-source.js";

type Level = "public" | "unlisted" | "followers" | "direct";

interface Draft {
  readonly visibility: Level;
  readonly kind: "note" | "poll" | "boost" | "selfBoost";
  /** Which of the other posts it answers, quotes or names; taken modulo their number. */
  readonly parent: number | null;
  readonly quote: number | null;
  readonly link: number | null;
  readonly minute: number;
}

const draft: fc.Arbitrary<Draft> = fc.record({
  visibility: fc.constantFrom("public", "unlisted", "followers", "direct"),
  kind: fc.constantFrom("note", "note", "note", "poll", "boost", "selfBoost"),
  parent: fc.option(fc.nat(30)),
  quote: fc.option(fc.nat(30), { freq: 3 }),
  link: fc.option(fc.nat(30), { freq: 3 }),
  minute: fc.nat(3),
});

const number = (at: number): string => `4711000${String(at).padStart(3, "0")}`;
const uri = (at: number): string => statusUri(TESS, number(at));
const marker = (at: number): string => `marker-${number(at)}-end`;

/** An archive in which every post has its marker in every field, and posts refer to each other at will. */
function archive(drafts: readonly Draft[]): JsonObject[] {
  const other = (at: number | null) => (at === null || drafts.length === 0 ? null : at % drafts.length);
  const activities = drafts.map((each, at) => {
    const [parent, quote, link] = [other(each.parent), other(each.quote), other(each.link)];
    const published = `2024-05-01T10:0${each.minute}:00Z`;
    const { visibility } = each;
    if (each.kind === "boost")
      return announce("https://other.example/1", { id: number(at), visibility, published });
    if (each.kind === "selfBoost") {
      return announce(parent === null ? uri(at) : uri(parent), {
        id: `${number(at)}9`,
        visibility,
        published,
      });
    }
    const options = {
      id: number(at),
      visibility,
      published,
      content: `<p>${marker(at)} ${link === null ? "" : `<a href="${TESS.url}/${number(link)}">see</a> ${uri(link)}?x`}</p>`,
      contentWarning: marker(at),
      hashtags: [marker(at).replaceAll("-", "")],
      attachment: [document(`/${marker(at)}.png`, { name: marker(at) })],
      replies: drafts.flatMap((answer, from) => (other(answer.parent) === at ? [uri(from)] : [])),
      conversation: parent === null ? uri(at) : uri(parent),
      ...(parent !== null && { inReplyTo: uri(parent) }),
      ...(quote !== null && { quote: uri(quote) }),
    };
    return each.kind === "poll"
      ? create(question({ ...options, options: [{ name: marker(at), votes: 1 }] }))
      : create(note(options));
  });
  return activities.map((activity) => JSON.parse(JSON.stringify(activity)));
}

const isOpen = (each: Draft): boolean => each.visibility === "public" || each.visibility === "unlisted";

async function staged(activities: readonly JsonObject[]) {
  const library = memoryLibrary();
  const { selection, report } = await select(memorySource({ activities }), { library });
  return { library, selection, report };
}

const contents = (library: Library): string =>
  JSON.stringify([[...library.scan("oldest")], [...library.scanMedia()]]);

function keysIn(node: ThreadNode): string[] {
  return [node.key, ...node.replies.flatMap(keysIn)];
}

async function threadsOf(selection: Selection): Promise<string[][]> {
  const roots = new Map<string, string[]>();
  for await (const post of selection.posts("oldest")) {
    const { root, size } = selection.thread(post.key);
    const members = keysIn(root);
    expect(members).toHaveLength(size);
    expect(members).toContain(post.key);
    roots.set(root.key, members);
  }
  return [...roots.values()];
}

describe("laws of a selection", () => {
  it("nothing of a post that is not selected gets into the library", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(draft, { maxLength: 12 }), async (drafts) => {
        const text = contents((await staged(archive(drafts))).library).toLowerCase();
        for (const [at, each] of drafts.entries()) {
          const posts = each.kind === "note" || each.kind === "poll";
          if (isOpen(each) && posts) expect(text).toContain(marker(at));
          if (isOpen(each) || !posts) continue;
          expect(text).not.toContain(number(at));
        }
      }),
      { numRuns: 150 },
    );
  });

  it("what comes in goes out or is counted as left out", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(draft, { maxLength: 20 }), async (drafts) => {
        const { selection, report } = await staged(archive(drafts));
        const posts = await collect(selection.posts("oldest"));
        const left = Object.values(report.leftOut).reduce((sum, count) => sum + count, 0);
        expect([report.items, report.selected]).toEqual([drafts.length, posts.length]);
        expect(report.selected + left).toBe(report.items);
        expect(posts.length).toBe(drafts.filter(isOpen).length);
        const monthly = selection.months().reduce((sum, month) => sum + month.posts + month.boosts, 0);
        expect(monthly).toBe(posts.length);
        expect(Object.values(selection.counts.byKind).reduce((sum, count) => sum + count, 0)).toBe(
          posts.length,
        );
      }),
      { numRuns: 100 },
    );
  });

  it("threads part the posts: every post in one, no cycle, order kept", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(draft, { maxLength: 20 }), async (drafts) => {
        const { selection } = await staged(archive(drafts));
        const keys = (await collect(selection.posts("oldest"))).map((post) => post.key);
        const threads = await threadsOf(selection);
        expect(threads.flat().sort()).toEqual(keys.toSorted());
        expect((await collect(selection.posts("newest"))).map((post) => post.key)).toEqual(keys.toReversed());
      }),
      { numRuns: 100 },
    );
  });

  it("the order in which an archive lists its posts makes no difference", async () => {
    const shuffled = fc
      .array(draft, { maxLength: 12 })
      .chain((drafts) =>
        fc
          .shuffledSubarray(archive(drafts), { minLength: drafts.length })
          .map((other) => [archive(drafts), other] as const),
      );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([one, other]) => {
        expect(contents((await staged(other)).library)).toBe(contents((await staged(one)).library));
      }),
      { numRuns: 100 },
    );
  });
});
