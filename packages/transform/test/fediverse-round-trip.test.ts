import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { exportFixtures, mastodonArchive, packZip, sampleArchive } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activities, MEDIA } from "./support/generated-posts.js";
import { roundTrip, TRIPS } from "./support/trips.js";

/** What became of each export in each format, as the manual shows it. */
const found: Record<string, Record<string, unknown>> = {};

function record(from: string, to: string, { after, refused }: Awaited<ReturnType<typeof roundTrip>>): void {
  found[from] ??= {};
  found[from][to] = {
    back: after.length,
    leftOut: Object.fromEntries([...refused].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

describe.each(Object.entries(TRIPS))("%s", (name, trip) => {
  it("the sample account comes back but for what is declared", async () => {
    await using archive = await openArchive(await packZip(sampleArchive()));
    const there = await roundTrip(trip, archive);
    record("mastodon", name, there);
    expect(there.dialect).toBe(trip.dialect);
    expect(there.after.length).toBeGreaterThan(100);
    expect(there.after).toEqual(there.before);
  });

  it("generated posts come back but for what is declared, and are never seen by more people", async () => {
    await fc.assert(
      fc.asyncProperty(activities, async (items) => {
        const files = mastodonArchive({ activities: items, media: MEDIA });
        await using archive = await openArchive(await packZip(files));
        const { before, after } = await roundTrip(trip, archive);
        expect(after).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it.each(Object.entries(exportFixtures()))(
    "an export of %s comes back but for what is declared",
    async (from, fixture) => {
      await using archive = await openArchive(await packZip(fixture.files), {
        account: "tess@social.example",
      });
      const there = await roundTrip(trip, archive);
      record(from, name, there);
      expect(there.after).toEqual(there.before);
    },
  );
});

it("what came back is what the manual shows", async () => {
  const exports = ["mastodon", ...Object.keys(exportFixtures())];
  const isWhole = exports.every((from) => Object.keys(TRIPS).every((to) => found[from]?.[to] !== undefined));
  // Single tests were asked for.
  if (!isWhole) return;
  const sorted = Object.fromEntries(exports.map((from) => [from, found[from]]));
  await expect(`${JSON.stringify(sorted, null, 1)}\n`).toMatchFileSnapshot("golden/round-trips.json");
});

const corpora = fileURLToPath(new URL("../../../../shared/corpora/", import.meta.url));
const archives = [
  "02-outboxes/vidarh",
  "02-outboxes/lmorchard-fossilizer/mastodon-export.zip",
  "02-outboxes/lmorchard-fossilizer/mastodon-export.tar.gz",
  "04-exports/fep6fcd-wallet-export-ts/test/fixtures/tarball-samples/valid-export.tar",
];

describe.skipIf(!existsSync(corpora))("real exports in ../shared/corpora", () => {
  describe.each(archives)("%s", (path) => {
    it.each(Object.entries(TRIPS))("comes back from %s", async (_, trip) => {
      await using archive = await openArchive(corpora + path);
      const { before, after } = await roundTrip(trip, archive);
      expect(after).toEqual(before);
    });
  });
});
