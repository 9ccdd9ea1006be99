import { rawZip } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import { memorySource } from "../src/containers/byte-source.js";
import type { Platform, SecondRecord } from "../src/containers/platform.js";
import { readDirectory } from "../src/containers/zip-directory.js";
import { findDirectory } from "../src/containers/zip-end.js";
import { disputedName } from "../src/containers/zip-second-reading.js";
import { NODE } from "../src/node/platform.js";

const ENTRIES = 20_000;
const ZIP = rawZip(Array.from({ length: ENTRIES }, (_, n) => ({ name: `${n}.txt`, data: "", method: 0 })));

/** The name that is disputed when the second reading of these entries tells something else. */
async function disputed(
  other: ReadonlyMap<number, (record: SecondRecord) => SecondRecord | null>,
): Promise<string | null> {
  const source = memorySource(ZIP);
  const place = await findDirectory(source);
  if (place === null) throw new Error("no directory");
  const content = await readDirectory(source, place, { maxEntries: ENTRIES });
  const number = (record: SecondRecord): number =>
    Number.parseInt(new TextDecoder().decode(record.rawName), 10);
  const secondReading: Platform["secondReading"] = async (bytes, count) => {
    const records = (await NODE.secondReading?.(bytes, count)) ?? [];
    return records.map((record) =>
      record === null ? null : (other.get(number(record)) ?? ((same) => same))(record),
    );
  };
  const name = await disputedName(content, { ...NODE, secondReading }, place.shift);
  return name === null ? null : new TextDecoder().decode(name);
}

describe("the second reading of a directory", () => {
  it("tells the same of a zip as it should be", async () => {
    expect(await disputed(new Map())).toBe(null);
  });

  it.each([0, 511, 512, 8191, 8192, 13_000, ENTRIES - 1])("is compared at entry %i", async (n) => {
    expect(await disputed(new Map([[n, () => null]]))).toBe(`${n}.txt`);
  });

  it.each([
    ["name", { rawName: new TextEncoder().encode("7.txT") }],
    ["flags", { flags: 1 }],
    ["method", { method: 8 }],
    ["checksum", { crc32: 1 }],
    ["packed size", { compressedSize: 1 }],
    ["size", { size: 1 }],
    ["place", { offset: 0 }],
  ])("is compared by %s", async (_, change) => {
    expect(await disputed(new Map([[7, (record) => ({ ...record, ...change })]]))).toBe("7.txt");
  });

  it("names the first entry of which the two tell different stories", async () => {
    expect(await disputed(new Map([12_000, 600, 19_000].map((n) => [n, () => null])))).toBe("600.txt");
  });
});
