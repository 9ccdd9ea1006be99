import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create, mastodonArchive, packTar, packTarGz, packZip } from "@archive/fixtures";
import { ArchiveError, type Diagnostic } from "@archive/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ByteSource, openArchive } from "../src/index.js";

const encoder = new TextEncoder();

/** A small export: every kind of document, a picture, and text that is not ASCII. */
const FILES = new Map([
  ...mastodonArchive({
    activities: Array.from({ length: 6 }, () => create()),
    likes: ["https://b.example/1", "https://b.example/2"],
  }),
  ["blocked_accounts.csv", encoder.encode("ada@b.example\nmüßig@c.example\n")],
  ["media_attachments/files/001/original/0123456789abcdef.png", new Uint8Array(700).map((_, n) => n * 7)],
]);
const outbox: { orderedItems: unknown[] } = JSON.parse(new TextDecoder().decode(FILES.get("outbox.json")));
const EXPECTED: readonly string[] = outbox.orderedItems.map((item) => JSON.stringify(item));

type Kind = "zip" | "tar" | "tar.gz" | "json";
const packed = new Map<Kind, Uint8Array>();
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "faults-"));
  packed.set("zip", await packZip(FILES));
  packed.set("tar", await packTar(FILES));
  packed.set("tar.gz", await packTarGz(FILES));
  packed.set("json", FILES.get("outbox.json") ?? new Uint8Array());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const KINDS: readonly Kind[] = ["zip", "tar", "tar.gz", "json"];
const bytesOf = (kind: Kind): Uint8Array => packed.get(kind) ?? new Uint8Array();

interface Reading {
  readonly items: string[];
  /** All that came out beside the items. */
  readonly rest: string;
  readonly found: Diagnostic[];
  readonly error: ArchiveError | null;
}

/** Reads all there is; what is thrown must be an ArchiveError. */
async function read(source: string | Uint8Array | ByteSource): Promise<Reading> {
  const items: string[] = [];
  const rest: unknown[] = [];
  const found: Diagnostic[] = [];
  const run = { onDiagnostic: (each: Diagnostic) => found.push(each) };
  try {
    await using archive = await openArchive(source, run);
    for await (const { raw } of archive.outbox(run)) items.push(JSON.stringify(raw));
    rest.push((await archive.actor(run))?.raw);
    for (const name of archive.has)
      for await (const { value } of archive.collection(name, run)) rest.push(value);
    const media = [];
    for await (const file of archive.media(run)) media.push(file);
    for await (const { file, bytes } of archive.readMedia(media, run)) {
      for await (const chunk of bytes) rest.push(file.path, [...chunk]);
    }
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { items, rest: JSON.stringify(rest), found, error };
  }
  return { items, rest: JSON.stringify(rest), found, error: null };
}

/** Numbers that look random and are the same in every run (mulberry32). */
function* randomNumbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

describe.each(KINDS)("a source that fails: %s", (kind) => {
  it("gives items up to the failure and an error, whichever read it is", async () => {
    for (let failing = 1; ; failing += 1) {
      let reads = 0;
      const bytes = bytesOf(kind);
      const source: ByteSource = {
        size: bytes.length,
        async read(offset, length) {
          reads += 1;
          if (reads === failing) throw new Error("EIO");
          // Short reads, so that there are many of them.
          return bytes.slice(offset, offset + Math.min(length, 600));
        },
      };
      const { items, error } = await read(source);
      expect(items, `read ${failing}`).toEqual(EXPECTED.slice(0, items.length));
      if (reads < failing) {
        expect(error).toBe(null);
        expect(items).toEqual(EXPECTED);
        expect(failing).toBeGreaterThan(3);
        break;
      }
      expect(error?.code, `read ${failing}`).toBe("archive/unreadable");
    }
  });

  it("gives the same when each read brings but a few bytes", async () => {
    const bytes = bytesOf(kind);
    const whole = await read(bytes);
    expect(whole).toMatchObject({ items: EXPECTED, error: null });
    for (const most of [1, 7]) {
      const source: ByteSource = {
        size: bytes.length,
        read: async (offset, length) => bytes.slice(offset, offset + Math.min(length, most)),
      };
      expect(await read(source)).toEqual(whole);
    }
  });
});

describe.each(KINDS)("a source that is cut: %s", (kind) => {
  it("gives whole items only, and never fewer without saying so", async () => {
    const bytes = bytesOf(kind);
    const whole = await read(bytes);
    const step = kind === "tar" ? 131 : 23;
    for (let end = 0; end < bytes.length; end += end < 64 || bytes.length - end < 64 ? 1 : step) {
      const { items, rest, found, error } = await read(bytes.slice(0, end));
      expect(items, `cut at ${end}`).toEqual(EXPECTED.slice(0, items.length));
      if (error !== null || found.length > whole.found.length) continue;
      // Padding behind the last entry is all that may be missing unnoticed.
      expect({ items, rest }, `cut at ${end}`).toEqual({ items: EXPECTED, rest: whole.rest });
    }
  });
});

describe.each(["zip", "tar.gz"] as const)("a source with wrong bytes: %s", (kind) => {
  it.each([1, 2, 3, 4])("gives nothing that is wrong without a diagnostic (seed %i)", async (seed) => {
    const numbers = randomNumbers(seed);
    const next = (below: number): number => Math.floor(numbers.next().value * below);
    const bytes = bytesOf(kind);
    const whole = await read(bytes);
    for (let round = 0; round < 120; round += 1) {
      const wrong = bytes.slice();
      const places = Array.from({ length: 1 + next(3) }, () => next(wrong.length));
      for (const at of places) wrong[at] = (wrong[at] ?? 0) ^ (1 << next(8));
      const { items, rest, found, error } = await read(wrong);
      if (error !== null || found.length > whole.found.length) continue;
      expect({ items, rest }, `bytes ${places}`).toEqual({ items: whole.items, rest: whole.rest });
    }
  });
});

describe("a bare document with wrong bytes", () => {
  it("never hangs, never throws anything but an ArchiveError", async () => {
    const numbers = randomNumbers(5);
    const bytes = bytesOf("json");
    for (let round = 0; round < 300; round += 1) {
      const wrong = bytes.slice();
      for (let n = 0; n < 3; n += 1) {
        wrong[Math.floor(numbers.next().value * wrong.length)] = Math.floor(numbers.next().value * 256);
      }
      const { items, found, error } = await read(wrong);
      let valid = true;
      try {
        JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(wrong));
      } catch {
        valid = false;
      }
      if (!valid && error === null) expect(found.length).toBeGreaterThan(0);
      expect(items.length).toBeLessThanOrEqual(EXPECTED.length);
    }
  });
});

const HANDLES = "/proc/self/fd";
describe.skipIf(!existsSync(HANDLES))("files", () => {
  it("are closed whatever is wrong with them, and however early one leaves", async () => {
    const before = readdirSync(HANDLES).length;
    for (const kind of KINDS) {
      const bytes = bytesOf(kind);
      for (const end of [1, 30, 400, bytes.length >> 1, bytes.length - 30, bytes.length]) {
        const path = join(folder, `${kind}-${end}`);
        await writeFile(path, bytes.subarray(0, end));
        await read(path);
        const archive = await openArchive(path).catch(() => null);
        if (archive === null) continue;
        for await (const _ of archive.outbox()) break;
        await archive.outbox()[Symbol.asyncIterator]().next();
        await archive[Symbol.asyncDispose]();
      }
    }
    expect(readdirSync(HANDLES).length).toBeLessThanOrEqual(before);
  });
});
