import { announce, create, mastodonArchive, packTar, packTarGz, packZip } from "@archive/fixtures";
import type { Diagnostic } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { openArchive } from "../src/index.js";
import { all, contentOf, encoder, type Files, json, WAYS, write } from "./archive-helpers.js";

describe("where the documents are", () => {
  const small = (): Map<string, Uint8Array> =>
    new Map(
      mastodonArchive({
        activities: [create(), announce("https://b.example/1")].slice(0, 1),
        likes: ["https://b.example/2"],
      }),
    );
  const below = (prefix: string, files: Files): [string, Uint8Array][] =>
    [...files].map(([path, bytes]) => [`${prefix}${path}`, bytes]);

  it.each(Object.entries(WAYS))("they may lie in a folder: %s", async (_, pack) => {
    const content = await contentOf(await pack(new Map(below("My Export/", small()))));
    expect(content.outbox).toHaveLength(1);
    expect(content.likes.map(({ value, file }) => [value.id, file])).toEqual([
      ["https://b.example/2", "My Export/likes.json"],
    ]);
    expect(content.actor?.file).toBe("My Export/actor.json");
    expect(content.codes).toEqual([]);
  });

  it("takes the outbox nearest to the root, and leaves another archive's media alone", async () => {
    const other = new Map(below("old/backup/", small()));
    other.set("old/backup/media_attachments/files/001/original/0123456789abcdef.png", json("x"));
    const content = await contentOf(await packZip(new Map([...other, ...below("now/", small())])));
    expect(content.outbox[0]?.file).toBe("now/outbox.json");
    expect(content.media).toEqual([]);
    expect(content.codes).toEqual(["archive/several-outboxes"]);
  });

  it("reports a missing actor once to each listener", async () => {
    const files = small();
    files.delete("actor.json");
    await using archive = await openArchive(await packZip(files));
    const codes: string[] = [];
    const onDiagnostic = (found: Diagnostic): void => void codes.push(found.code);
    expect(await archive.actor({ onDiagnostic })).toBe(null);
    expect(await archive.actor({ onDiagnostic })).toBe(null);
    expect(codes).toEqual(["actor/missing"]);
  });

  it.each([
    ["{", "json/invalid"],
    ["[]", "actor/invalid"],
    ["{}", "actor/invalid"],
  ])("goes on with %s for an actor", async (text, code) => {
    const content = await contentOf(await packZip(small().set("actor.json", encoder.encode(text))));
    expect(content.actor).toBe(null);
    expect(content.codes).toEqual([code]);
    expect(content.outbox).toHaveLength(1);
  });

  it("tells an absent collection from an empty one", async () => {
    const files = small().set("bookmarks.json", json({ orderedItems: [] }));
    files.delete("likes.json");
    const content = await contentOf(await packZip(files));
    expect(content.has).toEqual(new Set(["bookmarks"]));
    expect([content.likes, content.bookmarks]).toEqual([[], []]);
  });

  it("reads odd collections as far as they go", async () => {
    const likes = { orderedItems: ["https://b.example/1", null, { id: "https://b.example/2" }, 3, ""] };
    const files = small()
      .set("likes.json", json(likes))
      .set("bookmarks.json", json({ a: 1 }));
    const content = await contentOf(await packZip(files));
    expect(content.likes.map(({ value }) => value.id)).toEqual([
      "https://b.example/1",
      "https://b.example/2",
    ]);
    expect(content.codes).toEqual([
      "reference/invalid",
      "reference/invalid",
      "reference/invalid",
      "collection/not-a-collection",
    ]);
  });

  it("leaves out items that are no objects, with their place", async () => {
    const text =
      '{"type":"OrderedCollection","orderedItems":[null,"a",1,[],{"type":"Create"}],"totalItems":5}';
    const content = await contentOf(encoder.encode(text));
    expect(content.outbox.map(({ pointer }) => pointer)).toEqual(["/orderedItems/4"]);
    expect(content.found.filter(({ code }) => code === "outbox/item-not-an-object")).toMatchObject([
      { offset: text.indexOf("null"), actual: "null", pointer: "/orderedItems/0" },
      { offset: text.indexOf('"a"'), actual: "string" },
      { offset: text.indexOf("1,["), actual: "number" },
      { offset: text.indexOf("[]"), actual: "array" },
    ]);
    expect(content.total).toBe(5);
  });

  it("reports an outbox without a list", async () => {
    for (const outbox of [{}, { type: "OrderedCollection", first: "https://a.example/outbox?page=1" }]) {
      const content = await contentOf(await packZip(small().set("outbox.json", json(outbox))));
      expect(content.outbox).toEqual([]);
      expect(content.codes).toEqual(["outbox/not-a-collection"]);
    }
  });

  it("never hands out a private key, and says that it is there", async () => {
    const files = small().set("key.pem", encoder.encode("-----BEGIN RSA PRIVATE KEY-----"));
    for (const pack of Object.values(WAYS)) {
      const found: Diagnostic[] = [];
      await using archive = await openArchive(await pack(files), {
        onDiagnostic: (each) => found.push(each),
      });
      expect(found).toMatchObject([{ code: "secret/private-key", file: "key.pem" }]);
      expect(JSON.stringify(found)).not.toContain("BEGIN");
      for (const path of ["key.pem", "/key.pem", "actor.json", "outbox.json"]) {
        expect(archive.resolveMedia(path)).toBe(null);
        expect(await all(archive.readMedia([{ path, size: 1 }]))).toEqual([]);
      }
      expect(await all(archive.media())).toEqual([]);
    }
  });
});

describe("when it was exported", () => {
  it("is told by the file's name before anything else", async () => {
    const path = await write(await packZip(mastodonArchive()), "archive-20240501100203-0a1b2c3d.zip");
    expect((await contentOf(path)).info.exportedAt).toBe("2024-05-01T10:02:03Z");
    const name = "archive-20180317000000-0a1b.tar.gz";
    expect((await contentOf(await packTarGz(mastodonArchive()), { name })).info.exportedAt).toBe(
      "2018-03-17T00:00:00Z",
    );
  });

  it("is told by its entries else, and by nothing for a bare document", async () => {
    expect((await contentOf(await packTar(mastodonArchive()))).info.exportedAt).toBe("2025-11-08T10:00:00Z");
    const name = "archive-20249901100203-0a1b2c3d.zip";
    expect((await contentOf(json({ orderedItems: [] }), { name })).info.exportedAt).toBe(null);
  });
});
