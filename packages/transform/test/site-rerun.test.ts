import type { Post, Selection } from "@archive/transform";
import { type HtmlOptions, htmlTarget } from "@archive/transform/html";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyPage, words } from "./html-every-page.js";
import { textOf } from "./html-pages.js";
import { attachment, type MadeSelection, picture, post, selectionOf } from "./html-selection.js";
import { collect } from "./support/memory-source.js";

/** A file as a sink keeps it from one run to the next. */
interface Kept {
  readonly fingerprint: string | undefined;
  readonly text: string;
}

/** What a run left, and which files it had to make. */
interface Ran {
  readonly files: ReadonlyMap<string, Kept>;
  readonly made: readonly string[];
}

/** A run of the target into what an earlier one left, as every sink with a memory does it. */
async function run(
  selection: Selection,
  options: HtmlOptions,
  earlier: Ran["files"] = new Map(),
): Promise<Ran> {
  const files = new Map<string, Kept>();
  const made: string[] = [];
  for await (const { path, content, fingerprint } of htmlTarget.render(selection, options)) {
    const known = earlier.get(path);
    const same = fingerprint !== undefined && known?.fingerprint === fingerprint;
    files.set(path, same ? known : { fingerprint, text: await textOf(content) });
    if (!same) made.push(path);
  }
  return { files, made };
}

function textsOf({ files }: Ran): ReadonlyMap<string, string> {
  return new Map([...files].map(([path, { text }]) => [path, text]));
}

/** Posts of every kind, the same ones for every case; the last one names a hashtag that it is no part of. */
const EVERY_KIND: readonly Post[] = await collect(everyPage().posts("oldest"));
const POOL: readonly Post[] = [
  ...EVERY_KIND,
  post({
    kind: "boost",
    published: "2024-05-06T05:00:00Z",
    boostOf: { kind: "own", key: EVERY_KIND[0]?.key ?? "" },
  }),
  post({ published: "2024-05-05T05:00:00Z", content: words("Of #new there may be more.") }),
];
const MEDIA = {
  a: picture("a.webp"),
  b: picture("b.webp"),
  v: { ...picture("v.webm"), mediaType: "video/webm" },
  c: { ...picture("c.vtt"), mediaType: "text/vtt" },
} as const;

interface Case extends MadeSelection {
  readonly options: HtmlOptions;
}

const BASE: Case = { posts: POOL, media: MEDIA, options: { baseUrl: "https://a.example/" } };

const EDITS: readonly Partial<Post>[] = [
  { content: words("Changed, with #new."), tags: [{ kind: "hashtag", name: "new" }] },
  { content: words("Changed, with #tide."), tags: [{ kind: "hashtag", name: "tide" }] },
  { contentWarning: "Harbours" },
  { title: "A title", language: "de" },
  { updated: "2024-06-01T00:00:00Z", sensitive: true },
  { attachments: [attachment({ media: "a" }), attachment({ media: "b", alt: "Said." })] },
  { published: "2024-03-14T08:03:30Z", audience: { visibility: "unlisted", basis: "addressing" } },
  // What a reply becomes when the post it answers is made private.
  { kind: "reply", inReplyTo: { kind: "withheld" } },
];

const CHANGES: readonly Partial<Case>[] = [
  { media: {} },
  ...Object.keys(MEDIA).map((key) => ({ media: { ...MEDIA, [key]: { state: "missing" as const } } })),
  { media: { ...MEDIA, a: { ...MEDIA.a, width: 9, name: "d.webp" } } },
  { account: null },
  { account: { name: "Tess T." } },
  { account: { avatar: "a" } },
  { account: { handle: null, indexable: false } },
  { others: [{ name: "Ben", id: "https://social.example/users/ben" }] },
  { timeZone: "Asia/Tokyo" },
  ...(
    [
      {},
      { baseUrl: "https://b.example/x/" },
      { title: "Two" },
      { locale: "en-GB" },
      { locale: "ar" },
      { media: false },
      { boostsPage: true },
      { theme: { footer: "Mine." } },
      { theme: { menu: ["posts", { label: "Home", href: "https://home.example/" }] } },
      { theme: { styles: "body { color: red }", tokens: { ink: "#123" } } },
      { theme: { title: "Of the theme" } },
      { theme: { components: { Colophon: () => null } } },
    ] satisfies readonly HtmlOptions[]
  ).map((options) => ({ options: { ...BASE.options, ...options } })),
];

function selected({ options: _, ...made }: Case): Selection {
  return selectionOf(made);
}

const postsOf: fc.Arbitrary<readonly Post[]> = fc
  .tuple(
    fc.array(fc.nat(POOL.length - 1), { maxLength: 4 }),
    fc.array(fc.tuple(fc.nat(POOL.length - 1), fc.constantFrom(...EDITS)), { maxLength: 3 }),
  )
  .map(([withheld, edits]) => {
    const changed = new Map(edits);
    return POOL.flatMap((each, index) =>
      withheld.includes(index) ? [] : [{ ...each, ...changed.get(index) }],
    );
  });

/** One after the other, each goes on from what the one before left. */
const cases: fc.Arbitrary<Case> = fc
  .tuple(postsOf, fc.option(fc.constantFrom(...CHANGES), { freq: 1 }))
  .map(([posts, change]) => ({ ...BASE, posts, ...change }));

const first = await run(selected(BASE), BASE.options);

/** The base becomes this and the base again. */
async function comesAndGoes(changed: Case): Promise<void> {
  const again = await run(selected(changed), changed.options, first.files);
  expect(textsOf(again)).toEqual(textsOf(await run(selected(changed), changed.options)));
  const back = await run(selected(BASE), BASE.options, again.files);
  expect(textsOf(back)).toEqual(textsOf(first));
}

describe("a second run", () => {
  it("leaves what a fresh one would, whatever changed in between", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cases, { minLength: 2, maxLength: 4 }), async (steps) => {
        let earlier: Ran["files"] = new Map();
        for (const step of steps) {
          const again = await run(selected(step), step.options, earlier);
          const fresh = await run(selected(step), step.options);
          expect(textsOf(again)).toEqual(textsOf(fresh));
          earlier = again.files;
        }
      }),
      { numRuns: 8 },
    );
  });

  describe("leaves what a fresh one would, and goes back to what was, when", () => {
    it.each([...POOL.entries()])("post %i is left out, or edited", async (index) => {
      await comesAndGoes({ ...BASE, posts: POOL.filter((_, at) => at !== index) });
      for (const edit of [EDITS[index % EDITS.length], EDITS[(index + 3) % EDITS.length]]) {
        await comesAndGoes({
          ...BASE,
          posts: POOL.map((each, at) => (at === index ? { ...each, ...edit } : each)),
        });
      }
    });

    it.each(CHANGES.map((change) => [JSON.stringify(change).slice(0, 90), change] as const))(
      "this changes: %s",
      async (_, change) => {
        await comesAndGoes({ ...BASE, ...change });
      },
    );
  });

  it("makes only what a new post touches", async () => {
    const same = await run(selected(BASE), BASE.options, first.files);
    // What speaks of all posts, and nothing else.
    expect(same.made.filter((path) => /^(?:\d{4}\/\d\d|tags\/[^/]+\/|gallery\/.+\/)/.test(path))).toEqual([]);

    const added = post({ published: "2024-09-09T09:00:00Z", content: words("New, in a month of its own.") });
    const more = await run(selected({ ...BASE, posts: [...POOL, added] }), BASE.options, first.files);
    const pages = more.made.filter((path) => /^\d{4}\/\d\d\/\d\d-[^/]+\/index\.html$/.test(path));
    expect(pages).toHaveLength(2);
    expect(pages).toContain(`2024/09/09-${added.key}/index.html`);
  });

  it("makes everything anew where a theme has code of its own", async () => {
    const theme = { components: { Colophon: () => null } };
    const { files } = await run(selectionOf({ posts: POOL }), { theme });
    expect([...files.values()].every(({ fingerprint }) => fingerprint === undefined)).toBe(true);
  });
});
