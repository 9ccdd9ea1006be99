import type { ByteSource } from "./byte-source.js";
import { sameBytes } from "./find-bytes.js";
import { LittleEndian } from "./little-endian.js";
import type { Platform } from "./platform.js";
import {
  type Contradiction,
  entryContradiction,
  hiddenHeader,
  type PlacedRecord,
  SMALLEST_HEADER,
  type StoryReading,
} from "./zip-contradiction.js";
import { LOCAL_BYTES, type ZipRecord } from "./zip-format.js";
import {
  dataStartOfSame,
  type LocalHeader,
  localHeaderIn,
  localHeaderLength,
  readLocalHeader,
} from "./zip-local-header.js";

/** Headers next to each other are read at once, those far apart one by one, in as many reads as this. */
const WINDOW_BYTES = 128 * 1024;
const NEAR_BYTES = 32 * 1024;
const MOST_READS = 1024;
/** Name and extra field are nearly always shorter. */
const LONGEST_USUAL = 512;
/** Hidden headers and rivals found in one zip before the search for more is given up. */
const MOST_FOUND = 100;

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

/** Whether so many bytes behind an entry's data, up to the next entry, can hold no header of another one. */
function leavesNoGap(bytes: number): boolean {
  return bytes >= 0 && bytes < SMALLEST_HEADER;
}

/** The headers before the data: those next to each other are read at once. */
class HeaderWindow {
  reads = 0;
  readonly #source: ByteSource;
  #bytes: Uint8Array = new Uint8Array();
  #numbers = new LittleEndian(this.#bytes);
  #start = -1;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** Whether the header at an offset is there, with a name and an extra field of usual length. */
  holds(offset: number): boolean {
    return offset + LOCAL_BYTES + LONGEST_USUAL <= this.#start + this.#bytes.length || offset === this.#start;
  }

  async moveTo(offset: number, near: boolean): Promise<void> {
    this.#bytes = await this.#source.read(offset, near ? WINDOW_BYTES : LOCAL_BYTES + LONGEST_USUAL);
    this.#numbers = new LittleEndian(this.#bytes);
    this.#start = offset;
    this.reads += 1;
  }

  /** Where in the source the data of a record begin whose header says the same; null when it does not. */
  dataStartOfSame(record: ZipRecord): number | null {
    const start = dataStartOfSame(this.#bytes, this.#numbers, record.offset - this.#start, record);
    return start === null ? null : this.#start + start;
  }

  /** The header at an offset, or null. */
  async headerAt(offset: number): Promise<LocalHeader | null> {
    const at = offset - this.#start;
    const header = localHeaderIn(this.#bytes, at, this.#start);
    if (header !== null || localHeaderLength(this.#bytes, at) === null) return header;
    // Its extra field is longer than the window.
    this.reads += 1;
    return readLocalHeader(this.#source, offset);
  }
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
  const window = new HeaderWindow(source);
  const enough = (): boolean => contradictions.length > 0 && (!all || contradictions.length >= MOST_FOUND);

  for (let index = 0; index < order.records.length; index += 1) {
    const record = order.records[index];
    if (record === undefined) break;
    const { offset } = record;
    const limit = order.limits[index] ?? directoryStart;
    const isInside = offset >= 0 && offset < source.size;
    if (isInside && !window.holds(offset)) {
      if (window.reads >= MOST_READS) {
        unread.set(record, { record, limit });
        continue;
      }
      signal?.throwIfAborted();
      await window.moveTo(offset, limit - offset < NEAR_BYTES);
    }
    const start = isInside ? window.dataStartOfSame(record) : null;
    if (start !== null && leavesNoGap(limit - start - record.compressedSize)) continue;
    const header = isInside ? await window.headerAt(offset) : null;
    if (header === null) {
      reading.lost.push(record.rawName);
      lost.add(record);
      continue;
    }
    if (!leavesNoGap(limit - header.dataStart - record.compressedSize)) {
      later.set(record, header);
      continue;
    }
    const found = await entryContradiction({ record, limit }, header, reading);
    if (found !== null) contradictions.push(found);
    if (enough()) return { contradictions, unread, reading };
  }
  // Only now is it known which records lead nowhere: those are no neighbours.
  const isThere = (record: ZipRecord): boolean => !lost.has(record);
  const there = lost.size === 0 ? order : ordered(records.filter(isThere), directoryStart);
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
