import { packTarGz, packZip, rawZip, sampleArchive } from "@archive/fixtures";
import type { JsonObject, RunOptions } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { type Archive, type Item, openArchive } from "../src/index.js";
import { all, bytesOf, contentOf, WAYS } from "./archive-helpers.js";

/** What transform asks of a source, spelt out: this package imports nothing of it. */
interface Wanted {
  readonly info: {
    container: string;
    bytes: number;
    dialect: string;
    era: string | null;
    exportedAt: string | null;
  };
  readonly has: ReadonlySet<string>;
  actor(options?: RunOptions): Promise<{ readonly raw: JsonObject } | null>;
  outbox(options?: RunOptions): AsyncIterable<Item<JsonObject>>;
  collection(name: "likes" | "bookmarks"): AsyncIterable<Item<{ readonly id: string }>>;
  media(options?: RunOptions): AsyncIterable<{ readonly path: string; readonly size: number }>;
  resolveMedia(url: string): { readonly path: string; readonly size: number } | null;
  readMedia(
    files: readonly { readonly path: string; readonly size: number }[],
  ): AsyncIterable<{ readonly file: { readonly path: string }; readonly bytes: AsyncIterable<Uint8Array> }>;
}
const satisfied: (archive: Archive) => Wanted = (archive) => archive;

describe("the sample archive", () => {
  it.each(Object.entries(WAYS))("is the same through %s", async (_, pack) => {
    const files = sampleArchive();
    const outbox: { orderedItems: unknown[]; totalItems: number } = JSON.parse(
      new TextDecoder().decode(files.get("outbox.json")),
    );
    const content = await contentOf(await pack(files));
    expect(content.outbox.map((item) => item.raw)).toEqual(outbox.orderedItems);
    expect(content.outbox.map((item) => item.pointer)).toEqual(
      outbox.orderedItems.map((_item, n) => `/orderedItems/${n}`),
    );
    expect(content.total).toBe(outbox.totalItems);
    expect(content.actor?.raw.preferredUsername).toBe("nour");
    expect(content.info).toMatchObject({ dialect: "mastodon", era: "4.3-4.4" });
    expect(content.has).toEqual(new Set(["likes", "bookmarks"]));
    expect(content.likes.every(({ value }) => value.id.startsWith("https://"))).toBe(true);
    expect(content.likes.length).toBeGreaterThan(0);
    const pictures = [...files.keys()].filter((path) => path.startsWith("media_attachments/")).toSorted();
    expect(content.media.map(({ path }) => path)).toEqual(pictures);
    expect(content.codes).toEqual([]);
  });

  it("gives the byte at which each item stands", async () => {
    const files = sampleArchive();
    const text = files.get("outbox.json") ?? new Uint8Array();
    const { outbox } = await contentOf(await packZip(files));
    for (const { offset, length, raw } of outbox) {
      expect(JSON.parse(new TextDecoder().decode(text.subarray(offset, offset + length)))).toEqual(raw);
    }
  });

  it.each(Object.entries(WAYS))("is read twice, partly, and beside its media, from %s", async (_, pack) => {
    const files = sampleArchive();
    await using archive = await openArchive(await pack(files));
    const source = satisfied(archive);
    for await (const { index } of source.outbox()) if (index === 2) break;
    const media = await all(source.media());
    const seen = new Map<string, Uint8Array>();
    const items: unknown[] = [];
    const outbox = archive.outbox()[Symbol.asyncIterator]();
    for await (const { file, bytes } of source.readMedia(media)) {
      const next = await outbox.next();
      if (!next.done) items.push(next.value);
      seen.set(file.path, await bytesOf(bytes));
    }
    for (let next = await outbox.next(); !next.done; next = await outbox.next()) items.push(next.value);
    expect(items).toEqual(await all(archive.outbox()));
    expect(seen.size).toBe(media.length);
    for (const [path, bytes] of seen)
      expect(Buffer.compare(bytes, files.get(path) ?? new Uint8Array())).toBe(0);
  });

  it("lists entries with all their container knows of them, also once they are copied", async () => {
    await using archive = await openArchive(rawZip([{ name: "outbox.json", data: '{"orderedItems":[]}' }]));
    const [entry] = await all(archive.entries());
    const { path, rawPath, size, crc32, modified, role } = { ...entry };
    expect(new TextDecoder().decode(rawPath)).toBe(path);
    expect([path, size, typeof crc32, typeof modified, role]).toEqual([
      "outbox.json",
      19,
      "number",
      "string",
      "outbox",
    ]);
  });

  it("tells a repacked tar.gz with absolute names apart no longer", async () => {
    const rename = (path: string): string =>
      path.startsWith("media_") ? `/home/mastodon/live/public/system/${path}` : path;
    const packed = await packTarGz(sampleArchive(), { rename });
    await using archive = await openArchive(packed);
    for await (const { raw } of archive.outbox()) {
      const object = Object(raw.object);
      for (const { url } of Array.isArray(object.attachment) ? object.attachment : []) {
        const file = archive.resolveMedia(url);
        if (file !== null)
          expect(file.path).toBe(`home/mastodon/live/public/system/${url.replace(/^\//, "")}`);
      }
    }
    expect((await all(archive.media())).length).toBeGreaterThan(0);
  });
});
