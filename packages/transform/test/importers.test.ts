import {
  create,
  exportFixtures,
  mastodonArchive,
  note,
  packTar,
  packZip,
  question,
  sampleArchive,
} from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import type { Post, Selection } from "@archive/transform";
import { fep6fcdTarget, gotosocialTarget, mastodonTarget, sharkeyTarget } from "@archive/transform/fediverse";
import { wordPressTarget } from "@archive/transform/wordpress";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { activities, MEDIA } from "./support/generated-posts.js";
import { pluginImport } from "./support/importers/activitypub-plugin.js";
import { fossilized } from "./support/importers/fossilizer.js";
import { sharkeyImport } from "./support/importers/sharkey.js";
import { slurp } from "./support/importers/slurp.js";
import { walletErrors } from "./support/importers/wallet-export.js";
import { filesOf, filesWith, selecting, split } from "./support/round-trip.js";

// What the importers themselves would do with what is written for them: their conditions, transcribed from their code.

type Check = (selection: Selection) => Promise<void>;

/** Tries a target on the sample, on every export that is read, and on posts of every kind. */
function triedOnAll(check: Check): void {
  it("the sample account", async () => {
    await using archive = await openArchive(await packZip(sampleArchive()));
    await check(await selecting(archive));
  });

  it.each(Object.entries(exportFixtures()))("an export of %s", async (_, fixture) => {
    const options = { account: "tess@social.example" };
    await using archive = await openArchive(await packZip(fixture.files), options);
    await check(await selecting(archive));
  });

  it("posts of every kind", async () => {
    await fc.assert(
      fc.asyncProperty(activities, async (items) => {
        const files = mastodonArchive({ activities: items, media: MEDIA });
        await using archive = await openArchive(await packZip(files));
        await check(await selecting(archive));
      }),
      { numRuns: 60 },
    );
  });
}

const byTime = (a: string, b: string): number => (a < b ? -1 : 1);
const timesOf = (posts: readonly Post[]): string[] =>
  posts.map(({ published }) => new Date(published ?? "").toISOString()).toSorted(byTime);

describe("Sharkey takes all that is written for it, and shows it to nobody else", () => {
  const HOME = { public: "public", home: "unlisted", followers: "followers" } as const;
  triedOnAll(async (selection) => {
    const files = await filesOf(sharkeyTarget, selection);
    const notes = sharkeyImport(files);
    const { taken } = await split(sharkeyTarget, selection);
    expect(notes.map(({ createdAt }) => createdAt).toSorted(byTime)).toEqual(timesOf(taken));
    const seen = notes.map(({ visibility, cw }) => [HOME[visibility], cw]);
    const meant = taken.map(({ audience, contentWarning }) => [audience.visibility, contentWarning]);
    expect(seen.map(String).toSorted()).toEqual(meant.map(String).toSorted());
    const shown = taken
      .flatMap(({ attachments }) => attachments)
      .filter(({ media }) => media !== null && selection.mediaState(media).state === "present");
    expect(
      notes
        .flatMap((note) => note.files)
        .map(({ comment }) => String(comment))
        .toSorted(),
    ).toEqual(shown.map(({ alt }) => String(alt)).toSorted());
    // The names in the drive tell media apart, so that none is uploaded twice or left out.
    for (const path of files.keys()) expect(path).not.toMatch(/^(?:twitter|facebook-|instagram)/);
  });
});

describe("slurp takes all that is written for GoToSocial", () => {
  triedOnAll(async (selection) => {
    const files = await filesOf(gotosocialTarget, selection);
    const { taken } = await split(gotosocialTarget, selection);
    const emoji = taken.flatMap(({ tags }) =>
      tags.flatMap((tag) => (tag.kind === "emoji" ? [`:${tag.name}:`] : [])),
    );
    const { statuses, skipped } = slurp(files, emoji);
    expect(skipped).toEqual([]);
    const seen = statuses.map(({ visibility, scheduledAt, spoiler, language }) => [
      visibility,
      new Date(scheduledAt).toISOString(),
      spoiler,
      language,
    ]);
    const meant = taken.map(({ audience, published, contentWarning, language }) => [
      audience.visibility,
      new Date(published ?? "").toISOString(),
      contentWarning,
      language,
    ]);
    expect(seen.map(String).toSorted()).toEqual(meant.map(String).toSorted());
  });
});

it("nothing is written for GoToSocial that slurp takes for a mention", async () => {
  const texts = [
    "write to me@mail.example",
    '<p><a href="https://a.example/by/@you">x</a></p>',
    '<p><a href="mailto:you@a.example">x</a></p>',
    "@ home",
    '<p><a href="https://a.example/@you">x</a></p>',
    "a@ b",
  ];
  const items = texts.map((content, at) => create(note({ id: String(at), content })));
  const poll = create(question({ id: "9", options: [{ name: "@you", votes: 1 }] }));
  await using archive = await openArchive(await packZip(mastodonArchive({ activities: [...items, poll] })));
  const { statuses, skipped } = slurp(await filesOf(gotosocialTarget, await selecting(archive)));
  expect(skipped).toEqual([]);
  expect(statuses.map(({ markdown }) => markdown)).toEqual(["[x](https://a.example/@you)", "a@ b"]);
});

describe("WordPress’s ActivityPub plugin publishes public posts alone", () => {
  triedOnAll(async (selection) => {
    const zips = [...(await filesWith(wordPressTarget, selection, {}))].filter(([path]) =>
      path.endsWith(".zip"),
    );
    const posts = zips.flatMap(([, bytes]) => pluginImport(new Map(Object.entries(unzipSync(bytes)))));
    const meant: Post[] = [];
    for await (const post of selection.posts("oldest")) {
      if (post.kind !== "boost" && post.audience.visibility === "public" && post.published !== null)
        meant.push(post);
    }
    expect(posts.map(({ date }) => new Date(date).toISOString()).toSorted(byTime)).toEqual(timesOf(meant));
  });
});

describe("what is shaped like Mastodon’s own export stops no importer", () => {
  triedOnAll(async (selection) => {
    const files = await filesOf(mastodonTarget, selection);
    expect(fossilized(files)).toHaveLength((await split(mastodonTarget, selection)).taken.length);
    expect(() => sharkeyImport(files)).not.toThrow();
    expect(() => slurp(files)).not.toThrow();
  });
});

describe("the validator of the FEP’s implementation finds nothing", () => {
  triedOnAll(async (selection) => {
    expect(await walletErrors(await packTar(new Map(await filesOf(fep6fcdTarget, selection))))).toEqual([]);
  });
});
