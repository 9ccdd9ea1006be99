import { create, mastodonArchive, packTar, packTarGz, packZip, sampleArchive } from "@archive/fixtures";
import type { Diagnostic } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { openArchive, readItems } from "../src/index.js";

const encoder = new TextEncoder();
const json = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

describe("an outbox that is read on from an offset", () => {
  it.each([
    ["zip", packZip],
    ["tar", packTar],
    ["tar.gz", packTarGz],
  ])("gives the very items a whole reading gives: %s", async (_, pack) => {
    await using archive = await openArchive(await pack(sampleArchive()));
    const whole = await all(archive.outbox());
    for (const n of [0, 1, 7, whole.length - 1]) {
      const item = whole[n];
      const from = item?.offset ?? 0;
      expect(await all(archive.outbox({ from }))).toEqual(whole.slice(n));
      expect(await all(archive.outbox({ from: from + (item?.length ?? 0) }))).toEqual(whole.slice(n + 1));
      expect(await all(archive.outbox({ from: from + 1 }))).toEqual(whole.slice(n + 1));
    }
    expect(await all(archive.outbox({ from: 2 ** 40 }))).toEqual([]);
  });

  it("tells nothing twice, and goes on behind broken items as a whole reading does", async () => {
    const items = [create(), create(), create(), create()].map((each) => JSON.stringify(each));
    items.splice(1, 0, '{"type":"Create","object":{"type":"Note"}', "null", '{"a":NaN}');
    items.push('{"type":"Create",}');
    const text = `{"type":"OrderedCollection","orderedItems":[${items.join(",")}],"totalItems":9}`;
    for (const chunk of [1, 50, 4096]) {
      const found: Diagnostic[] = [];
      const whole = await all(
        readItems(chunksOf(encoder.encode(text), chunk), { onDiagnostic: (each) => found.push(each) }),
      );
      for (const { offset } of whole) {
        const rest: Diagnostic[] = [];
        const items = await all(
          readItems(chunksOf(encoder.encode(text), chunk), {
            from: offset,
            onDiagnostic: (each) => rest.push(each),
          }),
        );
        expect(items).toEqual(whole.filter((each) => each.offset >= offset));
        expect(rest).toEqual(found.filter((each) => (each.offset ?? 0) >= offset));
      }
    }
  });
});

describe("an outbox whose items stand in its first page", () => {
  const items = [create(), create()];
  const page = { type: "OrderedCollectionPage", partOf: "outbox.json", orderedItems: items };
  const read = async (outbox: object) => {
    const codes: string[] = [];
    const files = new Map(mastodonArchive({})).set("outbox.json", json(outbox));
    await using archive = await openArchive(await packZip(files));
    const found = await all(archive.outbox({ onDiagnostic: ({ code }) => codes.push(code) }));
    const total = await archive.declaredTotal();
    return { raws: found.map(({ raw }) => raw), pointers: found.map(({ pointer }) => pointer), codes, total };
  };

  it("gives them, with their place", async () => {
    expect(
      await read({ type: "OrderedCollection", totalItems: 7, first: { ...page, totalItems: 2 } }),
    ).toEqual({
      raws: items,
      pointers: ["/first/orderedItems/0", "/first/orderedItems/1"],
      codes: [],
      total: 7,
    });
  });

  it("does not give them twice when they stand in the outbox itself as well", async () => {
    const both = await read({ type: "OrderedCollection", orderedItems: items, first: page });
    expect(both).toMatchObject({ raws: items, pointers: ["/orderedItems/0", "/orderedItems/1"], codes: [] });
    const before = await read({ type: "OrderedCollection", first: page, orderedItems: items });
    expect(before.raws).toHaveLength(4);
    expect(before.codes).toEqual(["outbox/doubled-items"]);
  });

  it("reports one whose page is only an address", async () => {
    const { codes } = await read({ type: "OrderedCollection", first: "https://a.example/outbox?page=1" });
    expect(codes).toEqual(["outbox/not-a-collection"]);
  });
});

describe("limits of openArchive", () => {
  const large = { ...create(), summary: "x".repeat(5000) };
  const deep = { ...create(), nested: JSON.parse(`${"[".repeat(40)}${"]".repeat(40)}`) };
  const activities = [create(), large, deep, create()];
  const files = new Map(mastodonArchive({})).set(
    "outbox.json",
    json({ type: "OrderedCollection", orderedItems: activities }),
  );

  it("hold for the items of the outbox", async () => {
    const codes: string[] = [];
    await using archive = await openArchive(await packZip(files), { maxItemBytes: 4000, maxDepth: 20 });
    const items = await all(archive.outbox({ onDiagnostic: ({ code }) => codes.push(code) }));
    expect(items.map(({ index }) => index)).toEqual([0, 3]);
    expect(codes).toEqual(["json/item-too-large", "json/too-deep"]);
  });

  it("make a tar.gz be read anew where its documents are not kept, with the same result", async () => {
    const packed = await packTarGz(sampleArchive());
    const read = async (maxKeptBytes?: number) => {
      await using archive = await openArchive(packed, { maxKeptBytes });
      const outbox = await all(archive.outbox());
      const outboxAgain = await all(archive.outbox());
      const likes = await all(archive.collection("likes"));
      const { info, has } = archive;
      return {
        actor: await archive.actor(),
        outbox,
        outboxAgain,
        likes,
        info,
        has,
        total: await archive.declaredTotal(),
      };
    };
    const whole = await read();
    for (const budget of [0, 1000, 20_000]) {
      const small = await read(budget);
      // Which files hold collections is told by their beginnings; without room for these only the layout's count.
      expect(small).toEqual(whole);
    }
  });

  it("end the search behind broken items when too much was read again", async () => {
    const open = '{"type":"Note","content":"x","tag":[{"type":"Mention"}';
    const text = `{"items":[${Array.from({ length: 400 }, (_, n) => (n % 2 ? JSON.stringify(create()) : open)).join(",")}]}`;
    const read = async (maxRereadBytes: number) => {
      const codes: string[] = [];
      const items = await all(
        readItems(chunksOf(encoder.encode(text), 65_536), {
          maxRereadBytes,
          onDiagnostic: ({ code }) => codes.push(code),
        }),
      );
      return { items: items.length, codes: new Set(codes) };
    };
    expect(await read(2 ** 31)).toEqual({ items: 200, codes: new Set(["json/invalid-item"]) });
    const bounded = await read(200_000);
    expect(bounded.items).toBeLessThan(200);
    expect(bounded.codes).toContain("json/invalid-item");
  });
});

describe("reading at the same time", () => {
  it("keeps two readings and the media apart, and ends what is left early", async () => {
    await using archive = await openArchive(await packZip(sampleArchive()));
    const whole = await all(archive.outbox());
    const [one, two] = await Promise.all([
      all(archive.outbox()),
      all(archive.outbox({ from: whole[3]?.offset })),
    ]);
    expect(one).toEqual(whole);
    expect(two).toEqual(whole.slice(3));
    // Calls that don't wait for each other are answered in their order.
    const iterator = archive.outbox()[Symbol.asyncIterator]();
    const steps = await Promise.all(whole.map(() => iterator.next()));
    expect(steps.map(({ value }) => value)).toEqual(whole);
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    const left = archive.outbox()[Symbol.asyncIterator]();
    await left.next();
    expect(await left.return?.()).toEqual({ done: true, value: undefined });
    expect(await left.next()).toEqual({ done: true, value: undefined });
  });
});
