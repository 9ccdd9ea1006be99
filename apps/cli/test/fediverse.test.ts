import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { create, mastodonArchive, packZip, sampleArchive } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import { everything, run, scratch } from "./harness.js";

const sample = await packZip(sampleArchive());
const EVERYTHING = ["--visibility", "public,unlisted,followers,direct"];

async function convert(cwd: string, to: string, out: string, ...options: string[]) {
  writeFileSync(`${cwd}/a.zip`, sample);
  const { code, stdout } = await run(["convert", "a.zip", "--to", to, "--out", out, "--json", ...options], {
    cwd,
  });
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

/** The sample, and an archive of somebody else. */
async function twoAccounts({ at }: Pick<ReturnType<typeof scratch>, "at">): Promise<void> {
  writeFileSync(at("a.zip"), sample);
  const other = mastodonArchive({ activities: [create()], bookmarks: ["https://other.example/notes/77"] });
  writeFileSync(at("b.zip"), await packZip(other));
}

describe("targets for other servers", () => {
  it.each(["activitystreams", "mastodon", "sharkey", "gotosocial", "pleroma", "misskey", "fep-6fcd"])(
    "%s accounts for every post, and is read again with as many",
    async (to) => {
      using folder = scratch();
      const { posts } = await convert(folder.path, to, "out.zip", ...EVERYTHING);
      const refused = posts.refused.reduce((sum: number, each: { posts: number }) => sum + each.posts, 0);
      expect(posts.read).toBe(339);
      expect(posts.written + refused).toBe(339);
      expect(Object.values(posts.byVisibility).reduce((sum, number) => Number(sum) + Number(number), 0)).toBe(
        posts.written,
      );
      const { code, stdout } = await run(
        ["inspect", "out.zip", "--json", "--account", "nour@wattenmeer.example"],
        {
          cwd: folder.path,
        },
      );
      expect(code).toBe(0);
      const inspected = JSON.parse(stdout).posts;
      expect(inspected.total).toBe(posts.written);
      expect(inspected.byVisibility).toEqual(posts.byVisibility);
    },
  );

  it.each(["activitystreams", "mastodon", "sharkey", "gotosocial", "pleroma", "misskey", "fep-6fcd"])(
    "%s is of one account: two are refused before anything is written",
    async (to) => {
      using folder = scratch();
      await twoAccounts(folder);
      const argv = ["convert", "a.zip", "b.zip", "--to", to, "--out", "out"];
      const { code, stderr } = await run(argv, { cwd: folder.path });
      expect([code, existsSync(folder.at("out"))]).toEqual([2, false]);
      expect(stderr).toMatch(/is of one account; these archives are of 2\.\n.*batch/);
    },
  );

  it("the kit for a move is of one account, too; CSVs are those of all", async () => {
    using folder = scratch();
    await twoAccounts(folder);
    const kit = await run(["migrate", "a.zip", "b.zip", "--to", "mastodon", "--out", "kit"], {
      cwd: folder.path,
    });
    expect([kit.code, existsSync(folder.at("kit"))]).toEqual([2, false]);
    const argv = ["convert", "a.zip", "b.zip", "--to", "csv-kit", "--server", "mastodon", "--out", "csv"];
    const csv = await run(argv, { cwd: folder.path });
    expect(csv.code).toBe(0);
    const rows = readFileSync(folder.at("csv/bookmarks.csv"), "utf8").trimEnd().split("\n");
    expect(rows).toEqual(expect.arrayContaining(["https://other.example/notes/77"]));
    expect(rows.length).toBeGreaterThan(1);
  });

  it("says why posts are not taken", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), sample);
    const argv = ["convert", "a.zip", "--to", "sharkey", "--out", "out.zip", ...EVERYTHING];
    const { stdout } = await run(argv, { cwd: folder.path });
    expect(stdout).toMatch(/not taken +41 boosts, which Sharkey does not import\n +9 direct posts, which/);
  });

  it.each(["activitystreams", "mastodon", "sharkey", "gotosocial", "fep-6fcd"])(
    "%s: as many media files are copied as it is said",
    async (to) => {
      using folder = scratch();
      const { media } = await convert(folder.path, to, "out", ...EVERYTHING);
      const files = everything(folder.at("out")).filter((path) =>
        /(?:media|avatar|header)[^.]*\.\w+$/.test(path),
      );
      expect(media.copied).toBe(files.length);
      expect(media.copied).toBeGreaterThan(5);
    },
  );

  it("`misskey` is one file under the name given, or in a folder under the name importers know", async () => {
    using folder = scratch();
    await convert(folder.path, "misskey", "notes-mine.json");
    expect(JSON.parse(readFileSync(folder.at("notes-mine.json"), "utf8"))).toHaveLength(281);
    await convert(folder.path, "misskey", "kit");
    expect(everything(folder.at("kit"))).toContainEqual(
      expect.stringMatching(/^notes-2025-11-08-[\d-]+\.json$/),
    );
  });
});
