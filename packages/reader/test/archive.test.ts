import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
  announce,
  create,
  mastodonArchive,
  packTar,
  packTarGz,
  packZip,
  rawZip,
  sampleArchive,
  writeFolder,
} from "@archive/fixtures";
import {
  ArchiveError,
  type Diagnostic,
  type DiagnosticCode,
  type JsonObject,
  type RunOptions,
} from "@archive/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Archive, type Item, type OpenArchiveOptions, openArchive } from "../src/index.js";

type Files = ReadonlyMap<string, Uint8Array>;

const encoder = new TextEncoder();
const json = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reader-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let written = 0;
async function write(bytes: Uint8Array, name = `${written++}`): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** Every way to hand over the same entries. */
const WAYS: Readonly<Record<string, (files: Files) => Promise<string | Uint8Array>>> = {
  "a zip": async (files) => write(await packZip(files)),
  "a zip's bytes": packZip,
  "a tar": async (files) => write(await packTar(files)),
  "a tar's bytes": packTar,
  "a tar.gz": async (files) => write(await packTarGz(files)),
  "a tar.gz's bytes": packTarGz,
  "a folder": async (files) => {
    const path = join(folder, `folder-${written++}`);
    await writeFolder(files, path);
    return path;
  },
};

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(Buffer.concat(await all(chunks)));
}

async function contentOf(source: string | Uint8Array, options: OpenArchiveOptions = {}) {
  const found: Diagnostic[] = [];
  const run: RunOptions = { onDiagnostic: (each) => found.push(each) };
  await using archive = await openArchive(source, { ...run, ...options });
  const actor = await archive.actor(run);
  const outbox = await all(archive.outbox(run));
  const likes = await all(archive.collection("likes", run));
  const bookmarks = await all(archive.collection("bookmarks", run));
  const media = (await all(archive.media(run))).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const total = await archive.declaredTotal();
  const codes: DiagnosticCode[] = found.map((each) => each.code);
  return {
    info: archive.info,
    has: archive.has,
    actor,
    outbox,
    likes,
    bookmarks,
    media,
    total,
    found,
    codes,
  };
}

async function errorOf(source: string | Uint8Array): Promise<ArchiveError> {
  const error: unknown = await openArchive(source).then(
    (archive) => archive[Symbol.asyncDispose](),
    (thrown: unknown) => thrown,
  );
  if (error instanceof ArchiveError) return error;
  throw new Error(`expected an ArchiveError, got ${String(error)}`);
}

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

describe("bare documents", () => {
  const note = { type: "Note", content: "x" };
  it.each<[string, unknown, number]>([
    ["an outbox", { type: "OrderedCollection", orderedItems: [{ type: "Create", object: note }] }, 1],
    [
      "an outbox with its type last",
      { orderedItems: [{ type: "Create", object: note }], type: "OrderedCollection" },
      1,
    ],
    ["a page", { type: "OrderedCollectionPage", items: [note] }, 1],
    ["a list of activities", [{ type: "Announce", object: "https://b.example/1" }], 1],
    ["a list of posts", [null, note], 1],
    ["an empty outbox", { type: "OrderedCollection", orderedItems: [] }, 0],
  ])("%s is an archive", async (_, value, count) => {
    for (const bytes of [json(value), new Uint8Array(gzipSync(json(value)))]) {
      const content = await contentOf(bytes);
      expect(content.outbox).toHaveLength(count);
      expect(content.info).toMatchObject({ container: "json", dialect: "activitystreams", era: null });
    }
  });

  it.each<[string, string]>([
    [
      "a post",
      JSON.stringify({ "@context": "https://www.w3.org/ns/activitystreams", ...note, items: [note] }),
    ],
    ["an activity", JSON.stringify({ type: "Create", object: note })],
    ["an actor", JSON.stringify({ type: "Person", id: "https://a.example" })],
    ["a package.json", JSON.stringify({ name: "x", version: "1.0.0", type: "module" })],
    ["numbers", "[1,2,3]"],
    ["nothing in a list", "[]"],
    ["unrelated things", JSON.stringify([{ name: "x" }])],
    ["what is no JSON", "{ hello"],
  ])("%s is none", async (_, text) => {
    expect(await errorOf(encoder.encode(text))).toMatchObject({ code: "archive/not-an-archive" });
  });
});

describe("what can't be opened", () => {
  it("says why, and names the file", async () => {
    const path = await write(await packZip(new Map([["a.txt", json(1)]])));
    expect(await errorOf(path)).toMatchObject({ code: "archive/no-outbox", file: path });
    expect((await errorOf(join(folder, "nowhere"))).code).toBe("archive/not-found");
    expect((await errorOf(new Uint8Array())).code).toBe("archive/empty");
  });

  it("says that the outbox is encrypted", async () => {
    const bytes = await packZip(mastodonArchive());
    // Bit 0 of the flags, in the local header (6 bytes in) and in the directory (8 bytes in) of each outbox.
    const view = Buffer.from(bytes);
    for (const [signature, flags, name] of [
      ["PK\x03\x04", 6, 30],
      ["PK\x01\x02", 8, 46],
    ] as const) {
      for (
        let at = view.indexOf(signature, 0, "latin1");
        at >= 0;
        at = view.indexOf(signature, at + 1, "latin1")
      ) {
        if (view.toString("latin1", at + name, at + name + 11) === "outbox.json")
          view[at + flags] = 1 | (view[at + flags] ?? 0);
      }
    }
    expect((await errorOf(new Uint8Array(view))).code).toBe("archive/encrypted");
  });

  it("stops when the signal says so", async () => {
    const abort = new AbortController();
    await using archive = await openArchive(await packZip(sampleArchive()));
    const reading = (async () => {
      for await (const { index } of archive.outbox({ signal: abort.signal })) if (index === 1) abort.abort();
      // The outbox may have been in memory already; the next read sees the signal in any case.
      await archive.actor({ signal: abort.signal });
    })();
    await expect(reading).rejects.toThrow(/abort/i);
    await expect(
      openArchive(await packZip(sampleArchive()), { signal: AbortSignal.abort() }),
    ).rejects.toThrow(/abort/i);
  });
});
