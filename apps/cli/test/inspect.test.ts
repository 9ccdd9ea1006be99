import { mkdirSync, writeFileSync } from "node:fs";
import {
  actorObject,
  announce,
  create,
  document,
  mastodonArchive,
  note,
  packTar,
  packTarGz,
  packZip,
  rawZip,
  sampleArchive,
  writeFolder,
} from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import { run, scratch } from "./harness.js";

const sample = sampleArchive();
const zip = await packZip(sample);

async function inspectJson(bytes: Uint8Array): Promise<unknown> {
  const { code, stdout } = await run(["inspect", "-", "--json"], { stdin: [bytes] });
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe("inspect --json", () => {
  it("has the fields scripts rely on", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), zip);
    const { code, stdout, stderr } = await run(["inspect", "a.zip", "--json"], { cwd: folder.path });
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      archive: { path: "a.zip", bytes: zip.length, container: "zip", dialect: "mastodon", era: "4.3-4.4" },
      account: {
        id: "https://wattenmeer.example/users/nour",
        handle: "@nour@wattenmeer.example",
        name: "Nour Brandt",
        type: "Person",
        url: "https://wattenmeer.example/@nour",
        joinedAt: "2017-04-04T00:00:00Z",
      },
      posts: {
        total: 339,
        byKind: { post: 203, reply: 31, selfReply: 53, boost: 41, poll: 11 },
        byVisibility: { public: 315, unlisted: 4, followers: 11, direct: 9, unknown: 0 },
        edited: 3,
        withContentWarning: 14,
      },
      collections: { likes: 41, bookmarks: 15, following: null, lists: null },
      media: { present: 52, missing: 1, orphaned: 1, withoutAltText: 4 },
      diagnostics: { error: 0, warning: 1 },
    });
  });

  it("says the same of every container, and of standard input", async () => {
    using folder = scratch();
    mkdirSync(folder.at("a"));
    await writeFolder(sample, folder.at("a"));
    writeFileSync(folder.at("a.zip"), zip);
    writeFileSync(folder.at("a.tar"), await packTar(sample));
    writeFileSync(folder.at("a.tar.gz"), await packTarGz(sample));
    const { stdout } = await run(["inspect", "--json", "a", "a.zip", "a.tar", "a.tar.gz", "-"], {
      cwd: folder.path,
      stdin: [zip.subarray(0, 1000), zip.subarray(1000)],
    });
    const documents: { archive: { path: string; container: string }; posts: unknown; media: unknown }[] =
      JSON.parse(stdout);
    expect(documents.map(({ archive }) => [archive.path, archive.container])).toEqual([
      ["a", "folder"],
      ["a.zip", "zip"],
      ["a.tar", "tar"],
      ["a.tar.gz", "tar.gz"],
      ["-", "zip"],
    ]);
    for (const { posts, media } of documents)
      expect({ posts, media }).toEqual({ posts: documents[0]?.posts, media: documents[0]?.media });
  });

  it("ends with 0 whatever it finds inside", async () => {
    const parts = { activities: [{ type: "Create", id: "x" }], actor: { type: 7 } };
    const document = await inspectJson(await packZip(mastodonArchive(parts)));
    expect(document).toMatchObject({ posts: { total: 0 }, diagnostics: { error: expect.any(Number) } });
  });

  it("counts years in the time zone asked for", async () => {
    const bytes = await packZip(
      mastodonArchive({ activities: [create(note({ published: "2023-12-31T23:30:00Z" }))] }),
    );
    for (const [zone, year] of [
      ["UTC", "2023"],
      ["Asia/Tokyo", "2024"],
    ] as const) {
      const { stdout } = await run(["inspect", "-", "--json", "--time-zone", zone], { stdin: [bytes] });
      expect(JSON.parse(stdout)).toMatchObject({ posts: { byYear: { [year]: 1 } } });
    }
  });

  it("reads a zip that was cut, and one with names that lead outside", async () => {
    const cut = await inspectJson(zip.subarray(0, zip.length - 2000));
    expect(cut).toMatchObject({ posts: { total: 339 }, diagnostics: { warning: expect.any(Number) } });
    const outbox = sample.get("outbox.json") ?? new Uint8Array();
    const evil = rawZip([
      { name: "../../evil.txt", data: "gotcha", method: 0 },
      { name: "outbox.json", data: outbox, method: 8 },
    ]);
    expect(await inspectJson(evil)).toMatchObject({
      posts: { total: 339 },
      diagnostics: { error: expect.any(Number) },
    });
  });
});

describe("inspect at a terminal", () => {
  it("tells whose it is, what is in it and what is not", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), zip);
    const { code, stdout, stderr } = await run(["inspect", "a.zip"], { cwd: folder.path, columns: 80 });
    expect([code, stderr]).toEqual([0, ""]);
    for (const words of [
      "Nour Brandt  @nour@wattenmeer.example",
      "Mastodon 4.3–4.4",
      "339 posts",
      "followers only    11",
      "English    215",
      "the accounts you follow   CSV “Follows”",
      "Preferences → Import and export → Data export",
      "media/missing",
    ]) {
      expect(stdout).toContain(words);
    }
    expect(stdout).not.toContain("\u001b");
  });

  it("is coloured on a terminal, unless told not to be", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), zip);
    const setting = { cwd: folder.path, isTTY: true };
    expect((await run(["inspect", "a.zip"], setting)).stdout).toContain("\u001b[1mNour Brandt");
    expect((await run(["inspect", "a.zip", "--no-color"], setting)).stdout).not.toContain("\u001b");
    expect((await run(["inspect", "a.zip"], { ...setting, env: { NO_COLOR: "1" } })).stdout).not.toContain(
      "\u001b",
    );
  });

  it("shows nothing that a terminal would obey", async () => {
    const actor = { ...actorObject(), name: "Ada\u001b]0;owned\u0007\u009b31m\u202e" };
    const bytes = await packZip(
      mastodonArchive({ actor, activities: [create(), announce("https://a.example/1")] }),
    );
    for (const options of [[], ["--json"]]) {
      const { stdout } = await run(["inspect", "-", ...options], { stdin: [bytes] });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });

  it("does without what is not there", async () => {
    const bytes = await packZip(mastodonArchive({ activities: [] }));
    const { code, stdout } = await run(["inspect", "-"], { stdin: [bytes] });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
    const odd = mastodonArchive({
      actor: {},
      activities: [create({ ...note(), attachment: [document("gone.png")] })],
    });
    expect((await run(["inspect", "-"], { stdin: [await packZip(odd)] })).stdout).not.toMatch(
      /NaN|undefined|null/,
    );
  });
});
