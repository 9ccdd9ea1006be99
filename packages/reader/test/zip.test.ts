import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import { packZip, rawZip } from "@archive/fixtures";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openContainer } from "../src/node/open-container.js";
import {
  bytesOf,
  collect,
  type ReadResult,
  readAll,
  readWith,
  sha256,
  textOf,
  WAYS,
} from "./container-helpers.js";

const POSTS = Array.from({ length: 20_000 }, (_, at) => `{"id":"https://social.example/${at * 7919}"}`).join(
  ",",
);
const OUTBOX = `{"orderedItems":[${POSTS}]}`;
const OUTBOX_ENTRY = { name: "outbox.json", data: OUTBOX };
const ACTOR_ENTRY = { name: "actor.json", data: '{"type":"Person"}' };
const TWO = [OUTBOX_ENTRY, ACTOR_ENTRY];

async function expectTwo(zip: Uint8Array, codes: readonly string[] = []): Promise<void> {
  const result = await readAll(zip);
  expect(result.codes).toEqual(codes);
  expect(result.paths).toEqual(["outbox.json", "actor.json"]);
  expect(result.digests.get("outbox.json")).toBe(sha256(OUTBOX));
  expect(result.digests.get("actor.json")).toBe(sha256('{"type":"Person"}'));
}

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

  it("to one entry's place in the directory leaves the others readable", async () => {
    const result = await readAll(rawZip([OUTBOX_ENTRY, { ...ACTOR_ENTRY, offset: 99 }]));
    expect(result.codes).toEqual(["entry/damaged"]);
    expect(result.digests.get("outbox.json")).toBe(sha256(OUTBOX));
    expect(result.sizes.get("actor.json")).toBe(0);
  });
});

/** What a zip gives only with `salvage`, after being refused without, in Node and with what browsers have. */
async function salvaged(zip: Uint8Array): Promise<ReadResult> {
  const bytes = new Uint8Array(zip);
  const results: ReadResult[] = [];
  for (const open of WAYS.values()) {
    await expect(readWith((run) => open(bytes, run))).rejects.toMatchObject({ code: "zip/ambiguous" });
    results.push(await readWith((run) => open(bytes, run), { salvage: true }));
  }
  const [first, ...others] = results;
  if (first === undefined) throw new Error("there is a way");
  for (const other of others) {
    expect(other.digests).toEqual(first.digests);
    expect(other.codes).toEqual(first.codes);
  }
  return first;
}

describe("a zip that tells two stories is refused, and read by its directory only when asked", () => {
  it("with other names or sizes in the second place", async () => {
    for (const told of [{ localName: "other.json" }, { localName: "outbox.jsoN" }]) {
      const result = await salvaged(rawZip([{ ...OUTBOX_ENTRY, ...told }, ACTOR_ENTRY]));
      expect(result.paths).toEqual(["outbox.json", "actor.json"]);
      expect(result.digests.get("outbox.json")).toBe(sha256(OUTBOX));
      expect(result.codes).toEqual(["zip/ambiguous"]);
    }
    for (const [field, value] of [
      [8, 0],
      [18, 5],
      [18, 0],
      [22, 5],
      [22, 0],
    ] as const) {
      const zip = rawZip(TWO);
      new DataView(zip.buffer).setUint32(field, value, true);
      // The method is two bytes; the time behind it is no story.
      const result = await salvaged(zip);
      expect(result.digests.get("outbox.json")).toBe(sha256(OUTBOX));
    }
  });

  it("with entries the directory does not name", async () => {
    const evil = { name: "evil.json", data: "evil", hidden: true };
    for (const entries of [
      [evil, ...TWO],
      [OUTBOX_ENTRY, evil, ACTOR_ENTRY],
      [...TWO, evil],
      [...TWO, { ...evil, dataDescriptor: true }],
    ]) {
      const result = await salvaged(rawZip(entries));
      expect(result.paths).toEqual(["outbox.json", "actor.json"]);
      expect(result.codes).toEqual(["zip/ambiguous"]);
    }
    // Another whole zip in front of it.
    const concatenated = Buffer.concat([rawZip([{ name: "a", data: "x" }]), rawZip(TWO)]);
    expect((await salvaged(concatenated)).paths).toEqual(["outbox.json", "actor.json"]);
  });

  it("with more entries than its end record says", async () => {
    const result = await salvaged(rawZip(TWO, { count: 1 }));
    expect(result.paths).toEqual(["outbox.json", "actor.json"]);
  });

  it("with a second directory", async () => {
    const latin1 = new TextDecoder("latin1");
    const inner = rawZip([{ name: "a", data: "x", method: 0 }]);
    const comment = latin1.decode(inner);
    expect(new TextEncoder().encode(comment).length).toBeGreaterThan(0);
    const outer = rawZip(TWO);
    const whole = Buffer.concat([outer, inner]);
    whole.writeUInt16LE(inner.length, outer.length - 2);
    await salvaged(whole);
  });

  it("with an entry whose data hold another one", async () => {
    const inner = rawZip([{ name: "b", data: "bb", method: 0 }], { withoutDirectory: true });
    const zip = Buffer.from(rawZip([{ name: "a", data: inner, method: 0 }]));
    const start = zip.indexOf("PK\u0001\u0002");
    const record = Buffer.from(zip.subarray(start, start + 47));
    const quoted = Buffer.from(rawZip([{ name: "b", data: "bb", method: 0 }]));
    const second = quoted.subarray(quoted.indexOf("PK\u0001\u0002"), quoted.indexOf("PK\u0005\u0006"));
    second.writeUInt32LE(31, 42);
    const end = Buffer.from(zip.subarray(start + 47));
    end.writeUInt16LE(2, 8);
    end.writeUInt16LE(2, 10);
    end.writeUInt32LE(94, 12);
    const result = await salvaged(Buffer.concat([zip.subarray(0, start), record, second, end]));
    expect(result.paths).toEqual(["a", "b"]);
  });

  it("also when that shows only as an entry is read", async () => {
    // So many entries, so far apart, that their headers are not all looked at beforehand.
    const far = Array.from({ length: 1100 }, (_, at) => ({
      name: `f${at}`,
      data: new Uint8Array(33_000),
      method: 0,
      ...(at === 1090 && { localName: "else" }),
    }));
    const zip = rawZip(far);
    for (const salvage of [false, true]) {
      const codes: string[] = [];
      await using container = await openContainer(zip, {
        salvage,
        onDiagnostic: ({ code }) => codes.push(code),
      });
      const reading = async (): Promise<number> => {
        let read = 0;
        for await (const { bytes } of container.scan(({ path }) => Number(path.slice(1)) > 1080)) {
          await collect(bytes);
          read += 1;
        }
        return read;
      };
      if (salvage) expect(await reading()).toBe(19);
      else await expect(reading()).rejects.toMatchObject({ code: "zip/ambiguous", file: "f1090" });
      expect(codes).toEqual(salvage ? ["zip/ambiguous"] : []);
    }
  });

  it("but not for what packers and their users do", async () => {
    const slashed = rawZip([{ name: "a\\b.txt", localName: "a/b.txt", data: "1" }, ...TWO]);
    expect((await readAll(slashed)).codes).toEqual(["entry/backslash"]);
    expect((await readAll(rawZip([{ name: "a", localName: "", data: "1" }]))).codes).toEqual([]);
    // A zip in the zip, stored last, so that its end record stands near the end.
    const nested = rawZip([
      ...TWO,
      { name: "inner.zip", data: rawZip([{ name: "x", data: "y" }]), method: 0 },
    ]);
    expect((await readAll(nested)).paths).toEqual(["outbox.json", "actor.json", "inner.zip"]);
    expect((await readAll(nested)).codes).toEqual([]);
    const zeros = Buffer.concat([new Uint8Array(5000), rawZip(TWO)]);
    expect((await readAll(zeros)).codes).toEqual([]);
    // More than 65,535 entries with a count that wrapped around.
    const many = Array.from({ length: 65_540 }, (_, at) => ({ name: `${at}`, method: 0 }));
    const wrapped = await readAll(rawZip(many, { count: 4 }));
    expect(wrapped.paths.length).toBe(65_540);
    expect(wrapped.codes).toEqual(["zip/count-differs"]);
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

  it("of entries beyond the limit are left out", async () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ name: `f${at}`, data: "x" }));
    const result = await readAll(rawZip(many), { limits: { maxEntries: 19 } });
    expect(result.codes).toEqual(["archive/too-many-entries"]);
    expect(result.paths.length).toBe(19);
  });

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

describe("salvage", () => {
  it("reads a zip without its directory", async () => {
    await expectTwo(rawZip(TWO, { withoutDirectory: true }), ["zip/salvaged"]);
    await expectTwo(rawZip(TWO, { withoutDirectory: true, prefix: bytesOf("junk") }).slice(4), [
      "zip/salvaged",
    ]);
    const described = TWO.map((entry) => ({ ...entry, dataDescriptor: true }));
    await expectTwo(rawZip(described, { withoutDirectory: true }), ["zip/salvaged"]);
    await expectTwo(
      rawZip(
        described.map((entry) => ({ ...entry, method: 0 })),
        { withoutDirectory: true },
      ),
      ["zip/salvaged"],
    );
    await expectTwo(
      rawZip(
        described.map((entry) => ({ ...entry, descriptorSignature: false, zip64Local: true })),
        {
          withoutDirectory: true,
        },
      ),
      ["zip/salvaged"],
    );
  });

  it("reads a zip whose directory is cut", async () => {
    await expectTwo(rawZip(TWO, { truncate: 30 }), ["zip/salvaged"]);
    await expectTwo(rawZip(TWO, { truncate: 100 }), ["zip/salvaged"]);
  });

  it("gives what precedes a cut, to the last byte that can be inflated", async () => {
    for (const dataDescriptor of [false, true]) {
      const whole = rawZip([{ name: "outbox.json", data: OUTBOX, dataDescriptor }], {
        withoutDirectory: true,
      });
      for (const share of [0.1, 0.5, 0.9, 0.999]) {
        const cut = whole.slice(0, Math.floor(whole.length * share));
        const result = await readAll(cut);
        expect(result.codes).toEqual(["entry/truncated", "zip/salvaged"]);
        await using container = await openContainer(cut);
        const text = await textOf(container, "outbox.json");
        const held = inflateRawSync(cut.subarray(30 + "outbox.json".length), {
          finishFlush: constants.Z_SYNC_FLUSH,
        });
        expect(text).toBe(held.toString());
      }
    }
  });

  it("keeps whole entries before the cut whole", async () => {
    const zip = await packZip(
      new Map([
        ["actor.json", bytesOf("{}")],
        ["outbox.json", bytesOf(OUTBOX)],
      ]),
    );
    const result = await readAll(zip.slice(0, 5000));
    expect(result.digests.get("actor.json")).toBe(sha256("{}"));
    expect(result.codes).toEqual(["entry/truncated", "zip/salvaged"]);
  });

  it("reads on in a zip whose offsets wrapped around at 4 GiB", async () => {
    // The same contradiction in small: the directory stands far behind where its record says, and not by a prefix.
    const zip = rawZip(TWO);
    const view = new DataView(zip.buffer);
    view.setUint32(zip.length - 6, 0xfffffff0, true);
    await expectTwo(zip, ["zip/salvaged"]);
  });

  it("takes work in proportion to the file, however headers are nested", async () => {
    const header = { name: "a", method: 0, dataDescriptor: true };
    const nested = Array.from({ length: 3000 }, () =>
      rawZip([header], { withoutDirectory: true }).slice(0, 31),
    );
    const limits = { ratioFreeBytes: 0, maxRatio: 20 };
    const result = await readAll(new Uint8Array(Buffer.concat(nested)), { limits });
    expect(result.codes).toContain("zip/salvaged");
    expect(result.codes).toContain("archive/too-large");
  });

  it("can be broken off", async () => {
    await using container = await openContainer(rawZip(TWO, { withoutDirectory: true }));
    for await (const { entry, bytes } of container.scan(() => true)) {
      for await (const chunk of bytes) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      expect((await collect(container.open(entry))).length).toBeGreaterThan(0);
    }
  });
});
