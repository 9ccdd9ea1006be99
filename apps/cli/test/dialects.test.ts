import { writeFileSync } from "node:fs";
import { EXPORT_SECRET, exportFixtures, packTarGz, packZip } from "@archive/fixtures";
import { beforeAll, describe, expect, it } from "vitest";
import { run, scratch } from "./harness.js";
import { filesOf, search } from "./support-search.js";

const fixtures = exportFixtures();
const place = scratch();

beforeAll(async () => {
  for (const [name, { files }] of Object.entries(fixtures)) {
    const packed = name === "bookwyrm" ? await packTarGz(files) : await packZip(files);
    writeFileSync(place.at(name), packed);
  }
  return () => place[Symbol.dispose]();
});

const none = { public: 0, unlisted: 0, followers: 0, direct: 0, unknown: 0 };
const posts = { post: 0, reply: 0, selfReply: 0, boost: 0, poll: 0 };

/** Made by counting the fixtures by hand. */
const EXPECTED: Readonly<Record<string, object>> = {
  pleroma: {
    account: { handle: "@ivo@harbour.example" },
    posts: {
      total: 8,
      byKind: { post: 5, reply: 0, selfReply: 1, boost: 1, poll: 1 },
      byVisibility: { public: 3, unlisted: 2, followers: 1, direct: 2, unknown: 0 },
      edited: 1,
      withContentWarning: 1,
    },
    collections: { likes: 1, bookmarks: 1, following: 2, followers: 1, blocks: null },
    media: { present: 0, missing: 0 },
  },
  akkoma: { posts: { total: 8 }, collections: { likes: 1, bookmarks: 1, following: null, followers: null } },
  misskey: {
    account: null,
    posts: {
      total: 9,
      byKind: { post: 6, reply: 0, selfReply: 1, boost: 1, poll: 1 },
      byVisibility: { public: 4, unlisted: 1, followers: 2, direct: 1, unknown: 1 },
      withContentWarning: 1,
    },
    collections: { likes: null, bookmarks: 2, following: 2, blocks: 1, mutes: 1, lists: 2 },
  },
  sharkey: {
    account: { handle: "@ada@meadow.example", name: "Ada in the hay" },
    posts: {
      total: 10,
      byKind: { post: 7, reply: 0, selfReply: 1, boost: 1, poll: 1 },
      byVisibility: { public: 5, unlisted: 1, followers: 2, direct: 1, unknown: 1 },
    },
    collections: { bookmarks: 1, following: 1, followers: 2, blocks: 1, mutes: 1, lists: 1 },
    media: { referenced: 1, present: 1, missing: 0, orphaned: 1 },
  },
  "pixelfed-old": {
    account: { handle: "@leni@lens.example" },
    posts: { total: 3, byVisibility: { ...none, unknown: 3 } },
    collections: { following: 1, followers: 2, mutes: 1, blocks: 2 },
  },
  "pixelfed-new": {
    account: { handle: "@leni@lens.example" },
    posts: {
      total: 9,
      byKind: { post: 5, reply: 1, selfReply: 1, boost: 1, poll: 1 },
      byVisibility: { public: 5, unlisted: 1, followers: 1, direct: 1, unknown: 1 },
      edited: 1,
      withContentWarning: 1,
    },
    collections: { following: 1, followers: 2, mutes: 1, blocks: 2 },
  },
  peertube: {
    account: { handle: "@oda@reel.example" },
    posts: { total: 9, byVisibility: { public: 3, unlisted: 0, followers: 2, direct: 3, unknown: 1 } },
    collections: {
      likes: 1,
      dislikes: 1,
      following: 1,
      followers: 1,
      blocks: 1,
      domainBlocks: 1,
      bookmarks: null,
    },
    media: { referenced: 1, present: 1, missing: 0 },
  },
  gotosocial: {
    account: null,
    posts: { total: 0 },
    collections: { following: 1, followers: 2, mutes: 1, blocks: 1, lists: 1, bookmarks: null },
  },
  friendica: {
    account: { handle: "@pia@attic.example" },
    posts: {
      total: 9,
      byKind: { ...posts, post: 6, reply: 1, selfReply: 1, boost: 1 },
      byVisibility: { ...none, public: 4, unlisted: 1, direct: 3, unknown: 1 },
      edited: 1,
      withContentWarning: 1,
    },
    collections: { following: 2, followers: 2, blocks: 1, mutes: 1 },
  },
  bookwyrm: {
    account: { handle: "@ruth@shelf.example" },
    posts: { total: 5, byVisibility: { public: 2, unlisted: 1, followers: 1, direct: 1, unknown: 0 } },
    collections: { following: 1, blocks: 1 },
    media: { orphaned: 0 },
  },
  "writefreely-json": {
    posts: { total: 6, byVisibility: { ...none, public: 2, unlisted: 1, direct: 1, unknown: 2 }, edited: 1 },
  },
  "writefreely-csv": { posts: { total: 2, byVisibility: { ...none, unknown: 2 }, byYear: { 2021: 2 } } },
  "writefreely-text": { posts: { total: 3, byVisibility: { ...none, unknown: 3 } } },
  "lemmy-0.19": {
    account: null,
    posts: { total: 0 },
    collections: { following: 2, bookmarks: 3, blocks: 2, domainBlocks: 1 },
  },
  "lemmy-1.0": { collections: { following: 2, bookmarks: 3, blocks: 2, domainBlocks: 2 } },
  "fep-6fcd": {
    archive: { exportedAt: "2025-03-01T00:00:00Z" },
    posts: { total: 2, byVisibility: { ...none, public: 1, followers: 1 } },
    collections: { following: 1, followers: 1, lists: 1, bookmarks: 1, blocks: 1, mutes: 1 },
    media: { referenced: 1, present: 1, orphaned: 0 },
  },
  hollo: {
    account: { handle: "@tess@social.example", name: "Tess" },
    posts: {
      total: 4,
      byKind: { ...posts, post: 3, selfReply: 1 },
      byVisibility: { ...none, public: 1, unlisted: 1, followers: 1, direct: 1 },
    },
    collections: { following: 1, followers: 1, bookmarks: 1, lists: 0, domainBlocks: 1 },
  },
  "saved-page": { account: null, posts: { total: 2, byVisibility: { ...none, public: 2 } } },
  "static-outbox": { account: null, posts: { total: 3, byKind: { ...posts, post: 2, selfReply: 1 } } },
};

describe.each(Object.entries(fixtures))("the export %s", (name, { dialect, withheld = [] }) => {
  it("is inspected with the right numbers", async () => {
    const { code, stdout, stderr } = await run(["inspect", name, "--json"], { cwd: place.path });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const document: unknown = JSON.parse(stdout);
    expect(document).toMatchObject({ archive: { dialect } });
    expect(document).toMatchObject(EXPECTED[name] ?? { missing: name });
    expect(stdout).not.toContain(EXPORT_SECRET);
  });

  it("is sound by its own profile", async () => {
    const { code, stdout } = await run(["validate", name, "--json", "--max", "50"], { cwd: place.path });
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(JSON.parse(stdout)).toMatchObject({ valid: true });
    expect(stdout).not.toContain(EXPORT_SECRET);
  });

  it.each(["html", "markdown"])(
    "becomes %s without a secret, and without what is not for everybody",
    async (target) => {
      const out = `${name}-${target}`;
      const { stdout, stderr } = await run(["convert", name, "--to", target, "--out", out, "--verbose"], {
        cwd: place.path,
      });
      expect(stderr).not.toContain("error:");
      const files = await filesOf(place.at(out));
      expect(files.length).toBeGreaterThan(0);
      expect(search(files, [EXPORT_SECRET, ...withheld])).toEqual([]);
      expect(
        search([{ name: "terminal", bytes: Buffer.from(stdout + stderr) }], [EXPORT_SECRET, ...withheld]),
      ).toEqual([]);
    },
  );
});

describe("what only a person can know", () => {
  it("old Pixelfed exports are believed when --trust-visibility says so", async () => {
    const counted = async (...more: string[]) => {
      const { stdout } = await run(["inspect", "pixelfed-old", "--json", ...more], { cwd: place.path });
      const { posts }: { posts: { total: number; byVisibility: Record<string, number> } } =
        JSON.parse(stdout);
      return posts;
    };
    const [doubted, believed] = [await counted(), await counted("--trust-visibility")];
    expect(doubted.byVisibility).toMatchObject({ public: 0, unknown: doubted.total });
    expect(believed.byVisibility.public).toBeGreaterThan(0);
  });

  it("--account says whose notes a Misskey export holds", async () => {
    const argv = ["inspect", "misskey", "--json", "--account", "@mika@mk.example"];
    const { code, stdout } = await run(argv, { cwd: place.path });
    expect([code, JSON.parse(stdout).account?.handle]).toEqual([0, "@mika@mk.example"]);
  });
});
