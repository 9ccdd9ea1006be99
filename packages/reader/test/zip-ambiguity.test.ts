import { crc32 } from "node:zlib";
import { type RawEntry, rawZip } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import { openContainer } from "../src/node/open-container.js";
import { bytesOf, collect, readAll, sha256 } from "./container-helpers.js";
import { ACTOR_ENTRY, OUTBOX, OUTBOX_ENTRY, salvaged, TWO } from "./zip-helpers.js";

/** The extra field that gives the entry of a raw name another one, in UTF-8. */
function unicodePath(rawName: string, name: string): Uint8Array {
  const path = bytesOf(name);
  const field = Buffer.alloc(9 + path.length);
  field.writeUInt16LE(0x7075);
  field.writeUInt16LE(5 + path.length, 2);
  field[4] = 1;
  field.writeUInt32LE(crc32(rawName), 5);
  field.set(path, 9);
  return field;
}

/** A zip of one entry that has an extra field before its data, and none in the directory. */
function withLocalExtra(entry: RawEntry, extra: Uint8Array): Uint8Array {
  const [both, none] = [Buffer.from(rawZip([{ ...entry, extra }])), Buffer.from(rawZip([entry]))];
  const [start, plainStart] = [both, none].map((zip) => zip.indexOf(Buffer.from("PK\u0001\u0002")));
  const directory = none.subarray(plainStart);
  directory.writeUInt32LE(start ?? 0, directory.length - 6);
  return new Uint8Array(Buffer.concat([both.subarray(0, start), directory]));
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

  it("with two records at the end that lead to two directories", async () => {
    // CVE-2025-8291: the locator leads to one, and right before it stands another.
    const decoy = Buffer.from(rawZip([{ name: "evil.json", data: "evil", method: 0 }], { zip64End: true }));
    const decoyEnd = decoy.indexOf(Buffer.from("PK\u0006\u0006"));
    const prefix = decoy.subarray(0, decoyEnd + 56);
    const zip = Buffer.from(rawZip(TWO, { zip64End: true, prefix }));
    zip.writeBigUInt64LE(BigInt(decoyEnd), zip.lastIndexOf(Buffer.from("PK\u0006\u0007")) + 8);
    await salvaged(zip);
  });

  it("with another zip in the comment, whatever its offsets count from", async () => {
    const inner = rawZip([{ name: "evil.json", data: "evil", method: 0 }]);
    const outer = rawZip(TWO, { comment: "\0".repeat(inner.length) });
    const start = outer.length - inner.length;
    const relative = Buffer.concat([outer.subarray(0, start), inner]);
    await salvaged(relative);
    const absolute = Buffer.from(relative);
    absolute.writeUInt32LE(absolute.lastIndexOf(Buffer.from("PK\u0001\u0002")), absolute.length - 6);
    await salvaged(absolute);
  });

  it("with extra fields that give another name", async () => {
    const twice = Buffer.concat([unicodePath("a.txt", "one.txt"), unicodePath("a.txt", "two.txt")]);
    const evil = unicodePath("a.txt", "evil.txt");
    for (const zip of [
      // Programs differ in whether they look at it where the name is said to be UTF-8 already.
      rawZip([{ name: "a.txt", data: "x", flags: 0x800, extra: evil }]),
      rawZip([{ name: "a.txt", data: "x", extra: twice }]),
      withLocalExtra({ name: "a.txt", data: "x" }, evil),
    ]) {
      const result = await salvaged(zip);
      expect(result.codes).toEqual(["zip/ambiguous"]);
    }
  });

  it("with several Zip64 fields that tell different numbers", async () => {
    const other = Buffer.alloc(28);
    other.writeUInt16LE(1);
    other.writeUInt16LE(24, 2);
    other.writeBigUInt64LE(9n, 4);
    other.writeBigUInt64LE(9n, 12);
    await salvaged(rawZip([ACTOR_ENTRY, { ...OUTBOX_ENTRY, zip64Central: true, extra: other }]));
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
    // The Unicode Path field, as Info-ZIP writes it, in both places or in the directory alone; one of another name's.
    const named = { name: "a.txt", data: "1" };
    const path = unicodePath("a.txt", "\u00fc.txt");
    expect(await readAll(rawZip([{ ...named, extra: path }]))).toMatchObject({
      codes: [],
      paths: ["\u00fc.txt"],
    });
    const stale = unicodePath("b.txt", "\u00fc.txt");
    expect(await readAll(rawZip([{ ...named, extra: stale }]))).toMatchObject({
      codes: [],
      paths: ["a.txt"],
    });
  });
});
