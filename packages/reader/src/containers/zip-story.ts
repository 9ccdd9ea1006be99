import type { ByteSource } from "./byte-source.js";
import { findBytes, sameBytes } from "./find-bytes.js";
import { littleEndian } from "./little-endian.js";
import type { Platform } from "./platform.js";
import { FLAG, LOCAL_BYTES, LOCAL_SIGNATURE, SATURATED, type ZipRecord } from "./zip-format.js";
import {
  dataStartOfSame,
  type LocalHeader,
  localHeaderIn,
  localHeaderLength,
  readLocalHeader,
} from "./zip-local-header.js";
import { decodeZipName } from "./zip-name.js";

/** A way in which the parts of a zip tell different stories. */
export interface Contradiction {
  /** Raw name of the entry it is about; null when it is about the whole zip. */
  readonly rawName: Uint8Array | null;
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** A record with the place up to which its own bytes may go: where the next header or the directory begins. */
export interface PlacedRecord {
  readonly record: ZipRecord;
  readonly limit: number;
}

const WRAP = 2 ** 32;
/** No header with a name fits into fewer bytes. Data descriptors (24 at most) do. */
const SMALLEST_HEADER = LOCAL_BYTES + 1;
/** Headers next to each other are read at once, those far apart one by one, in as many reads as this. */
const WINDOW_BYTES = 128 * 1024;
const NEAR_BYTES = 32 * 1024;
const MOST_READS = 1024;
/** Name and extra field are nearly always shorter. */
const LONGEST_USUAL = 512;
/** Hidden headers and rivals found in one zip before the search for more is given up. */
const MOST_FOUND = 100;

/** The name in one of its forms: separators and the start at a root are no other story. */
const plainName = (name: string): string => name.replaceAll("\\", "/").replace(/^(\.?\/)+/, "");

function sameName(header: LocalHeader, record: ZipRecord, crc32: Platform["crc32"]): boolean {
  // Some programs leave the second name out; with an encrypted directory it is masked.
  if (header.rawName.length === 0 || (header.flags & FLAG.strongEncryption) !== 0) return true;
  if (sameBytes(header.rawName, record.rawName)) return true;
  const local = decodeZipName(header.rawName, header.extra, header.flags, crc32);
  return plainName(local) === plainName(decodeZipName(record.rawName, record.extra, record.flags, crc32));
}

/** Whether a local header's number is none, or the record's; it wraps at 4 GiB where the packer knew no Zip64. */
function sameNumber(local: number | null, central: number | null, later: boolean): boolean {
  if (local === null || central === null || local === SATURATED) return true;
  return (later && local === 0) || local % WRAP === central % WRAP;
}

/** How the header before the data contradicts the directory, or null. Checksums and times are no story. */
function headerContradiction(
  header: LocalHeader,
  record: ZipRecord,
  crc32: Platform["crc32"],
): Contradiction | null {
  const { rawName } = record;
  const later = (header.flags & FLAG.descriptor) !== 0;
  if (!sameName(header, record, crc32)) {
    return {
      rawName,
      message: "The header before an entry's data gives it another name than the directory.",
    };
  }
  const numbers = [
    ["packing method", header.method, record.method, false],
    ["packed size", header.compressedSize, record.compressedSize, later],
    ["size", header.size, record.size, later],
  ] as const;
  for (const [what, local, central, mayBeZero] of numbers) {
    if (sameNumber(local, central, mayBeZero)) continue;
    const message = `The header before an entry's data gives another ${what} than the directory.`;
    return { rawName, message, expected: `${central}`, actual: `${local}` };
  }
  return null;
}

/** Where between two places a header stands that the directory does not know, or null. */
async function hiddenHeader(
  source: ByteSource,
  from: number,
  end: number,
  known: (header: LocalHeader) => boolean,
  signal?: AbortSignal,
): Promise<number | null> {
  if (end - from < SMALLEST_HEADER) return null;
  for (let at: number | null = from; at !== null; at += 1) {
    at = await findBytes(source, LOCAL_SIGNATURE, at, { end, signal });
    if (at === null) return null;
    const header = await readLocalHeader(source, at);
    if (header !== null && header.rawName.length > 0 && header.dataStart <= end && !known(header)) return at;
  }
  return null;
}

/** What is asked of the headers of a zip. */
export interface StoryReading {
  readonly source: ByteSource;
  readonly crc32: Platform["crc32"];
  readonly signal?: AbortSignal | undefined;
  /** Raw names of records that lead to no header: one that stands elsewhere under such a name is theirs. */
  readonly lost: Uint8Array[];
  /** Whether all records are known, so that what else there is must be hidden. */
  readonly complete: boolean;
}

/** How an entry's header, or what stands behind its data, contradicts the directory; null when nothing does. */
export async function entryContradiction(
  { record, limit }: PlacedRecord,
  header: LocalHeader,
  { source, crc32, signal, lost, complete }: StoryReading,
): Promise<Contradiction | null> {
  const found = headerContradiction(header, record, crc32);
  if (found !== null) return found;
  const dataEnd = header.dataStart + record.compressedSize;
  if (record.offset < limit && dataEnd > limit) {
    return { rawName: record.rawName, message: "An entry's data reach over the next entry." };
  }
  if (!complete) return null;
  const known = ({ rawName }: LocalHeader): boolean => lost.some((name) => sameBytes(name, rawName));
  if ((await hiddenHeader(source, dataEnd, limit, known, signal)) === null) return null;
  return { rawName: record.rawName, message: "Behind an entry stands one that the directory does not name." };
}

/** Records in the order of their data, and for each where its bytes end at the latest. */
interface Order {
  readonly records: readonly ZipRecord[];
  readonly limits: Float64Array;
}

function ordered(records: readonly ZipRecord[], directoryStart: number): Order {
  const inOrder = records.every((record, at) => at === 0 || (records[at - 1]?.offset ?? 0) <= record.offset);
  const sorted = inOrder ? records : records.toSorted((a, b) => a.offset - b.offset);
  const limits = new Float64Array(sorted.length);
  let limit = directoryStart;
  let following = directoryStart;
  for (let at = sorted.length - 1; at >= 0; at -= 1) {
    const offset = sorted[at]?.offset ?? 0;
    // Several records may share one place.
    if (offset < following) {
      limit = following;
      following = offset;
    }
    limits[at] = Math.max(limit, offset);
  }
  return { records: sorted, limits };
}

/** What reading the local headers brought. */
export interface Story {
  readonly contradictions: readonly Contradiction[];
  /** Entries too far apart to be looked at beforehand: they are when they are read. */
  readonly unread: ReadonlyMap<ZipRecord, PlacedRecord>;
  readonly reading: StoryReading;
}

/**
 * Compares the directory of a zip with the headers before the data, and looks for entries it does not name: before
 * the first, between two, and before the directory. Ends at the first contradiction unless `all` are wanted.
 */
export async function readStory(
  records: readonly ZipRecord[],
  directoryStart: number,
  options: {
    readonly source: ByteSource;
    readonly crc32: Platform["crc32"];
    readonly signal?: AbortSignal | undefined;
    readonly complete: boolean;
    readonly all: boolean;
  },
): Promise<Story> {
  const { source, crc32, signal, complete, all } = options;
  const reading: StoryReading = { source, crc32, signal, complete, lost: [] };
  const contradictions: Contradiction[] = [];
  const unread = new Map<ZipRecord, PlacedRecord>();
  const later = new Map<ZipRecord, LocalHeader>();
  const lost = new Set<ZipRecord>();
  const order = ordered(records, directoryStart);
  let window: Uint8Array = new Uint8Array();
  let numbers = littleEndian(window);
  let windowStart = -1;
  let reads = 0;
  const enough = (): boolean => contradictions.length > 0 && (!all || contradictions.length >= MOST_FOUND);

  for (const [index, record] of order.records.entries()) {
    const { offset } = record;
    const limit = order.limits[index] ?? directoryStart;
    if (offset < 0 || offset >= source.size) {
      reading.lost.push(record.rawName);
      lost.add(record);
      continue;
    }
    if (offset + LOCAL_BYTES + LONGEST_USUAL > windowStart + window.length && windowStart !== offset) {
      if (reads >= MOST_READS) {
        unread.set(record, { record, limit });
        continue;
      }
      signal?.throwIfAborted();
      const near = limit - offset < NEAR_BYTES;
      window = await source.read(offset, near ? WINDOW_BYTES : LOCAL_BYTES + LONGEST_USUAL);
      numbers = littleEndian(window);
      windowStart = offset;
      reads += 1;
    }
    const start = dataStartOfSame(window, numbers, offset - windowStart, record);
    if (start !== null) {
      const gap = limit - windowStart - start - record.compressedSize;
      if (gap >= 0 && gap < SMALLEST_HEADER) continue;
    }
    let header = localHeaderIn(window, offset - windowStart, windowStart);
    // Its extra field may be longer than the window.
    if (header === null && localHeaderLength(window, offset - windowStart) !== null) {
      header = await readLocalHeader(source, offset);
      reads += 1;
    }
    if (header === null) {
      reading.lost.push(record.rawName);
      lost.add(record);
      continue;
    }
    const gap = limit - header.dataStart - record.compressedSize;
    if (gap < 0 || gap >= SMALLEST_HEADER) {
      later.set(record, header);
      continue;
    }
    const found = await entryContradiction({ record, limit }, header, reading);
    if (found !== null) contradictions.push(found);
    if (enough()) return { contradictions, unread, reading };
  }
  // Only now is it known which records lead nowhere: those are no neighbours.
  const there =
    lost.size === 0
      ? order
      : ordered(
          records.filter((record) => !lost.has(record)),
          directoryStart,
        );
  for (const [index, record] of there.records.entries()) {
    const header = later.get(record);
    if (header === undefined) continue;
    const limit = there.limits[index] ?? directoryStart;
    const found = await entryContradiction({ record, limit }, header, reading);
    if (found !== null) contradictions.push(found);
    if (enough()) break;
  }
  const first = order.records.find(({ offset }) => offset >= 0)?.offset ?? directoryStart;
  const known = ({ rawName }: LocalHeader): boolean => reading.lost.some((name) => sameBytes(name, rawName));
  const before = Math.min(first, directoryStart);
  if (complete && !enough() && (await hiddenHeader(source, 0, before, known, signal)) !== null) {
    contradictions.push({
      rawName: null,
      message: "Before its first entry stand some the directory does not name.",
    });
  }
  return { contradictions, unread, reading };
}
