import { deflateRawSync } from "node:zlib";
import { rawZip } from "@archive/fixtures";
import type { Diagnostic } from "@archive/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openContainer } from "../src/node/open-container.js";
import { bytesOf, readAll, sha256 } from "./container-helpers.js";
import { ACTOR_ENTRY, expectTwo, OUTBOX, OUTBOX_ENTRY, salvaged, TWO } from "./zip-helpers.js";

describe("zips that programs write", () => {
  it("reads Zip64 local headers, as Mastodon 4.5 writes them", async () => {
    await expectTwo(rawZip(TWO.map((entry) => ({ ...entry, zip64Local: true }))));
  });

  it("reads Zip64 in the directory and at the end", async () => {
    const wide = TWO.map((entry) => ({ ...entry, zip64Local: true, zip64Central: true }));
    await expectTwo(rawZip(wide, { zip64End: true }));
    await expectTwo(rawZip(wide, { zip64End: true, comment: "with a comment" }));
  });

  it("reads data descriptors, stored entries and long extra fields", async () => {
    await expectTwo(rawZip(TWO.map((entry) => ({ ...entry, dataDescriptor: true }))));
    await expectTwo(rawZip(TWO.map((entry) => ({ ...entry, dataDescriptor: true, zip64Local: true }))));
    await expectTwo(rawZip(TWO.map((entry) => ({ ...entry, method: 0 }))));
    const extra = new Uint8Array(3004);
    new DataView(extra.buffer).setUint16(2, 3000, true);
    await expectTwo(rawZip(TWO.map((entry) => ({ ...entry, extra }))));
  });

  it("reads past comments, also ones that look like an end record", async () => {
    await expectTwo(rawZip(TWO, { comment: "x".repeat(60_000) }));
    await expectTwo(rawZip(TWO, { comment: `PK\u0005\u0006${"\0".repeat(30)}` }));
    const nested = new TextDecoder("latin1").decode(rawZip([]));
    await expectTwo(rawZip(TWO, { comment: nested }));
  });

  it("reads zips behind other bytes and before other bytes", async () => {
    await expectTwo(rawZip(TWO, { prefix: bytesOf("#!/bin/sh\n") }));
    await expectTwo(new Uint8Array(Buffer.concat([bytesOf('{"not":'), rawZip(TWO)])));
    await expectTwo(new Uint8Array(Buffer.concat([rawZip(TWO), bytesOf("\r\n\r\n")])));
  });

  it("decodes names as UTF-8, flagged or not, else as code page 437", async () => {
    const names = [
      { name: "größe.png", flags: 0x800 },
      { name: "日本.png" },
      { name: new Uint8Array([0x81, 0x62, 0x65, 0x72]) },
    ];
    const result = await readAll(rawZip(names));
    expect(result.paths).toEqual(["größe.png", "日本.png", "über"]);
  });

  it("gives the time of change", async () => {
    await using container = await openContainer(rawZip(TWO));
    for await (const entry of container.entries()) expect(entry.modified).toBe("2025-11-08T10:00:00.000Z");
  });

  it("skips folders, and leaves out links", async () => {
    const zip = rawZip([
      { name: "media/", method: 0 },
      { name: "media/a.png", data: "a" },
      { name: "evil", data: "/etc/passwd", externalAttributes: 0o120777 << 16 },
    ]);
    const result = await readAll(zip);
    expect(result.paths).toEqual(["media/a.png"]);
    expect(result.codes).toEqual(["entry/link"]);
  });
});

describe("names", () => {
  it("that lead out are left out; absolute ones, junk and doubles are told", async () => {
    const zip = rawZip([
      { name: "../../.bashrc", data: "x" },
      { name: "..\\evil.txt", data: "x" },
      { name: "C:\\evil.txt", data: "x" },
      { name: "nul\0byte", data: "x" },
      { name: "/srv/a.png", data: "1" },
      { name: "/srv/b.png", data: "2" },
      { name: "__MACOSX/._outbox.json", data: "x" },
      { name: "dir\\c.png", data: "3" },
      { name: "outbox.json", data: "first" },
      { name: "./outbox.json", data: "last" },
    ]);
    const result = await readAll(zip);
    expect(result.paths).toEqual(["srv/a.png", "srv/b.png", "dir/c.png", "outbox.json"]);
    expect(result.digests.get("outbox.json")).toBe(sha256("last"));
    const count = (code: string): number => result.diagnostics.filter((found) => found.code === code).length;
    expect(count("entry/unsafe-path")).toBe(2);
    expect(count("entry/drive-path")).toBe(1);
    expect(count("entry/control-name")).toBe(1);
    expect(count("entry/backslash")).toBe(1);
    expect(count("entry/absolute-path")).toBe(1);
    expect(count("entry/ignored")).toBe(1);
    expect(count("entry/duplicate")).toBe(1);
    expect(result.diagnostics.find(({ code }) => code === "entry/absolute-path")?.message).toMatch(
      /^2 entries/,
    );
  });
});

describe("damage", () => {
  it("to checksum or length is told, the bytes are given", async () => {
    for (const entry of [
      { name: "a", data: OUTBOX, crc: 1 },
      { name: "a", data: OUTBOX, size: 7 },
      { name: "a", data: OUTBOX, method: 0, crc: 1 },
    ]) {
      const result = await readAll(rawZip([entry]));
      expect(result.codes).toEqual(["entry/damaged"]);
      expect(result.digests.get("a")).toBe(sha256(OUTBOX));
    }
  });

  it("in the middle of deflated data loses at most what is behind it", async () => {
    // Literals only, so that each packed byte stands for about one plain byte.
    const noise = Array.from({ length: 400_000 }, (_, at) => (Math.imul(at, 2654435761) >>> 13) % 64);
    const plain = new Uint8Array(noise.map((value) => value + 48));
    const packed = deflateRawSync(plain);
    const broken = new Uint8Array(packed);
    broken.fill(0xff, Math.floor(packed.length * 0.9), Math.floor(packed.length * 0.9) + 400);
    const whole = rawZip([{ name: "a", data: plain }, ...TWO]);
    const at = Buffer.from(whole).indexOf(packed.subarray(0, 64));
    whole.set(broken, at);
    const result = await readAll(whole);
    expect(result.codes).toEqual(["entry/damaged"]);
    expect(result.sizes.get("a")).toBeGreaterThan(plain.length * 0.85);
    expect(result.digests.get("outbox.json")).toBe(sha256(OUTBOX));
  });

  it("keeps encrypted and unknown entries from hiding the rest", async () => {
    const zip = rawZip([
      { name: "locked", data: "x", encrypted: true },
      { name: "bz2", data: "x", method: 12 },
      ...TWO,
    ]);
    await expectTwo(zip, ["entry/encrypted", "entry/unsupported"]);
  });

  it("leaves out an entry on another disk of a split zip, and reads the rest", async () => {
    const zip = Buffer.from(rawZip(TWO));
    zip.writeUInt16LE(1, zip.indexOf(Buffer.from("PK\u0001\u0002")) + 34);
    const result = await readAll(new Uint8Array(zip));
    expect(result.paths).toEqual(["actor.json"]);
    expect(result.codes).toEqual(["entry/unsupported"]);
  });

  it("to one entry's place in the directory leaves the others readable", async () => {
    const result = await readAll(rawZip([OUTBOX_ENTRY, { ...ACTOR_ENTRY, offset: 99 }]));
    expect(result.codes).toEqual(["entry/damaged"]);
    expect(result.digests.get("outbox.json")).toBe(sha256(OUTBOX));
    expect(result.sizes.get("actor.json")).toBe(0);
  });
});

describe("hostile numbers", () => {
  it("of entries never allocate anything", async () => {
    await expectTwo(rawZip(TWO, { count: 9 }), ["zip/count-differs"]);
    await expectTwo(rawZip(TWO, { count: 2 ** 33, zip64End: true }), ["zip/count-differs"]);
    await expectTwo(rawZip(TWO, { count: 2 ** 52, zip64End: true }), ["zip/count-differs"]);
  });

  it("of unpacked bytes are bounded", async () => {
    const bomb = rawZip([{ name: "bomb", data: new Uint8Array(40_000_000), size: 10 }, ...TWO]);
    const limits = { ratioFreeBytes: 1_000_000, maxRatio: 100 };
    const result = await readAll(bomb, { limits });
    expect(result.codes).toEqual(["entry/too-large"]);
    expect(result.sizes.get("bomb")).toBeLessThan(6_000_000);
    const byBytes = await readAll(rawZip(TWO), { limits: { maxEntryBytes: 1000 } });
    expect(byBytes.codes).toEqual(["entry/too-large"]);
    expect(byBytes.sizes.get("actor.json")).toBe(17);
  });

  it("of entries over the same bytes are left out", async () => {
    const kernel = { name: "k0", data: new Uint8Array(100_000).map((_, at) => (at * 31) % 256), method: 0 };
    const copies = Array.from({ length: 50 }, (_, at) => ({ ...kernel, name: `k${at}` }));
    const zip = rawZip([kernel]);
    const directory = rawZip(copies.map((copy) => ({ ...copy, offset: 0 })));
    const start = 50 * (30 + 3 - 1 + 100_000) + 40;
    expect(start).toBeLessThan(directory.length);
    // One copy of the data, followed by a directory that refers to it fifty times.
    const central = Buffer.from(directory).subarray(Buffer.from(directory).indexOf("PK\u0001\u0002"));
    const end = Buffer.from(central);
    const local = Buffer.from(zip).subarray(0, 30 + 2 + 100_000);
    end.writeUInt32LE(local.length, end.length - 6);
    const result = await salvaged(Buffer.concat([local, end]));
    expect(result.codes).toEqual(["entry/overlapping", "zip/ambiguous"]);
    expect(result.paths).toEqual(["k0"]);
  });

  it.each([65_534, 65_535, 65_536, 65_537])(
    "of %i entries are counted by those that are there",
    async (count) => {
      const many = Array.from({ length: count }, (_, at) => ({ name: `${at}`, method: 0 }));
      const codes: string[] = [];
      const onDiagnostic = ({ code }: Diagnostic): unknown => codes.push(code);
      await using container = await openContainer(rawZip(many, { count: count & 0xffff }), { onDiagnostic });
      let listed = 0;
      for await (const _ of container.entries()) listed += 1;
      expect(listed).toBe(count);
      expect(codes).toEqual(count > 0xffff ? ["zip/count-differs"] : []);
    },
  );

  it("survives any bytes at all in the place of any other", async () => {
    const zip = rawZip([
      { name: "outbox.json", data: "{}".repeat(50) },
      { name: "a", data: "b", dataDescriptor: true },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(zip.length),
        async (changes, length) => {
          const broken = zip.slice(0, length);
          for (const [at, value] of changes) if (at < length) broken[at] = value;
          const outcome = await readAll(broken).catch((error: unknown) => error);
          if (outcome instanceof Error) expect(outcome.name).toBe("ArchiveError");
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });
});
