import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { announce, create, document, note, statusUri, TESS } from "@archive/fixtures";
import type { JsonObject } from "@archive/schema";
import { memoryLibrary, select, writeOutput } from "@archive/transform";
import { htmlTarget } from "@archive/transform/html";
import { folderSink } from "@archive/transform/node";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memorySource } from "./support/memory-source.js";

/** A post of an archive, as one export has it; another export may have it otherwise or not at all. */
interface Exported {
  readonly number: number;
  readonly visibility: "public" | "unlisted" | "followers" | "direct";
  /** Which version of its text it has. */
  readonly version: number;
  readonly replyTo: number | null;
  readonly quote: number | null;
  readonly hashtags: readonly string[];
  readonly warned: boolean;
  readonly picture: boolean;
  readonly boosted: boolean;
}

const POSTS = 9;
const PIXEL = Uint8Array.from(
  Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"),
);
const idOf = (number: number): string => `1110${number}`;
/** A word that no other version of any post has. */
const wordOf = ({ number, version }: Exported): string => `word${number}of${version}end`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "site-folder-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function activitiesOf(post: Exported): readonly JsonObject[] {
  const { number, replyTo, quote, version } = post;
  const day = `${number % 3 === 0 ? "2023-12" : "2024-01"}-${String(10 + number)}`;
  const made = note({
    id: idOf(number),
    content: `<p>It says ${wordOf(post)}.</p>`,
    published: `${day}T10:00:00Z`,
    ...(version > 0 && { updated: `${day}T1${version}:00:00Z` }),
    visibility: post.visibility,
    hashtags: post.hashtags,
    inReplyTo: replyTo === null ? null : statusUri(TESS, idOf(replyTo)),
    ...(quote !== null && { quote: statusUri(TESS, idOf(quote)) }),
    ...(post.warned && { contentWarning: `About ${wordOf(post)}`, sensitive: true }),
    ...(post.picture && { attachment: [document(`/media/${number}.gif`, { name: `Seen ${wordOf(post)}` })] }),
  });
  const boost = announce(statusUri(TESS, idOf(number)), {
    id: `2220${number}`,
    published: `${day}T20:00:00Z`,
  });
  const activities: unknown[] = post.boosted ? [create(made), boost] : [create(made)];
  return JSON.parse(JSON.stringify(activities));
}

/** Converts an export into a folder, as the command does. */
async function convert(posts: readonly Exported[], folder: string): Promise<void> {
  const media = Object.fromEntries(posts.map(({ number }) => [`media/${number}.gif`, PIXEL]));
  const source = memorySource({ activities: posts.flatMap(activitiesOf), media });
  using library = memoryLibrary();
  const { selection } = await select(source, { library });
  await writeOutput({
    target: htmlTarget,
    selection,
    options: { baseUrl: "https://site.example/" },
    sink: folderSink(folder),
    manifest: { tool: "test", version: "1.0.0", command: "convert html" },
  });
}

/** Everything in a folder, the list of its files with their fingerprints included. */
function contents(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "latin1")]),
  );
}

const posts: fc.Arbitrary<readonly Exported[]> = fc
  .tuple(
    ...Array.from({ length: POSTS }, (_, number) =>
      fc.record({
        number: fc.constant(number),
        there: fc.boolean(),
        visibility: fc.constantFrom("public", "public", "public", "unlisted", "followers", "direct"),
        version: fc.nat(2),
        replyTo: fc.option(fc.nat(POSTS - 1), { freq: 2 }),
        quote: fc.option(fc.nat(POSTS - 1), { freq: 3 }),
        hashtags: fc.subarray(["Harbour", "tide", "maps"]),
        warned: fc.boolean(),
        picture: fc.boolean(),
        boosted: fc.boolean(),
      } satisfies Readonly<Record<keyof Exported | "there", unknown>>),
    ),
  )
  .map((all) =>
    all
      .filter(({ there, number }) => there || number === 0)
      .map((post) => ({ ...post, replyTo: post.replyTo === post.number ? null : post.replyTo })),
  );

/** An export, and a later one in which few posts changed. */
const exports: fc.Arbitrary<readonly (readonly Exported[])[]> = fc
  .tuple(
    posts,
    posts,
    fc.array(fc.uniqueArray(fc.nat(POSTS - 1), { maxLength: 2 }), { minLength: 2, maxLength: 4 }),
  )
  .map(([first, other, changes]) => {
    const steps = [first];
    for (const changed of changes) {
      const before = steps.at(-1) ?? [];
      steps.push(
        [
          ...before.filter(({ number }) => !changed.includes(number)),
          ...other.filter(({ number }) => changed.includes(number)),
        ],
        first,
      );
    }
    return steps;
  });

describe("a site that is converted again into its folder", () => {
  it("is byte for byte what a fresh one would be, and holds nothing of what was withheld since", async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(exports, async (steps) => {
        round += 1;
        const site = join(root, `${round}`);
        for (const [index, step] of steps.entries()) {
          await convert(step, site);
          const fresh = join(root, `${round}-${index}`);
          await convert(step, fresh);
          const all = contents(site);
          expect(all).toEqual(contents(fresh));
          const said = [...all].join("\n");
          for (const post of step) {
            const isShown = post.visibility === "public" || post.visibility === "unlisted";
            expect(said.includes(wordOf(post)), `${wordOf(post)} ${post.visibility}`).toBe(isShown);
          }
          rmSync(fresh, { recursive: true });
        }
        rmSync(site, { recursive: true });
      }),
      { numRuns: 8 },
    );
  });

  it("loses the post that was made private, and every page, feed and file of its own", async () => {
    const post = (number: number, more: Partial<Exported> = {}): Exported => ({
      number,
      visibility: "public",
      version: 0,
      replyTo: null,
      quote: null,
      hashtags: ["tide"],
      warned: false,
      picture: true,
      boosted: false,
      ...more,
    });
    const site = join(root, "site");
    const shown = post(1);
    const others = [post(0), post(2, { replyTo: 1 }), post(3, { quote: 1 }), post(4)];
    await convert([shown, ...others], site);
    expect([...contents(site)].join("\n")).toContain(wordOf(shown));

    await convert([post(1, { visibility: "direct", version: 1 }), ...others], site);
    const all = [...contents(site)].join("\n");
    expect(all).not.toMatch(/word1of|Seen word1|1110"?1\b/);
    expect(all).toContain(wordOf(post(2)));
  });
});
