import { brokenFixtures, create, mastodonArchive, packTarGz, type RawEntry, rawZip } from "@archive/fixtures";
import type { Diagnostic } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { DEFAULT_GUARDS, type Guards, type Limits, openArchive } from "../src/index.js";
import { readAll } from "./container-helpers.js";

interface Case {
  readonly entries: readonly RawEntry[];
  readonly limits?: Partial<Limits>;
  readonly code: string;
  /** Paths with their sizes, with the guard and without. */
  readonly on: Readonly<Record<string, number>>;
  readonly off: Readonly<Record<string, number>>;
}

const named = (name: string): readonly RawEntry[] => [
  { name: "plain", data: "x" },
  { name, data: "xy" },
];
const zeros = (name: string, size = 1000): RawEntry => ({ name, data: new Uint8Array(size) });
const LONG = "a".repeat(1100);

const CASES: Readonly<Partial<Record<keyof Guards, Case>>> = {
  parentNames: {
    entries: named("a/../../../b"),
    code: "entry/unsafe-path",
    on: { plain: 1 },
    off: { plain: 1, b: 2 },
  },
  driveNames: { entries: named("C:b"), code: "entry/drive-path", on: { plain: 1 }, off: { plain: 1, b: 2 } },
  controlNames: {
    entries: named("b\0c"),
    code: "entry/control-name",
    on: { plain: 1 },
    off: { plain: 1, "b\u{fffd}c": 2 },
  },
  deviceNames: {
    entries: named("nul.txt"),
    code: "entry/device-name",
    on: { plain: 1 },
    off: { plain: 1, "nul.txt": 2 },
  },
  longNames: {
    entries: named(LONG),
    code: "entry/name-too-long",
    on: { plain: 1 },
    off: { plain: 1, [LONG]: 2 },
  },
  backslashes: {
    entries: named("b\\c"),
    code: "entry/backslash",
    on: { plain: 1, "b/c": 2 },
    off: { plain: 1, "b/c": 2 },
  },
  links: {
    entries: [
      { name: "plain", data: "x" },
      { name: "b", data: "/etc/passwd", externalAttributes: 0o120777 << 16 },
    ],
    code: "entry/link",
    on: { plain: 1 },
    off: { plain: 1, b: 11 },
  },
  duplicateNames: { entries: named("plain"), code: "entry/duplicate", on: { plain: 2 }, off: { plain: 2 } },
  collidingNames: {
    entries: named("PLAIN"),
    code: "entry/case-collision",
    on: { plain: 1, PLAIN: 2 },
    off: { plain: 1, PLAIN: 2 },
  },
  ratio: {
    entries: [zeros("a", 5000)],
    limits: { ratioFreeBytes: 100, maxRatio: 2 },
    code: "entry/too-large",
    on: { a: 100 },
    off: { a: 5000 },
  },
  entrySize: {
    entries: [zeros("a")],
    limits: { maxEntryBytes: 10 },
    code: "entry/too-large",
    on: { a: 10 },
    off: { a: 1000 },
  },
  totalSize: {
    entries: [zeros("a"), zeros("b"), zeros("c")],
    limits: { maxTotalBytes: 1500 },
    code: "archive/too-large",
    on: { a: 1000, b: 500, c: 0 },
    off: { a: 1000, b: 1000, c: 1000 },
  },
  entryCount: {
    entries: [zeros("a"), zeros("b")],
    limits: { maxEntries: 1 },
    code: "archive/too-many-entries",
    on: { a: 1000 },
    off: { a: 1000, b: 1000 },
  },
};

describe("each guard of a container", () => {
  it.each(Object.entries(CASES))("holds, says so, and can be switched off: %s", async (name, given) => {
    const { entries, limits, code, on, off } = given;
    const zip = rawZip(entries);
    const guarded = await readAll(zip, { limits });
    expect(Object.fromEntries(guarded.sizes)).toEqual(on);
    expect(guarded.codes).toEqual([code]);
    const open = await readAll(zip, { limits, guards: { [name]: false } });
    expect(Object.fromEntries(open.sizes)).toEqual(off);
    expect(open.codes).toEqual([]);
  });

  it("counts what is read twice once", async () => {
    const zip = rawZip([zeros("a"), zeros("b")]);
    const { openContainer } = await import("../src/index.js");
    const found: Diagnostic[] = [];
    const run = { onDiagnostic: (each: Diagnostic) => found.push(each) };
    await using container = await openContainer(zip, { limits: { maxTotalBytes: 2000 } });
    for (let round = 0; round < 3; round += 1) {
      for await (const { bytes } of container.scan(() => true, run)) {
        let size = 0;
        for await (const chunk of bytes) size += chunk.length;
        expect(size).toBe(1000);
      }
    }
    expect(found).toEqual([]);
  });

  it("reads overlapping entries when told so", async () => {
    const fixture = (await brokenFixtures()).find(({ code }) => code === "entry/overlapping");
    if (fixture?.kind !== "archive" || !(fixture.content instanceof Uint8Array))
      throw new Error("no fixture");
    const zip = fixture.content;
    const options = { salvage: true };
    const guarded = await readAll(zip, options);
    expect(guarded.codes).toContain("entry/overlapping");
    expect(guarded.paths).not.toContain("a1.png");
    const open = await readAll(zip, { ...options, guards: { overlaps: false } });
    expect(open.codes).not.toContain("entry/overlapping");
    expect(open.paths).toEqual([...guarded.paths, "a1.png", "a2.png", "a3.png"]);
  });

  it("counts all entries of a tar.gz as well", async () => {
    const tar = await packTarGz(
      new Map([
        ["a", new Uint8Array(5000)],
        ["b", new Uint8Array(5000)],
      ]),
    );
    const limits = { maxTotalBytes: 6000 };
    expect((await readAll(tar, { limits })).codes).toContain("archive/too-large");
    expect((await readAll(tar, { limits, guards: { totalSize: false } })).codes).toEqual([]);
  });
});

const item = JSON.stringify(create());
const nested = `{"type":"Create","object":${"[".repeat(300)}${"]".repeat(300)}}`;
const large = `{"type":"Create","object":{"content":"${"x".repeat(2000)}"}}`;
const proto = '{"type":"Create","object":{"__proto__":{"admin":true},"a":[{"\\u005f_proto__":1,"b":2}]}}';

async function outbox(
  items: readonly string[],
  options: object,
): Promise<[readonly unknown[], readonly string[]]> {
  const files = new Map(mastodonArchive());
  files.set(
    "outbox.json",
    new TextEncoder().encode(`{"type":"OrderedCollection","orderedItems":[${items.join()}]}`),
  );
  const codes: string[] = [];
  const run = { onDiagnostic: ({ code }: Diagnostic) => codes.push(code) };
  const packed = rawZip([...files].map(([name, data]) => ({ name, data })));
  await using archive = await openArchive(packed, options);
  const raw: unknown[] = [];
  for await (const each of archive.outbox(run)) raw.push(each.raw);
  return [raw, codes];
}

describe("each guard of items", () => {
  it("leaves out what is nested too deep, unless told otherwise", async () => {
    const [guarded, codes] = await outbox([item, nested, item], {});
    expect([guarded.length, codes]).toEqual([2, ["json/too-deep"]]);
    const [open, none] = await outbox([item, nested, item], { guards: { nesting: false } });
    expect([open.length, none]).toEqual([3, []]);
  });

  it("leaves out what is too large, unless told otherwise", async () => {
    const [guarded, codes] = await outbox([large], { maxItemBytes: 1000 });
    expect([guarded.length, codes]).toEqual([0, ["json/item-too-large"]]);
    const [open, none] = await outbox([large], { maxItemBytes: 1000, guards: { itemSize: false } });
    expect([open.length, none]).toEqual([1, []]);
  });

  it("takes `__proto__` out at any depth, however it is written, unless told otherwise", async () => {
    // Three in a row, so that the guess, which works from the third on, meets them too.
    const [guarded, codes] = await outbox([proto, proto, proto, proto], {});
    expect(codes).toEqual(["json/proto-key", "json/proto-key", "json/proto-key", "json/proto-key"]);
    for (const raw of guarded) expect(JSON.stringify(raw)).toBe('{"type":"Create","object":{"a":[{"b":2}]}}');
    const [open, none] = await outbox([proto], { guards: { protoKeys: false } });
    expect(none).toEqual([]);
    expect(JSON.stringify(open[0])).toBe(JSON.stringify(JSON.parse(proto)));
  });
});

it("has each guard on unless told, and a case for each", () => {
  expect(Object.values(DEFAULT_GUARDS).every(Boolean)).toBe(true);
  const elsewhere = ["overlaps", "itemSize", "nesting", "protoKeys"];
  expect([...Object.keys(CASES), ...elsewhere].toSorted()).toEqual(Object.keys(DEFAULT_GUARDS).toSorted());
});
