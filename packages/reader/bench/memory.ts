// Peak memory and time to the first item, each in a process of its own, after a build:
//   node packages/reader/bench/memory.ts read big.zip     all items, plain and with a bounded young generation
//   node packages/reader/bench/memory.ts sparse           opens, lists and reads the outbox of 20 GiB of media (a sparse file)
import { spawnSync } from "node:child_process";
import { mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32 } from "node:zlib";

const GIB = 2 ** 30;
const PICTURES = 20;
const [task = "", path = "", ...rest] = process.argv.slice(2);
const here = fileURLToPath(import.meta.url);
const library = process.env.READER ?? new URL("../dist/index.js", import.meta.url).href;

/** Little-endian fields: `[bytes, value]`. */
function fields(...parts: readonly (readonly [2 | 4 | 8, number])[]): Buffer {
  const out = Buffer.alloc(parts.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of parts) {
    if (width === 8) out.writeBigUInt64LE(BigInt(value), at);
    else out.writeUIntLE(value, at, width);
    at += width;
  }
  return out;
}

function zerosChecksum(length: number): number {
  const zeros = new Uint8Array(2 ** 20);
  let sum = 0;
  for (let left = length; left > 0; left -= zeros.length) sum = crc32(zeros, sum);
  return sum;
}

/** A zip of stored entries of zeros, which take no room on the disk, with an outbox behind them. */
function writeSparse(file: string): void {
  const text = JSON.stringify({
    type: "OrderedCollection",
    orderedItems: Array.from({ length: 100 }, (_, n) => ({
      id: `https://a.example/${n}`,
      type: "Create",
      object: {},
    })),
  });
  const fd = openSync(file, "w");
  const directory: Buffer[] = [];
  const sum = zerosChecksum(GIB);
  let at = 0;
  const put = (name: string, size: number, crc: number, data: Buffer): void => {
    const bytes = Buffer.from(name);
    const wide = Buffer.concat([fields([2, 1], [2, 16], [8, size], [8, size])]);
    const head = [
      [2, 45],
      [2, 0],
      [2, 0],
      [2, 0x5000],
      [2, 0x5b68],
      [4, crc],
      [4, 0xffffffff],
      [4, 0xffffffff],
      [2, bytes.length],
    ] as const;
    const local = Buffer.concat([fields([4, 0x04034b50], ...head, [2, wide.length]), bytes, wide]);
    writeSync(fd, local, 0, local.length, at);
    writeSync(fd, data, 0, data.length, at + local.length);
    const extra = Buffer.concat([fields([2, 1], [2, 24], [8, size], [8, size], [8, at])]);
    const tail = [
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, 0xffffffff],
    ] as const;
    directory.push(Buffer.concat([fields([4, 0x02014b50], [2, 45], ...head, ...tail), bytes, extra]));
    at += local.length + size;
  };
  for (let n = 0; n < PICTURES; n += 1)
    put(`media_attachments/files/${n}/original/a.mp4`, GIB, sum, Buffer.alloc(0));
  put("outbox.json", text.length, crc32(text), Buffer.from(text));
  const central = Buffer.concat(directory);
  const count = directory.length;
  const end = Buffer.concat([
    central,
    fields(
      [4, 0x06064b50],
      [8, 44],
      [2, 45],
      [2, 45],
      [4, 0],
      [4, 0],
      [8, count],
      [8, count],
      [8, central.length],
      [8, at],
    ),
    fields([4, 0x07064b50], [4, 0], [8, at + central.length], [4, 1]),
    fields(
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, 0xffff],
      [2, 0xffff],
      [4, 0xffffffff],
      [4, 0xffffffff],
      [2, 0],
    ),
  ]);
  writeSync(fd, end, 0, end.length, at);
}

/** What a child process does; what it prints is a line of the report. */
async function measured(file: string): Promise<void> {
  const { openArchive } = await import(library);
  const began = performance.now();
  let first = 0;
  let items = 0;
  let entries = 0;
  const archive = await openArchive(file);
  const opened = performance.now() - began;
  for await (const _ of archive.entries()) entries += 1;
  for await (const _ of archive.outbox()) {
    if (items === 0) first = performance.now() - began;
    items += 1;
  }
  await archive[Symbol.asyncDispose]();
  const all = performance.now() - began;
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `open ${opened.toFixed(0)} ms, first item ${first.toFixed(0)} ms, all ${(all / 1000).toFixed(1)} s, ` +
      `${entries} entries, ${items} items, peak ${peak.toFixed(0)} MB\n`,
  );
}

function inChild(label: string, file: string, flags: readonly string[]): void {
  const child = spawnSync(process.execPath, [...flags, here, "child", file], { encoding: "utf8" });
  process.stdout.write(`${label}: ${child.status === 0 ? child.stdout : child.stderr}`);
}

const BOUNDED = ["--max-semi-space-size=8"];
if (task === "child") await measured(path);
else if (task === "read") {
  inChild("bounded young generation", path, [...BOUNDED, ...rest]);
  inChild("plain process", path, rest);
} else if (task === "sparse") {
  const folder = mkdtempSync(join(tmpdir(), "reader-memory-"));
  try {
    const file = join(folder, "media.zip");
    writeSparse(file);
    inChild(`${PICTURES} GiB of media, bounded`, file, BOUNDED);
    inChild(`${PICTURES} GiB of media`, file, []);
  } finally {
    rmSync(folder, { recursive: true });
  }
} else {
  process.stderr.write("memory.ts read <archive> | sparse\n");
  process.exitCode = 2;
}
