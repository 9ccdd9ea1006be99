import { writeFileSync } from "node:fs";
import {
  create,
  document,
  mastodonArchive,
  note,
  packZip,
  sampleArchive,
  statusUri,
  TESS,
} from "@archive/fixtures";
import { beforeAll, describe, expect, it } from "vitest";
import { run, scratch } from "./harness.js";
import { expectBySchema } from "./schemas.js";

const place = scratch();
const A = "media_attachments/files/1/original/a.jpg";
const GPS_JPEG = jpegWithPlace();

beforeAll(async () => {
  const older = mastodonArchive({
    activities: [
      create(note({ id: "1", content: "as it was" })),
      create(note({ id: "2", content: "gone later" })),
      create(note({ id: "3", content: "kept", likes: 1 })),
      create(note({ id: "4", content: "secret word marker-1", visibility: "direct" })),
    ],
    likes: ["https://other.example/1", "https://other.example/2"],
  });
  const newer = mastodonArchive({
    activities: [
      create(note({ id: "1", content: "as it is", updated: "2024-06-01T00:00:00Z" })),
      create(note({ id: "3", content: "kept", likes: 9 })),
      create(note({ id: "5", content: "new one", attachment: [document(`/${A}`, { name: null })] })),
      create(
        note({
          id: "6",
          content: `<p>see <a href="${TESS.url}/3">mine</a></p>`,
          inReplyTo: statusUri(TESS, "3"),
        }),
      ),
    ],
    likes: ["https://other.example/2", "https://other.example/3"],
    media: { [A]: GPS_JPEG },
  });
  writeFileSync(place.at("old.zip"), await packZip(older));
  writeFileSync(place.at("new.zip"), await packZip(newer));
  writeFileSync(place.at("sample.zip"), await packZip(sampleArchive()));
  return () => place[Symbol.dispose]();
});

describe("`diff`", () => {
  it("tells what was added, edited, and is gone", async () => {
    const { code, stdout } = await run(["diff", "old.zip", "new.zip", "--json"], { cwd: place.path });
    expect(code).toBe(0);
    await expectBySchema("diff", stdout);
    const { posts, sameAccount, listed, collections, media } = JSON.parse(stdout);
    expect([posts.unchanged, posts.added.total, posts.edited.total, posts.gone.total]).toEqual([1, 2, 1, 2]);
    expect(posts.added.byKind).toMatchObject({ post: 1, selfReply: 1 });
    expect(posts.gone.byVisibility).toMatchObject({ public: 1, direct: 1 });
    expect(sameAccount).toBe(true);
    // Of the two that are gone, the direct one is counted and not named.
    expect(listed.gone).toEqual([
      expect.objectContaining({ address: `${TESS.url}/2`, visibility: "public" }),
    ]);
    expect(listed.edited).toHaveLength(1);
    expect(collections.likes).toEqual({ added: 1, gone: 1 });
    expect(media).toEqual({ added: 1, gone: 0 });
  });

  it("prints it at a terminal, and finds nothing between an export and itself", async () => {
    const { code, stdout } = await run(["diff", "old.zip", "new.zip"], { cwd: place.path });
    expect(code).toBe(0);
    expect(stdout).toMatch(/posts +2 +1 +2/);
    expect(stdout).toContain("1 post unchanged");
    expect(stdout).not.toContain("marker-1");
    const same = await run(["diff", "sample.zip", "sample.zip", "--json"], { cwd: place.path });
    const { posts } = JSON.parse(same.stdout);
    expect([posts.added.total, posts.edited.total, posts.gone.total]).toEqual([0, 0, 0]);
  });

  it("says so when the accounts are two", async () => {
    const { stdout } = await run(["diff", "old.zip", "sample.zip"], { cwd: place.path });
    expect(stdout).toContain("two accounts");
  });

  it("can't read standard input twice", async () => {
    expect((await run(["diff", "-", "-"], { cwd: place.path })).code).toBe(2);
  });
});

describe("`audit`", () => {
  it("finds missing alt texts, links to the own server and places in pictures", async () => {
    const { code, stdout } = await run(["audit", "new.zip", "--json"], { cwd: place.path });
    expect(code).toBe(0);
    await expectBySchema("audit", stdout);
    const { altTexts, server, privacy, listed } = JSON.parse(stdout);
    expect(altTexts).toEqual({ attachments: 1, missing: 1, missingByYear: { 2024: 1 } });
    expect(listed.altTextMissing).toEqual([{ address: `${TESS.url}/5`, year: "2024" }]);
    expect(server).toMatchObject({ host: TESS.host, links: 1, linksToOwnPosts: 1, repliesToOthers: 0 });
    expect(privacy.files).toEqual({ looked: 1, withMetadata: 1, withPlace: 1 });
    expect(listed.filesWithPlace).toEqual([A]);
  });

  it("counts private posts and names none", async () => {
    const { stdout } = await run(["audit", "old.zip", "--json"], { cwd: place.path });
    const { privacy } = JSON.parse(stdout);
    expect(privacy.byVisibility).toMatchObject({ public: 3, direct: 1 });
    expect(stdout).not.toContain("marker-1");
    const text = await run(["audit", "sample.zip", "--no-media"], { cwd: place.path });
    expect([text.code, text.stdout]).toEqual([
      0,
      expect.stringMatching(/\d+ {2}(?:person|people) named in direct posts/),
    ]);
    expect(text.stdout).toContain("not looked into");
  });
});

/** A JPEG of one pixel's size whose EXIF data hold a latitude. */
function jpegWithPlace(): Uint8Array {
  const tiff = [
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8],
    ...[0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0],
    ...[0, 1, 0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0],
  ];
  const exif = [...[..."Exif\0\0"].map((char) => char.charCodeAt(0)), ...tiff];
  return Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif],
    ...[0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x55, 0xff, 0xd9],
  ]);
}
