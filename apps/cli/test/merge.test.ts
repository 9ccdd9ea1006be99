import { readFileSync, writeFileSync } from "node:fs";
import {
  actorObject,
  announce,
  create,
  document,
  exportFixtures,
  mastodonArchive,
  note,
  packTarGz,
  packZip,
  statusUri,
  TESS,
} from "@archive/fixtures";
import { openArchive, openContainer } from "@archive/reader";
import { beforeAll, describe, expect, it } from "vitest";
import { run, scratch } from "./harness.js";
import { expectBySchema } from "./schemas.js";

const place = scratch();
const [A, B, C, E] = ["a.png", "b.png", "c.png", "e.png"].map(
  (name) => `media_attachments/files/1/${name}`,
) as [string, string, string, string];
const OLD = "archive-20240101000000-0a1b2c3d.zip";
const NEW = "archive-20250101000000-0a1b2c3d.tar.gz";
const LATER = "archive-20260101000000-0a1b2c3d.zip";

beforeAll(async () => {
  const older = mastodonArchive({
    actor: actorObject(TESS, {
      summary: "as I was",
      icon: { type: "Image", mediaType: "image/png", url: "avatar.png" },
    }),
    activities: [
      create(note({ id: "1", content: "as it was", attachment: [document(`/${A}`)] })),
      create(note({ id: "2", content: "deleted, marker-77", attachment: [document(`/${B}`)] })),
      create(note({ id: "3", content: "kept", likes: 1, attachment: [document(`/${E}`)] })),
      announce("https://other.example/9", { id: "4" }),
    ],
    likes: ["https://other.example/1", "https://other.example/2"],
    media: { [A]: "first", [B]: "second", [E]: "whole", "avatar.png": "old face" },
  });
  const newer = mastodonArchive({
    actor: actorObject(TESS, {
      summary: "as I am",
      icon: { type: "Image", mediaType: "image/png", url: "avatar.png" },
    }),
    activities: [
      create(
        note({
          id: "1",
          content: "as it is",
          updated: "2024-06-01T00:00:00Z",
          attachment: [document(`/${A}`)],
        }),
      ),
      create(note({ id: "3", content: "kept", likes: 7, attachment: [document(`/${E}`)] })),
      create(note({ id: "5", content: "new", attachment: [document(`/${C}`)] })),
      create(note({ id: "6", content: "to one", visibility: "direct" })),
    ],
    likes: ["https://other.example/2", "https://other.example/3"],
    bookmarks: ["https://other.example/4"],
    media: { [A]: "another", [C]: "second", [E]: "", "avatar.png": "new face" },
  });
  const latest = mastodonArchive({ activities: [create(note({ id: "5", content: "new" }))] });
  const other = {
    ...TESS,
    name: "ada",
    uri: "https://social.example/users/ada",
    url: "https://social.example/@ada",
  };
  writeFileSync(place.at(OLD), await packZip(older));
  writeFileSync(place.at(NEW), await packTarGz(newer));
  writeFileSync(place.at(LATER), await packZip(latest));
  writeFileSync(
    place.at("ada.zip"),
    await packZip(
      mastodonArchive({
        actor: actorObject(other),
        activities: [create(note({ id: "1", author: other }))],
        media: { [A]: "hers" },
      }),
    ),
  );
  return () => place[Symbol.dispose]();
});

const cwd = { cwd: place.path };

/** The files of a zip as text. */
async function filesOf(name: string): Promise<ReadonlyMap<string, string>> {
  await using container = await openContainer(place.at(name));
  const files = new Map<string, string>();
  for await (const { entry, bytes } of container.scan(() => true)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(new Uint8Array(chunk));
    files.set(entry.path, Buffer.concat(chunks).toString("utf8"));
  }
  return files;
}

describe("`merge`", () => {
  it("keeps everything of all exports: count in, count out", async () => {
    const { code, stdout, stderr } = await run(["merge", OLD, NEW, "--out", "all.zip", "--json"], cwd);
    expect([code, stderr]).toEqual([0, ""]);
    await expectBySchema("merge", stdout);
    const { accounts } = JSON.parse(stdout);
    expect(accounts).toHaveLength(1);
    const [{ items, media, collections, profiles }] = accounts;
    expect(items).toEqual({ read: 8, current: 4, gone: 2, earlier: 1, same: 1 });
    expect(items.read).toBe(items.current + items.gone + items.earlier + items.same);
    expect(profiles).toBe(1);
    expect(collections).toEqual({
      bookmarks: { members: 1, onlyEarlier: 0 },
      likes: { members: 3, onlyEarlier: 1 },
    });
    // second.png stands for two, and the empty file of the later export has the earlier one's content.
    expect(media).toEqual({ read: 8, written: 6, united: 1, restored: 1, renamed: 2 });
  });

  it("writes an archive that the reader gives back whole", async () => {
    await using archive = await openArchive(place.at("all.zip"));
    expect(archive.info).toMatchObject({ dialect: "mastodon", exportedAt: "2025-01-01T00:00:00Z" });
    const ids: unknown[] = [];
    for await (const { value } of archive.outbox()) ids.push(value.id);
    expect(ids).toHaveLength(4);
    const earlier: unknown[] = [];
    for await (const { value, later } of archive.earlier())
      earlier.push([value.type, value.id ?? null, later]);
    const gone = { state: "gone", since: "2025-01-01T00:00:00Z" };
    expect(earlier).toEqual([
      ["Create", `${statusUri(TESS, "2")}/activity`, gone],
      ["Announce", `${statusUri(TESS, "4")}/activity`, gone],
      ["Create", `${statusUri(TESS, "1")}/activity`, { state: "superseded" }],
      ["Update", null, { state: "superseded" }],
    ]);
    const files = await filesOf("all.zip");
    expect(files.get(E)).toBe("whole");
    expect(files.get("avatar.png")).toBe("new face");
    expect([...files.values()]).toContain("old face");
    // Each version of post 1 shows its own picture.
    const history = JSON.parse(files.get("history.json") ?? "");
    const { url } = history.orderedItems[0].item.object.attachment[0];
    expect(files.get(url.slice(1))).toBe("first");
    const { code, stdout } = await run(["validate", "all.zip", "--json"], cwd);
    expect([code, JSON.parse(stdout).counts.error]).toEqual([0, 0]);
    const inspected = JSON.parse((await run(["inspect", "all.zip", "--json"], cwd)).stdout);
    expect([inspected.posts.total, inspected.media.missing]).toEqual([4, 0]);
  });

  it("is the same whatever the order, and merging again changes nothing", async () => {
    await run(["merge", NEW, OLD, "--out", "turned.zip"], cwd);
    expect(readFileSync(place.at("turned.zip"))).toEqual(readFileSync(place.at("all.zip")));
    for (const inputs of [["all.zip"], ["all.zip", OLD], [NEW, "all.zip", OLD]]) {
      const { code, stdout } = await run(["merge", ...inputs, "--out", "again.zip", "--json"], cwd);
      const { items } = JSON.parse(stdout).accounts[0];
      expect([code, items.current, items.gone, items.earlier]).toEqual([0, 4, 2, expect.any(Number)]);
      const [again, all] = [await filesOf("again.zip"), await filesOf("all.zip")];
      expect([...again.keys()].sort()).toEqual([...all.keys()].sort());
      for (const name of ["outbox.json", "gone.json", "history.json", "likes.json", "actor.json"])
        expect([name, again.get(name)]).toEqual([name, all.get(name)]);
    }
  });

  it("goes on from a merged archive: what a later export no longer has is gone too", async () => {
    const { stdout } = await run(["merge", "all.zip", LATER, "--out", "three.zip", "--json"], cwd);
    const { items } = JSON.parse(stdout).accounts[0];
    expect([items.current, items.gone]).toEqual([1, 5]);
    await using archive = await openArchive(place.at("three.zip"));
    const since = new Map<unknown, unknown>();
    for await (const { value, later } of archive.earlier())
      if (later.state === "gone") since.set(value.id, later.since);
    expect(since.get(`${statusUri(TESS, "2")}/activity`)).toBe("2025-01-01T00:00:00Z");
    expect(since.get(`${statusUri(TESS, "1")}/activity`)).toBe("2026-01-01T00:00:00Z");
  });

  it("shows gone posts of a merged archive only where they are asked for", async () => {
    await run(["convert", "all.zip", "--to", "ndjson", "--out", "a.ndjson"], cwd);
    expect(readFileSync(place.at("a.ndjson"), "utf8")).not.toContain("marker-77");
    const { code } = await run(
      ["convert", "all.zip", "--to", "ndjson", "--include-gone", "--out", "b.ndjson"],
      cwd,
    );
    expect([code, readFileSync(place.at("b.ndjson"), "utf8")]).toEqual([
      0,
      expect.stringContaining("marker-77"),
    ]);
  });

  it("gives each of several accounts a folder", async () => {
    const { code, stdout } = await run(["merge", OLD, "ada.zip", "--out", "two.zip", "--json"], cwd);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).accounts.map(({ folder }: { folder: string }) => folder)).toEqual([
      "ada@social.example/",
      "tess@social.example/",
    ]);
    const files = await filesOf("two.zip");
    expect(files.get(`ada@social.example/${A}`)).toBe("hers");
    expect(files.get(`tess@social.example/${A}`)).toBe("first");
    const text = await run(["merge", OLD, "ada.zip", "--out", "two.zip"], cwd);
    expect(text.stdout).toContain("in ada@social.example/");
  });

  it("writes a zip and nothing else, and not over an archive", async () => {
    expect((await run(["merge", OLD, "--out", "folder"], cwd)).code).toBe(2);
    expect((await run(["merge", OLD, "--out", OLD], cwd)).code).toBe(2);
    expect((await run(["merge", OLD, "absent.zip", "--out", "x.zip"], cwd)).code).toBe(3);
  });

  it("unites every kind of list, with all that is known of its members", async () => {
    const text = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(`${lines.join("\n")}\n`);
    const follows = "Account address,Show boosts,Notify on new posts,Languages";
    const base = [...mastodonArchive({ activities: [create()], likes: ["https://other.example/1"] })];
    const older = new Map([
      ...base,
      ["following_accounts.csv", text([follows, "ada@a.example,true,false,", "bo@b.example,false,true,en"])],
      ["lists.csv", text(["friends,ada@a.example", "work,cy@c.example"])],
      ["muted_accounts.csv", text(["Account address,Hide notifications", "dee@d.example,false"])],
      ["blocked_domains.csv", text(["#domain", "bad.example"])],
    ]);
    const newer = new Map([
      ...base,
      ["following_accounts.csv", text([follows, "ada@a.example,false,false,"])],
      ["lists.csv", text(["friends,bo@b.example"])],
      ["blocked_accounts.csv", text(["mean@m.example"])],
      [
        "filters.json",
        text([
          '{"custom_filters":[{"title":"noise","context":["home"],"action":"hide","keywords_attributes":[{"keyword":"x","whole_word":true}]}]}',
        ]),
      ],
    ]);
    const [one, two] = ["archive-20200101000000-0a1b2c3d.zip", "archive-20210101000000-0a1b2c3d.zip"];
    writeFileSync(place.at(one), await packZip(older));
    writeFileSync(place.at(two), await packZip(newer));
    expect((await run(["merge", one, two, "--out", "lists.zip"], cwd)).code).toBe(0);
    await using archive = await openArchive(place.at("lists.zip"));
    const members = async (name: "following" | "lists" | "mutes" | "domainBlocks" | "blocks" | "filters") => {
      const all: unknown[] = [];
      for await (const { value } of archive.collection(name)) all.push(value);
      return all;
    };
    expect(await members("following")).toEqual([
      expect.objectContaining({ id: "ada@a.example", showBoosts: false, notify: false }),
      expect.objectContaining({ id: "bo@b.example", showBoosts: false, notify: true, languages: ["en"] }),
    ]);
    expect(await members("lists")).toEqual([
      { id: "friends", list: "friends", member: "bo@b.example" },
      { id: "friends", list: "friends", member: "ada@a.example" },
      { id: "work", list: "work", member: "cy@c.example" },
    ]);
    expect(await members("mutes")).toEqual([{ id: "dee@d.example", hideNotifications: false }]);
    expect(await members("domainBlocks")).toEqual([{ id: "bad.example" }]);
    expect(await members("blocks")).toEqual([{ id: "mean@m.example" }]);
    expect(await members("filters")).toEqual([
      {
        id: "noise",
        filter: expect.objectContaining({
          context: ["home"],
          action: "hide",
          keywords: [{ keyword: "x", wholeWord: true }],
        }),
      },
    ]);
    // What it wrote it reads to the same again.
    const again = await run(["merge", "lists.zip", "--out", "lists-again.zip"], cwd);
    expect([again.code, await filesOf("lists-again.zip")]).toEqual([0, await filesOf("lists.zip")]);
  });

  it("never widens what the exporter's layout alone keeps narrow", async () => {
    for (const [name, { files }] of Object.entries(exportFixtures())) {
      const before = await packed(name, files);
      const [was, merged] = [await inspectOf(before), await mergeOf(before, name)];
      if (was === null || merged === null) continue;
      const { public: open, unlisted } = merged.byVisibility;
      expect([name, merged.total]).toEqual([name, was.total]);
      expect([name, open, unlisted]).toEqual([name, was.byVisibility.public, was.byVisibility.unlisted]);
    }
  });
});

interface Posts {
  readonly total: number;
  readonly byVisibility: Readonly<Record<string, number>>;
}

async function packed(name: string, files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const path = place.at(`fixture-${name.replaceAll(/\W+/g, "-")}.zip`);
  writeFileSync(path, await packZip(files));
  return path;
}

async function inspectOf(path: string): Promise<Posts | null> {
  const { code, stdout } = await run(["inspect", path, "--json"], cwd);
  return code === 0 ? JSON.parse(stdout).posts : null;
}

async function mergeOf(path: string, name: string): Promise<Posts | null> {
  const out = place.at(`merged-${name.replaceAll(/\W+/g, "-")}.zip`);
  await run(["merge", path, "--out", out], cwd);
  return inspectOf(out);
}
