import { packZip } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import type { SourceCollection } from "@archive/transform";
import { csvKitTarget, KIT_SERVERS, type KitServer } from "@archive/transform/csv-kit";
import {
  activitystreamsTarget,
  fep6fcdTarget,
  mastodonTarget,
  pleromaTarget,
} from "@archive/transform/fediverse";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collect, memorySource } from "./support/memory-source.js";
import { filesWith, reopened, selecting } from "./support/round-trip.js";

type Member = { readonly id: string; readonly [property: string]: unknown };
type Members = Readonly<Partial<Record<SourceCollection, readonly Member[]>>>;

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const domain = fc.stringMatching(/^[a-z][a-z0-9]{0,8}\.(?:example|test)$/);
const account = fc.tuple(name, domain).map(([user, host]) => `${user}@${host}`);
const accounts = fc.uniqueArray(account, { maxLength: 6 });
const address = fc.tuple(domain, fc.nat()).map(([host, n]) => `https://${host}/notes/${n}?a=1,2&b="c"`);
const addresses = fc.uniqueArray(address, { maxLength: 6 });
const title = fc.oneof(
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
    .map((text) => `L ${text.replace(/\s+/g, " ").trim()}`),
  fc.constantFrom("Maps, old", 'A "quoted" one', "=SUM(1)", "#uri", "Account address"),
);
const follow = fc.record({
  id: account,
  showBoosts: fc.boolean(),
  notify: fc.boolean(),
  languages: fc.subarray(["de", "pt-BR", "zh-TW"]),
});

const members = fc.record({
  following: fc.uniqueArray(follow, { maxLength: 6, selector: ({ id }) => id }),
  followers: accounts.map((all) => all.map((id) => ({ id }))),
  blocks: accounts.map((all) => all.map((id) => ({ id }))),
  mutes: fc.uniqueArray(fc.record({ id: account, hideNotifications: fc.boolean() }), {
    maxLength: 6,
    selector: ({ id }) => id,
  }),
  lists: fc.uniqueArray(
    fc.tuple(title, account).map(([list, member]) => ({ id: list, list, member })),
    { maxLength: 6, selector: ({ list, member }) => `${list}\n${member}` },
  ),
  domainBlocks: fc.uniqueArray(domain, { maxLength: 6 }).map((all) => all.map((id) => ({ id }))),
  bookmarks: addresses.map((all) => all.map((id) => ({ id }))),
  likes: addresses.map((all) => all.map((id) => ({ id }))),
});

const bare = ({ id }: Member): Member => ({ id });
const whole = (member: Member): Member => member;
/** A row of Misskey's has neither quotes nor escapes. */
const withoutCommas = ({ list, member }: Member): Member => {
  const plain = String(list)
    .replaceAll(/\s*,+\s*/g, " ")
    .trim();
  return { id: plain, list: plain, member };
};
/** `languages` is a cell: empty, it says nothing. */
const followed = ({ languages, ...rest }: Member): Member =>
  Array.isArray(languages) && languages.length > 0 ? { ...rest, languages } : rest;

type Kept = Readonly<Partial<Record<SourceCollection, (member: Member) => Member>>>;

/** What of the members of each collection comes back. */
const KITS: Readonly<Record<KitServer, Kept>> = {
  mastodon: {
    following: followed,
    blocks: whole,
    mutes: whole,
    lists: whole,
    domainBlocks: whole,
    bookmarks: whole,
  },
  gotosocial: { following: followed, blocks: whole, mutes: whole },
  pleroma: { following: bare, blocks: bare, mutes: bare },
  akkoma: { following: bare, blocks: bare, mutes: bare },
  misskey: { following: bare, blocks: bare, mutes: bare, lists: withoutCommas },
  sharkey: { following: bare, blocks: bare, mutes: bare, lists: withoutCommas },
  friendica: { following: ({ id }) => ({ id, showBoosts: true }) },
};

/** Whatever order a format has them in. */
function sorted(all: readonly Member[]): readonly string[] {
  return all.map((each) => JSON.stringify(Object.entries(each).toSorted())).toSorted();
}

async function membersOf(files: ReadonlyMap<string, Uint8Array>): Promise<Members> {
  await using archive = await openArchive(await packZip(new Map(files)));
  const found: Record<string, Member[]> = {};
  for (const collection of archive.has) {
    const all = await collect(archive.collection(collection));
    found[collection] = all.map(({ value }) => ({ ...value }));
  }
  return found;
}

function expected(given: Members, kept: Kept): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(kept)
      // The keys are collections: their type says so.
      .map(
        ([collection, of]) =>
          [collection, sorted((given[collection as SourceCollection] ?? []).map(of))] as const,
      )
      .filter(([, all]) => all.length > 0),
  );
}

describe.each(KIT_SERVERS)("CSVs for %s", (server) => {
  it("come back from the reader but for what has no column there", async () => {
    await fc.assert(
      fc.asyncProperty(members, async (given) => {
        const selection = await selecting(memorySource({ collections: given }));
        const files = await filesWith(csvKitTarget, selection, { server });
        const kept = expected(given, KITS[server]);
        if (Object.keys(kept).length === 0) {
          expect(files.size).toBe(0);
          return;
        }
        const found = Object.entries(await membersOf(files)).map(([key, all]) => [key, sorted(all)]);
        expect(Object.fromEntries(found)).toEqual(kept);
      }),
      { numRuns: 30 },
    );
  });
});

const LINKS: Kept = { likes: whole, bookmarks: whole };
const ARCHIVES = [
  [activitystreamsTarget, LINKS],
  [mastodonTarget, LINKS],
  [pleromaTarget, { ...LINKS, following: bare, followers: bare }],
  [
    fep6fcdTarget,
    {
      ...LINKS,
      following: followed,
      followers: whole,
      blocks: whole,
      mutes: whole,
      lists: whole,
      domainBlocks: whole,
    },
  ],
] as const;

describe.each(ARCHIVES.map(([target, kept]) => ({ name: target.name, target, kept })))(
  "$name",
  ({ target, kept }) => {
    it("gives back the collections it holds", async () => {
      await fc.assert(
        fc.asyncProperty(members, async (given) => {
          const files = await filesWith(target, await selecting(memorySource({ collections: given })), {});
          await using archive = await reopened(files);
          for (const [collection, of] of Object.entries(kept)) {
            // The keys are collections: their type says so.
            const key = collection as SourceCollection;
            const all = await collect(archive.collection(key));
            expect(sorted(all.map(({ value }) => of({ ...value })))).toEqual(
              sorted((given[key as keyof typeof given] ?? []).map(of)),
            );
          }
        }),
        { numRuns: 20 },
      );
    });
  },
);
