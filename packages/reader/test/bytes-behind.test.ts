import { gzipSync } from "node:zlib";
import { packTar } from "@archive/fixtures";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { openContainer } from "../src/node/open-container.js";
import { bytesOf, type ReadResult, readWith, textOf, WAYS } from "./container-helpers.js";

const CODE = "archive/bytes-behind-end";
const BLOCK = 512;
const join = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts));

/** What a file gives in every way, which has to be the same. */
async function read(bytes: Uint8Array<ArrayBuffer>, salvage = false): Promise<ReadResult> {
  const results: ReadResult[] = [];
  for (const open of WAYS.values()) results.push(await readWith((run) => open(bytes, { ...run, salvage })));
  const [first, ...others] = results;
  if (first === undefined) throw new Error("there is a way");
  for (const other of others) expect(other).toEqual(first);
  return first;
}

const told = (result: ReadResult): string[] =>
  result.diagnostics.map(({ code, message }) => `${code} ${message}`);

const NOISE = new Uint8Array(300_000).map((_, at) => (Math.imul(at, 2654435761) >>> 13) | 1);
let tar: Uint8Array = new Uint8Array();
let other: Uint8Array = new Uint8Array();
/** A tar without the zeros that end it. */
let members: Uint8Array = new Uint8Array();

beforeAll(async () => {
  tar = await packTar(
    new Map([
      ["a.txt", bytesOf("a of the first")],
      ["noise", NOISE],
    ]),
  );
  other = await packTar(
    new Map([
      ["a.txt", bytesOf("a of the second")],
      ["b.txt", bytesOf("b of the second")],
    ]),
  );
  const end = tar.findLastIndex((byte) => byte !== 0);
  members = tar.subarray(0, Math.ceil(end / BLOCK) * BLOCK);
});

describe("behind the last member of gzip data", () => {
  const at = (end: number, from: number, count: number): string =>
    `${CODE} ${count === 1 ? "1 byte stands" : `${count} bytes stand`} behind the last member of the gzip data, from byte ${end + from} on; not read.`;

  it.each([
    ["a line break", bytesOf("\n"), 0, 1],
    ["the first byte of another member", new Uint8Array([0x1f]), 0, 1],
    ["text", bytesOf("garbage"), 0, 7],
    ["text behind padding", join(new Uint8Array(700), bytesOf("garbage")), 700, 7],
    ["a member behind padding", join(new Uint8Array(9), gzipSync("hidden")), 9, gzipSync("hidden").length],
    ["more than is read at once", NOISE, 0, NOISE.length],
  ])("tells of %s, and reads all before", async (_, behind, from, count) => {
    for (const packed of [gzipSync(tar), join(gzipSync(members), gzipSync(tar.subarray(members.length)))]) {
      const result = await read(join(packed, behind));
      expect(told(result)).toEqual([at(packed.length, from, count)]);
      expect(result.digests).toEqual((await read(join(packed))).digests);
    }
    const document = gzipSync('{"orderedItems":[]}');
    const result = await read(join(document, behind));
    expect(told(result)).toEqual([at(document.length, from, count)]);
    expect([...result.sizes]).toEqual([["outbox.json", 19]]);
  });

  it("says nothing of padding, however long", async () => {
    for (const length of [1, 511, 300_000]) {
      expect((await read(join(gzipSync(tar), new Uint8Array(length)))).codes).toEqual([]);
    }
  });

  it("says that the checksum can't be compared where what follows the tar is cut or damaged", async () => {
    const whole = gzipSync(tar);
    const cut = join(whole.subarray(0, -3));
    const damaged = join(gzipSync(tar), gzipSync("more").fill(0xff, 10));
    for (const bytes of [cut, damaged]) {
      const result = await read(bytes);
      expect(result.codes).toEqual(["tar/truncated"]);
      expect(result.paths).toEqual(["a.txt", "noise"]);
      expect(result.diagnostics[0]?.message).toContain("behind the last entry");
    }
  });

  it("is told in the same words by Node's zlib and by what browsers have, whatever bytes they are", async () => {
    const packed = gzipSync(tar);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 20 }).filter((bytes) => bytes[0] !== 0x1f),
        async (bytes) => {
          const result = await read(join(packed, bytes));
          const from = bytes.findIndex((byte) => byte !== 0);
          expect(told(result)).toEqual(from < 0 ? [] : [at(packed.length, from, bytes.length - from)]);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("behind the mark that ends a tar", () => {
  const unread = (from: number, count: number): string =>
    `${CODE} ${count} bytes stand behind the mark that ends the tar, from byte ${from} on; not read.`;
  const readOn = (from: number): string =>
    `${CODE} Entries stand behind the mark that ends the tar, from byte ${from} on; they were read.`;
  const bothPackings = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] => [
    bytes,
    join(gzipSync(bytes)),
  ];

  it("says nothing of zeros, however many", async () => {
    for (const bytes of bothPackings(join(tar, new Uint8Array(1_000_001)))) {
      expect((await read(bytes)).codes).toEqual([]);
      expect((await read(bytes, true)).codes).toEqual([]);
    }
  });

  it("looks through zeros no further than any program pads, whatever size a file claims", async () => {
    const most = 2 ** 26;
    let reads = 0;
    // A store that says it has a pebibyte of zeros behind the tar.
    const vast = {
      size: 2 ** 50,
      read: async (offset: number, length: number) => {
        reads += 1;
        const bytes = new Uint8Array(length);
        if (offset < tar.length) bytes.set(tar.subarray(offset, offset + length));
        return bytes;
      },
    };
    for (const salvage of [false, true]) {
      const result = await readWith((run) => openContainer(vast, { ...run, salvage }));
      expect(result.paths).toEqual(["a.txt", "noise"]);
      expect(result.codes).toEqual([CODE]);
      const from = (result.diagnostics[0]?.message ?? "").match(
        /^At least 1073741824 bytes stand .* byte (\d+) on; not read\.$/,
      );
      expect(Number(from?.[1])).toBeGreaterThan(most);
    }
    expect(reads).toBeLessThan((4 * most) / 8192);
  });

  it("tells of bytes and of entries, and leaves them alone", async () => {
    for (const behind of [bytesOf("garbage"), NOISE, other]) {
      for (const bytes of bothPackings(join(tar, behind))) {
        const result = await read(bytes);
        expect(told(result)).toEqual([unread(tar.length, behind.length)]);
        expect(result.paths).toEqual(["a.txt", "noise"]);
      }
    }
  });

  it("takes one block of zeros for the mark, as other programs do", async () => {
    for (const bytes of bothPackings(join(members, new Uint8Array(BLOCK), other))) {
      const result = await read(bytes);
      expect(told(result)).toEqual([unread(members.length + BLOCK, other.length)]);
      expect(result.paths).toEqual(["a.txt", "noise"]);
    }
  });

  it("reads joined tars as one when asked to salvage: the last of two entries counts", async () => {
    for (const bytes of bothPackings(join(tar, other, members))) {
      const result = await read(bytes, true);
      expect(result.paths).toEqual(["b.txt", "a.txt", "noise"]);
      expect(result.diagnostics[0]?.code).toBe("entry/duplicate");
      expect(told(result)).toContain(readOn(tar.length));
      await using container = await openContainer(join(tar, other), { salvage: true });
      expect(await textOf(container, "a.txt")).toBe("a of the second");
    }
  });

  it("is read no further than bytes that are no header, also when asked to salvage", async () => {
    for (const bytes of bothPackings(join(tar, other, bytesOf("garbage"), tar))) {
      const result = await read(bytes, true);
      expect(result.paths).toEqual(["noise", "a.txt", "b.txt"]);
      expect(told(result)).toEqual(
        expect.arrayContaining([readOn(tar.length), unread(tar.length + other.length, tar.length + 7)]),
      );
    }
  });

  it("does not carry names and attributes over the mark", async () => {
    const named = await packTar(new Map([[`${"long/".repeat(60)}a.txt`, bytesOf("long")]]));
    // The header that holds the name, and nothing it belongs to.
    const nameOnly = join(named.subarray(0, 2 * BLOCK), new Uint8Array(2 * BLOCK));
    for (const bytes of bothPackings(join(nameOnly, other))) {
      expect((await read(bytes, true)).paths).toEqual(["a.txt", "b.txt"]);
    }
  });
});
