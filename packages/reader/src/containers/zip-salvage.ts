import { type ByteSource, chunksOf } from "./byte-source.js";
import { findBytes } from "./find-bytes.js";
import { type Inflate, inflateEnd } from "./inflation.js";
import { littleEndian } from "./little-endian.js";
import { FLAG, LOCAL_SIGNATURE as LOCAL, METHOD, SIGNATURE, type ZipRecord } from "./zip-format.js";
import { type LocalHeader, readLocalHeader } from "./zip-local-header.js";

const WRAP = 2 ** 32;

const DESCRIPTOR = new Uint8Array([0x50, 0x4b, 7, 8]);

const FOLLOWS_DATA: ReadonlySet<number> = new Set([
  SIGNATURE.local,
  SIGNATURE.central,
  SIGNATURE.end,
  SIGNATURE.end64,
  SIGNATURE.descriptor,
  SIGNATURE.extraData,
]);

async function signatureAt(source: ByteSource, offset: number): Promise<number | null> {
  const bytes = await source.read(offset, 4);
  return bytes.length < 4 ? null : littleEndian(bytes).u32(0);
}

/** What is known of an entry's data once their end has been found. */
interface Extent {
  readonly compressedSize: number;
  readonly size: number | null;
  readonly crc32: number | null;
  /** Where the next record begins. */
  readonly next: number;
  readonly cut: boolean;
}

/** The extent a header claims, if a record of the zip, or the end of the source, stands where it says. */
async function claimedExtent(source: ByteSource, header: LocalHeader): Promise<Extent | null> {
  const { compressedSize: claimed, size, crc32: checksum, dataStart } = header;
  if (claimed === null) return null;
  const later = (header.flags & FLAG.descriptor) !== 0;
  if (later && claimed === 0) return null;
  // Sizes from 4 GiB on wrap around where the packer knew no Zip64.
  for (let length = claimed; dataStart + length <= source.size; length += WRAP) {
    const next = dataStart + length;
    const signature = await signatureAt(source, next);
    if (next !== source.size && (signature === null || !FOLLOWS_DATA.has(signature))) continue;
    const known = !later || checksum !== 0;
    return {
      compressedSize: length,
      size: known ? size : null,
      crc32: known ? checksum : null,
      next,
      cut: false,
    };
  }
  return null;
}

/** The descriptor at `at`, if one there agrees with the packed size. */
async function descriptorAt(
  source: ByteSource,
  at: number,
  compressedSize: number,
): Promise<{ readonly crc32: number; readonly size: number; readonly end: number } | null> {
  const bytes = await source.read(at, 24);
  const numbers = littleEndian(bytes);
  const signed = bytes.length >= 4 && numbers.u32(0) === SIGNATURE.descriptor;
  for (const start of signed ? [4, 0] : [0]) {
    if (bytes.length >= start + 20 && numbers.u64(start + 4) === compressedSize) {
      const size = numbers.u64(start + 12);
      if (size !== null) return { crc32: numbers.u32(start), size, end: at + start + 20 };
    }
    if (bytes.length >= start + 12 && numbers.u32(start + 4) === compressedSize % WRAP) {
      return { crc32: numbers.u32(start), size: numbers.u32(start + 8), end: at + start + 12 };
    }
  }
  return null;
}

/**
 * How many bytes may still be inflated and searched. Headers may be nested so that each costs a walk over all that
 * follows; the work stays in proportion to the size of the source.
 */
export interface SalvageWork {
  bytesLeft: number;
  readonly inflated: Inflate;
}

/** Where an entry ends of which only the next header can tell, or the end of the source. */
async function untilNextHeader(
  source: ByteSource,
  dataStart: number,
  from: number,
  signal?: AbortSignal,
): Promise<Extent> {
  const next = await findBytes(source, LOCAL, from, { signal });
  const end = next ?? source.size;
  return { compressedSize: end - dataStart, size: null, crc32: null, next: end, cut: next === null };
}

/** Finds the end of deflated data by inflating them; nothing is kept of the bytes but their count. */
async function inflatedExtent(
  source: ByteSource,
  header: LocalHeader,
  work: SalvageWork,
  signal?: AbortSignal,
): Promise<Extent> {
  const { dataStart } = header;
  const end = inflateEnd();
  let size = 0;
  const packed = () => chunksOf(source, dataStart, source.size, { signal });
  for await (const chunk of work.inflated("deflate", packed, end, signal)) {
    size += chunk.length;
    work.bytesLeft -= chunk.length;
    if (work.bytesLeft < 0) break;
  }
  const compressedSize = end.consumed;
  if (end.outcome === "whole") {
    const at = dataStart + compressedSize;
    const later = (header.flags & FLAG.descriptor) !== 0;
    const told = later ? await descriptorAt(source, at, compressedSize) : null;
    return {
      compressedSize,
      size: told?.size ?? size,
      crc32: told?.crc32 ?? (later ? null : header.crc32),
      next: told?.end ?? at,
      cut: false,
    };
  }
  if (end.outcome === "damaged")
    return untilNextHeader(source, dataStart, dataStart + compressedSize, signal);
  return { compressedSize: source.size - dataStart, size: null, crc32: null, next: source.size, cut: true };
}

/** Finds the end of stored data of unknown length by the descriptor behind them. */
async function storedExtent(
  source: ByteSource,
  header: LocalHeader,
  work: SalvageWork,
  signal?: AbortSignal,
): Promise<Extent> {
  const { dataStart } = header;
  let from = dataStart;
  while (work.bytesLeft >= 0) {
    const at = await findBytes(source, DESCRIPTOR, from, { signal });
    work.bytesLeft -= (at ?? source.size) - from;
    if (at === null) break;
    const told = await descriptorAt(source, at, at - dataStart);
    if (told !== null && told.size === at - dataStart) {
      return { compressedSize: told.size, size: told.size, crc32: told.crc32, next: told.end, cut: false };
    }
    from = at + 1;
  }
  return untilNextHeader(source, dataStart, dataStart, signal);
}

async function extentOf(
  source: ByteSource,
  header: LocalHeader,
  work: SalvageWork,
  signal?: AbortSignal,
): Promise<Extent> {
  const claimed = await claimedExtent(source, header);
  if (claimed !== null) return claimed;
  const length = source.size - header.dataStart;
  const { compressedSize, size, crc32: checksum } = header;
  const later = (header.flags & FLAG.descriptor) !== 0;
  if (!later && compressedSize !== null && compressedSize > length) {
    return { compressedSize: length, size, crc32: checksum, next: source.size, cut: true };
  }
  if (header.method === METHOD.deflated && (header.flags & FLAG.encrypted) === 0) {
    return inflatedExtent(source, header, work, signal);
  }
  return storedExtent(source, header, work, signal);
}

/**
 * The entries of a zip found by their local headers, from the start, for when its directory is of no use.
 *
 * Where headers tell the sizes this reads little more than the headers; else the data are inflated to find
 * their end. Memory stays constant, and it ends when `work` is used up.
 */
export async function* salvagedRecords(
  source: ByteSource,
  work: SalvageWork,
  signal?: AbortSignal,
): AsyncGenerator<ZipRecord, void, undefined> {
  let at = await findBytes(source, LOCAL, 0, { signal });
  while (at !== null) {
    signal?.throwIfAborted();
    const header = await readLocalHeader(source, at);
    if (header === null) {
      at = await nextRecord(source, at + 1, signal);
      continue;
    }
    const extent = await extentOf(source, header, work, signal);
    if (work.bytesLeft < 0) return;
    yield {
      rawName: header.rawName,
      nameIn: header.rawName,
      nameStart: 0,
      nameLength: header.rawName.length,
      disk: 0,
      flags: header.flags,
      method: header.method,
      crc32: extent.crc32,
      compressedSize: extent.compressedSize,
      size: extent.size,
      offset: at,
      dosDate: header.dosDate,
      dosTime: header.dosTime,
      extra: header.extra,
      mode: null,
      cut: extent.cut,
    };
    at = await nextRecord(source, extent.next, signal);
  }
}

/** The next local header from `at` on; null where the directory begins, or nothing follows. */
async function nextRecord(source: ByteSource, at: number, signal?: AbortSignal): Promise<number | null> {
  const signature = await signatureAt(source, at);
  if (signature === SIGNATURE.local) return at;
  if (signature === SIGNATURE.central || signature === SIGNATURE.end) return null;
  return findBytes(source, LOCAL, at, { signal });
}
