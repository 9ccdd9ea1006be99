import { isJsonObject } from "@archive/schema";
import { htmlTarget } from "@archive/transform/html";
import { type IndexFile, indexMaker, type PostToIndex } from "@archive/transform/search";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Post } from "../src/post/post.js";
import { CarriedIndex } from "../src/search/carried-index.js";
import { chunkValue, scriptChunk } from "../src/search/script-chunk.js";
import { words } from "./html-every-page.js";
import { textOf } from "./html-pages.js";
import { post, selectionOf } from "./html-selection.js";
import { collect } from "./support/memory-source.js";

const PIECE = 20;
const TEXTS = ["tide and harbour", "Größe 朝の散歩", "long ".repeat(900), "maps", "كتاب AIの"];
const NAMES = ["Tide", "tide", "maps", "two words"];

/** A post as one export has it; a word tells each version of each apart. */
interface Said {
  readonly number: number;
  readonly version: number;
}

const wordOf = ({ number, version }: Said): string => `word${number}of${version}end`;

function postOf(said: Said): Post {
  const { number, version } = said;
  return post({
    key: `key${String(number).padStart(13, "0")}`,
    published: new Date(Date.UTC(2023, 11, 1) + number * 3_600_000 * 12).toISOString(),
    language: [null, "en", "de", "ja"][(number + version) % 4] ?? null,
    content: words(`${wordOf(said)} ${TEXTS[number % TEXTS.length]}`),
    contentWarning: number % 11 === 0 ? `About ${wordOf(said)}` : null,
    tags: [
      { kind: "hashtag", name: NAMES[number % NAMES.length] ?? "" },
      ...(number % 3 === 0
        ? [{ kind: "mention", name: `@ada${version}@a.example`, url: null } as const]
        : []),
    ],
  });
}

async function toIndex(said: readonly Said[]): Promise<readonly PostToIndex[]> {
  const posts = await collect(selectionOf({ posts: said.map(postOf) }).posts("oldest"));
  return posts.map((each) => ({
    post: each,
    place: { page: `p/${each.key}`, year: each.published?.slice(0, 4) ?? "", picture: null },
  }));
}

interface Ran {
  /** In the order in which they come out. */
  readonly files: readonly IndexFile[];
  /** How many posts were looked through. */
  readonly looked: number;
}

/** A run over posts into what an earlier one left. */
async function run(said: readonly Said[], earlier: readonly IndexFile[] = [], version = "1"): Promise<Ran> {
  const posts = await toIndex(said);
  const known = new Map(earlier.map(({ name, text }) => [name, text]));
  const maker = indexMaker();
  let looked = 0;
  const carried = new CarriedIndex({
    maker: {
      ...maker,
      add(piece) {
        const all = [...piece];
        looked += all.length;
        return maker.add(all);
      },
    },
    version,
    earlier: (name) => known.get(name) ?? null,
    async *again(count) {
      yield* posts.slice(0, count);
    },
  });
  const files: IndexFile[] = [];
  const answers: Promise<readonly IndexFile[]>[] = [];
  for (let at = 0; at < posts.length; at += PIECE) answers.push(carried.add(posts.slice(at, at + PIECE)));
  // A site hands its last piece on also where it is empty.
  answers.push(carried.add([]));
  for (const answer of answers) files.push(...(await answer));
  for (let rest = await carried.rest(); rest.length > 0; rest = await carried.rest()) files.push(...rest);
  return { files, looked };
}

/** Of no type that a part of an index has. */
const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  {},
  [7],
  [["x"]],
  [["x", -1]],
  [["x", 1, 2]],
  ["x", null],
];

const said = (count: number): readonly Said[] =>
  Array.from({ length: count }, (_, number) => ({ number, version: 0 }));

/** The same posts with some added, edited or gone: anywhere, or only at the end, as it mostly is. */
const laterThan = (before: readonly Said[]): fc.Arbitrary<readonly Said[]> =>
  fc
    .record({
      gone: fc.uniqueArray(fc.nat(before.length), { maxLength: 2 }),
      edited: fc.uniqueArray(fc.nat(before.length), { maxLength: 2 }),
      version: fc.integer({ min: 1, max: 3 }),
      more: fc.nat(3 * PIECE),
      fromEnd: fc.boolean(),
    })
    .map(({ gone, edited, version, more, fromEnd }) => {
      const place = (at: number): number => (fromEnd ? before.length - 1 - (at % PIECE) : at);
      const without = new Set(gone.map(place));
      const changed = new Set(edited.map(place));
      const next = Math.max(-1, ...before.map(({ number }) => number)) + 1;
      return [
        ...before.map((each, at) => (changed.has(at) ? { ...each, version } : each)),
        ...Array.from({ length: more }, (_, at) => ({ number: next + at, version: 0 })),
      ].filter((_, at) => !without.has(at));
    });

const runs: fc.Arbitrary<readonly (readonly Said[])[]> = fc
  .nat(7 * PIECE)
  .map(said)
  .chain((first) =>
    laterThan(first).chain((second) => laterThan(second).map((third) => [first, second, third, first])),
  );

describe("an index that goes on from an earlier one", () => {
  it("has the files of a fresh one in their order, and nothing of posts that are gone or changed", async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (steps) => {
        let earlier: readonly IndexFile[] = [];
        for (const step of steps) {
          const { files } = await run(step, earlier);
          expect(files).toEqual((await run(step)).files);
          const all = files.map(({ text }) => text).join("\n");
          const shown = new Set(step.map(wordOf));
          for (const [word] of all.matchAll(/word\d+of\d+end/g)) expect(shown).toContain(word);
          earlier = files;
        }
      }),
      { numRuns: 60 },
    );
  });

  it("looks through the posts behind the last piece only, where there are more", async () => {
    const first = await run(said(10 * PIECE + 7));
    expect(first.looked).toBe(10 * PIECE + 7);
    expect((await run(said(10 * PIECE + 7), first.files)).looked).toBe(7);
    expect((await run(said(11 * PIECE), first.files)).looked).toBe(PIECE);
    expect((await run(said(12 * PIECE + 1), first.files)).looked).toBe(2 * PIECE + 1);
  });

  it("is made anew by another version, and where a file is not as it was written", async () => {
    const posts = said(6 * PIECE);
    const { files } = await run(posts);
    const wanted = await run([...posts, { number: 999, version: 0 }]);
    for (const { name } of files) {
      const rest = files.filter((file) => file.name !== name);
      expect((await run([...posts, { number: 999, version: 0 }], rest)).files, name).toEqual(wanted.files);
    }
    expect((await run(posts, files, "2")).looked).toBe(posts.length);
  });

  it("is made anew where a part of what is there is of another type", async () => {
    const posts = said(6 * PIECE);
    const { files } = await run(posts);
    for (const name of ["made-of", "facts", "t0"]) {
      const value = chunkValue(name, files.find((file) => file.name === name)?.text ?? null);
      if (!isJsonObject(value)) throw new TypeError(name);
      for (const [key, odd] of Object.keys(value).flatMap((key) => ODD.map((odd) => [key, odd] as const))) {
        const text = scriptChunk(name, { ...value, [key]: odd });
        const earlier = files.map((file) => (file.name === name ? { name, text } : file));
        const again = await run(posts, earlier);
        expect(again.files, `${name} ${key}`).toEqual(files);
        expect(again.looked, `${name} ${key}`).toBe(posts.length);
      }
    }
  });

  it("is made anew where what is there can't be read", async () => {
    const posts = said(6 * PIECE);
    const { files } = await run(posts);
    for (const broken of ["made-of", "facts", "m0", "t0"]) {
      const odd = [
        "",
        "null",
        "{",
        ...[null, 7, "x", {}, [], { terms: 1 }, { version: "1", pieces: [[]], tags: 1 }].map((each) =>
          scriptChunk(broken, each),
        ),
      ];
      for (const text of odd) {
        const earlier = files.map((file) => (file.name === broken ? { ...file, text } : file));
        expect((await run(posts, earlier)).files, `${broken}: ${text}`).toEqual(files);
      }
    }
  });
});

describe("a site", () => {
  const site = async (count: number, earlier: ReadonlyMap<string, string> = new Map()) => {
    const files = new Map<string, string>();
    let asked = 0;
    const selection = selectionOf({ posts: said(count).map(postOf) });
    for await (const { path, content } of htmlTarget.render(
      selection,
      {},
      {
        earlier: (name) => {
          asked += 1;
          return earlier.get(name) ?? null;
        },
      },
    )) {
      if (path.startsWith("search/")) files.set(path, await textOf(content));
    }
    return { files, asked };
  };

  it("of many posts goes on from its earlier index, one of few says nothing of it", async () => {
    const { files } = await site(1050);
    expect(files.has("search/made-of.js")).toBe(true);
    const again = await site(1051, files);
    expect(again.asked).toBeGreaterThan(3);
    expect([...again.files]).toEqual([...(await site(1051)).files]);
    expect((await site(20)).files.has("search/made-of.js")).toBe(false);
  });
});
