import { announce, create, document, note, question, statusUri, TESS } from "@archive/fixtures";
import type { JsonObject } from "@archive/schema";
import {
  type Library,
  type LibraryRow,
  memoryLibrary,
  type PostRange,
  type Selection,
  type SelectOptions,
  select,
  type ThreadNode,
} from "@archive/transform";
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
  /** A mark that narrows a post whatever its addressing says. */
  readonly mark: "localOnly" | "_misskey_localOnly" | "directMessage" | null;
}

const draft: fc.Arbitrary<Draft> = fc.record({
  visibility: fc.constantFrom("public", "unlisted", "followers", "direct"),
  kind: fc.constantFrom("note", "note", "note", "poll", "boost", "selfBoost"),
  parent: fc.option(fc.nat(30)),
  quote: fc.option(fc.nat(30), { freq: 3 }),
  link: fc.option(fc.nat(30), { freq: 3 }),
  minute: fc.nat(3),
  mark: fc.constantFrom(null, null, null, null, "localOnly", "_misskey_localOnly", "directMessage"),
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
    const made =
      each.kind === "poll"
        ? create(question({ ...options, options: [{ name: marker(at), votes: 1 }] }))
        : create(note(options));
    // What only some servers write, of which nothing may stay either.
    const more = {
      name: `${marker(at)} ${link === null ? "" : uri(link)}`,
      source: { content: `${marker(at)} ${link === null ? "" : uri(link)}` },
      context: `https://social.example/contexts/1-${number(parent ?? at)}`,
      bto: [`https://other.example/users/${marker(at)}`],
      formerRepresentations: {
        orderedItems: [
          { type: "Note", content: `${marker(at)} ${link === null ? "" : uri(link)}`, updated: published },
        ],
      },
      ...(parent !== null && { _misskey_quote: uri(parent), likes: { items: [uri(parent)], totalItems: 3 } }),
      ...(each.mark !== null && { [each.mark]: true }),
    };
    return { ...made, object: { ...made.object, ...more } };
  });
  return activities.map((activity) => JSON.parse(JSON.stringify(activity)));
}

/** A boost has no object of its own to carry a mark. */
const isOpen = (each: Draft): boolean =>
  (each.visibility === "public" || each.visibility === "unlisted") && (each.mark === null || !isPost(each));

/** How many open boosts boost a post that is hidden. */
function boostsOfHidden(drafts: readonly Draft[]): number {
  return drafts.filter((each, at) => {
    if (each.kind !== "selfBoost" || !isOpen(each)) return false;
    const boosted = drafts[each.parent === null ? at : each.parent % drafts.length];
    return boosted !== undefined && isPost(boosted) && !isOpen(boosted);
  }).length;
}

const isPost = (each: Draft): boolean => each.kind === "note" || each.kind === "poll";

async function staged(activities: readonly JsonObject[], options: Partial<SelectOptions> = {}) {
  const library = memoryLibrary();
  const { selection, report } = await select(memorySource({ activities }), { library, ...options });
  return { library, selection, report };
}

const legible = (row: LibraryRow) => ({ ...row, bytes: new TextDecoder().decode(row.bytes) });

const contents = (library: Library): string =>
  JSON.stringify([[...library.scan("oldest")].map(legible), [...library.scanMedia()]]);

const documents = (library: Library): string =>
  [...library.scan("oldest")].map(({ key }) => library.getDocument(key)).join("\n");

/** A library that keeps everything it was ever told, as a disk might. */
function recording(): Library & { readonly told: string[] } {
  const library = memoryLibrary();
  const told: string[] = [];
  return {
    ...library,
    told,
    put(row) {
      told.push(JSON.stringify(legible(row)));
      library.put(row);
    },
    putDocument(key, json) {
      told.push(json);
      library.putDocument(key, json);
    },
    putMedia(media) {
      told.push(JSON.stringify(media));
      library.putMedia(media);
    },
  };
}

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
          if (isOpen(each) && isPost(each)) expect(text).toContain(marker(at));
          if (isOpen(each) || !isPost(each)) continue;
          expect(text).not.toContain(number(at));
        }
      }),
      { numRuns: 150 },
    );
  });

  it("nor did any get into it on the way, with documents and histories or without", async () => {
    const options = fc.record({
      documents: fc.boolean(),
      history: fc.boolean(),
      limit: fc.constantFrom(undefined, 3),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(draft, { maxLength: 12 }), options, async (drafts, chosen) => {
        const library = recording();
        const { selection } = await select(memorySource({ activities: archive(drafts) }), {
          ...chosen,
          library,
        });
        const told = library.told.join("\n").toLowerCase();
        const kept = new Set((await collect(selection.posts("oldest"))).map(({ id }) => id));
        for (const [at, each] of drafts.entries()) {
          if (isPost(each) && !kept.has(uri(at))) expect(told).not.toContain(number(at));
        }
        if (chosen.documents) {
          const json = documents(library);
          for (const at of drafts.keys()) if (kept.has(uri(at))) expect(json).toContain(marker(at));
          expect(json).not.toContain("bto");
          if (!chosen.history) expect(json).not.toContain("formerRepresentations");
        }
      }),
      { numRuns: 200 },
    );
  });

  it("posts that a later export no longer has leave no trace", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(draft, fc.boolean()), { maxLength: 10 }), async (drafts) => {
        const activities = archive(drafts.map(([each]) => each));
        const sources = [
          memorySource({ activities, exportedAt: "2024-06-01T00:00:00Z" }),
          memorySource({
            activities: activities.filter((_, at) => drafts[at]?.[1]),
            exportedAt: "2025-06-01T00:00:00Z",
          }),
        ];
        const texts: string[] = [];
        for (const order of [sources, sources.toReversed()]) {
          const library = recording();
          const { report } = await select(order, { library, documents: true });
          const left = Object.values(report.leftOut).reduce((sum, count) => sum + count, 0);
          expect(report.selected + left).toBe(report.items);
          const told = library.told.join("\n");
          for (const [at, [each, stays]] of drafts.entries()) {
            if (isPost(each) && !(stays && isOpen(each))) expect(told).not.toContain(number(at));
          }
          texts.push(contents(library) + documents(library));
        }
        expect(texts[0]).toBe(texts[1]);
      }),
      { numRuns: 100 },
    );
  });

  it("tags, kinds and attachments pick from the posts and from nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(draft, { maxLength: 20 }), async (drafts) => {
        const { selection } = await staged(archive(drafts));
        const posts = await collect(selection.posts("oldest"));
        const keys = (found: readonly { readonly key: string }[]) => found.map(({ key }) => key);
        const read = async (range: PostRange) => keys(await collect(selection.posts("oldest", range)));
        for (const { slug, name, posts: count } of selection.tags()) {
          const having = posts.filter(({ tags }) =>
            tags.some((tag) => tag.kind === "hashtag" && tag.name === name),
          );
          expect(await read({ tag: slug })).toEqual(keys(having));
          expect(having).toHaveLength(count);
          expect(selection.slugOf(`#${name.toUpperCase()}`)).toBe(slug);
        }
        expect(await read({ attachments: true })).toEqual(
          keys(posts.filter(({ attachments }) => attachments.length > 0)),
        );
        expect(await read({ kinds: ["reply", "boost"] })).toEqual(
          keys(posts.filter(({ kind }) => kind === "reply" || kind === "boost")),
        );
        expect(selection.slugOf("nowhere")).toBeNull();
      }),
      { numRuns: 50 },
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
        expect(posts.length).toBe(drafts.filter(isOpen).length - report.leftOut.boostOfWithheld);
        expect(report.leftOut.boostOfWithheld).toBe(boostsOfHidden(drafts));
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

  it("neither does the machine's time zone", async () => {
    const before = process.env.TZ;
    const drafts = fc.sample(draft, { numRuns: 12, seed: 7 });
    const texts: string[] = [];
    try {
      for (const zone of ["UTC", "Asia/Kolkata", "Pacific/Apia", "America/St_Johns"]) {
        process.env.TZ = zone;
        const { library, selection } = await staged(archive(drafts), { timeZone: "Europe/Berlin" });
        texts.push(
          contents(library) + JSON.stringify([selection.months(), [...selection.days()], selection.tags()]),
        );
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
    expect(new Set(texts).size).toBe(1);
  });
});
