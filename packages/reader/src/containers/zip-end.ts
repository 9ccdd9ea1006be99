import type { ByteSource } from "./byte-source.js";
import { type LittleEndian, littleEndian } from "./little-endian.js";
import { END_BYTES, SATURATED, SIGNATURE } from "./zip-format.js";

/** Where a zip's directory stands. */
export interface DirectoryPlace {
  readonly start: number;
  /** First byte after it. */
  readonly end: number;
  /** Number of entries it claims; never used to allocate anything. */
  readonly declared: number;
  /** To be added to the offsets in it: bytes were put before the zip. */
  readonly shift: number;
  /** Another directory can be found in the same file, by ways that other programs go. */
  readonly rivals: boolean;
}

const LONGEST_COMMENT = 0xffff;
const LOCATOR_BYTES = 20;
const END64_BYTES = 56;
const WRAP = 2 ** 32;

interface EndRecord {
  readonly declared: number;
  readonly size: number;
  readonly offset: number;
  /** Where the directory has to end at the latest. */
  readonly position: number;
}

/**
 * The Zip64 end records that the end record at `position` may mean: where the locator says, and right before the
 * locator, where it stands when bytes put before the zip moved it. Programs look in either place.
 */
async function wideEnds(source: ByteSource, position: number): Promise<readonly EndRecord[]> {
  const locator = littleEndian(await source.read(position - LOCATOR_BYTES, LOCATOR_BYTES));
  if (locator.length < LOCATOR_BYTES || locator.u32(0) !== SIGNATURE.locator64) return [];
  const ends: EndRecord[] = [];
  for (const at of new Set([locator.u64(8), position - LOCATOR_BYTES - END64_BYTES])) {
    if (at === null || at < 0 || at + END64_BYTES > position) continue;
    const record = littleEndian(await source.read(at, END64_BYTES));
    if (record.length < END64_BYTES || record.u32(0) !== SIGNATURE.end64) continue;
    const [declared, size, offset] = [record.u64(32), record.u64(40), record.u64(48)];
    if (declared === null || size === null || offset === null || record.u32(16) !== 0) continue;
    ends.push({ declared, size, offset, position: at });
  }
  return ends;
}

/** What the records at the end say, the likeliest first: packers write a Zip64 one also where none is needed. */
async function endsAt(
  source: ByteSource,
  tail: LittleEndian,
  at: number,
  position: number,
): Promise<readonly EndRecord[]> {
  const narrow = {
    declared: tail.u16(at + 10),
    size: tail.u32(at + 12),
    offset: tail.u32(at + 16),
    position,
  };
  const saturated = narrow.declared === 0xffff || narrow.size === SATURATED || narrow.offset === SATURATED;
  const ends = tail.u16(at + 4) === 0 && tail.u16(at + 6) === 0 ? [narrow] : [];
  const wide = position >= LOCATOR_BYTES ? await wideEnds(source, position) : [];
  return saturated ? [...wide, ...ends] : [...ends, ...wide];
}

async function isCentral(source: ByteSource, at: number): Promise<boolean> {
  const head = littleEndian(await source.read(at, 4));
  return head.length === 4 && head.u32(0) === SIGNATURE.central;
}

async function placeOf(source: ByteSource, end: EndRecord): Promise<DirectoryPlace | null> {
  const { declared, size, offset, position } = end;
  if (size === 0 && declared === 0) {
    return { start: position, end: position, declared, shift: 0, rivals: false };
  }
  const starts: number[] = [];
  for (const start of new Set([position - size, offset])) {
    if (start >= 0 && start < position && (await isCentral(source, start))) starts.push(start);
  }
  const [start] = starts;
  if (start === undefined) return null;
  const shift = start - offset;
  // No 4 GiB were put before it: the offsets wrapped around, and say nothing any more.
  if (Math.abs(shift) >= WRAP) return null;
  const stop = start + size <= position && size > 0 ? start + size : position;
  const goesOn = stop < position && (await isCentral(source, stop));
  return { start, end: stop, declared, shift, rivals: goesOn || starts.length > 1 };
}

/** Where something stands that begins like an end record, the last first. */
function endRecordsIn(tail: Uint8Array): readonly number[] {
  const places: number[] = [];
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail[at] !== 0x50 || tail[at + 1] !== 0x4b || tail[at + 2] !== 5 || tail[at + 3] !== 6) continue;
    places.push(at);
  }
  return places;
}

/**
 * Finds the directory of a zip from the record at its end, tolerating a comment, bytes before the zip and
 * bytes after it (as many as a comment could have). Null: there is none that can be used.
 */
export async function findDirectory(source: ByteSource): Promise<DirectoryPlace | null> {
  const tailStart = Math.max(0, source.size - END_BYTES - LONGEST_COMMENT);
  const tailBytes = await source.read(tailStart, END_BYTES + LONGEST_COMMENT);
  const tail = littleEndian(tailBytes);
  const candidates = endRecordsIn(tailBytes);
  // A comment may itself look like an end record: one whose comment ends with the file is believed first, one
  // of an empty zip last.
  let empty: DirectoryPlace | null = null;
  let best: DirectoryPlace | null = null;
  for (const exact of [true, false]) {
    for (const at of candidates) {
      const commentEnd = at + END_BYTES + tail.u16(at + 20);
      if (exact ? commentEnd !== tail.length : commentEnd === tail.length) continue;
      // What merely stands among the data, as the end of a zip in this zip does, is no other way to read it.
      if (best !== null && !exact && tailStart + at < best.end) continue;
      for (const end of await endsAt(source, tail, at, tailStart + at)) {
        const place = await placeOf(source, end);
        if (place === null || place.declared === 0) empty ??= place;
        else if (best === null) best = place;
        else if (place.start !== best.start) return { ...best, rivals: true };
      }
    }
  }
  return best ?? empty;
}
