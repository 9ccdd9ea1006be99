import type { ByteSource } from "./byte-source.js";
import { type LittleEndian, littleEndian } from "./little-endian.js";
import type { DirectoryPlace } from "./zip-end.js";
import { CENTRAL_BYTES, extraField, SATURATED, SIGNATURE, type ZipRecord } from "./zip-format.js";

/** Records shown to a second reading in one piece. */
const BATCH_RECORDS = 512;
const WINDOW_BYTES = 2 ** 20;
/** Header, name, extra field and comment at their longest. */
const LONGEST_RECORD = CENTRAL_BYTES + 3 * 0xffff;

/** What a directory was found to hold. */
export interface DirectoryContent {
  readonly records: readonly ZipRecord[];
  /** Whether its records follow each other without a gap to its end. */
  readonly whole: boolean;
  /** Records that are there, those that can't be used included. */
  readonly found: number;
  /** The same records as their bytes, for a second reading. */
  readonly batches: readonly Batch[];
}

/** Records that stand back to back; null for one that can't be used. */
interface Batch {
  readonly bytes: Uint8Array;
  readonly records: readonly (ZipRecord | null)[];
}

const UNIX = 3;
const DARWIN = 19;

const NOTHING = new Uint8Array();

/** Bytes of the whole record at `at`; null when there is none, or not all of it. */
function recordLength(numbers: LittleEndian, at: number): number | null {
  if (at + CENTRAL_BYTES > numbers.length || numbers.u32(at) !== SIGNATURE.central) return null;
  const length = CENTRAL_BYTES + numbers.u16(at + 28) + numbers.u16(at + 30) + numbers.u16(at + 32);
  return at + length <= numbers.length ? length : null;
}

/** The record at `at`, or null when its Zip64 field lacks a number that it should have. */
function recordIn(bytes: Uint8Array, numbers: LittleEndian, at: number, shift: number): ZipRecord | null {
  let size: number | null = numbers.u32(at + 24);
  let compressedSize: number | null = numbers.u32(at + 20);
  let offset: number | null = numbers.u32(at + 42);
  if (size === SATURATED || compressedSize === SATURATED || offset === SATURATED) {
    const wide = littleEndian(extraField(extraAt(bytes, numbers, at), 0x0001) ?? NOTHING);
    let wideAt = 0;
    const next = (narrow: number | null): number | null => {
      if (narrow !== SATURATED) return narrow;
      wideAt += 8;
      return wideAt <= wide.length ? wide.u64(wideAt - 8) : null;
    };
    size = next(size);
    compressedSize = next(compressedSize);
    offset = next(offset);
  }
  if (size === null || compressedSize === null || offset === null) return null;
  return new CentralRecord(bytes, numbers, at, { compressedSize, size, offset: offset + shift });
}

function extraAt(bytes: Uint8Array, numbers: LittleEndian, at: number): Uint8Array {
  const length = numbers.u16(at + 30);
  const start = at + CENTRAL_BYTES + numbers.u16(at + 28);
  return length === 0 ? NOTHING : bytes.subarray(start, start + length);
}

/** A record that stays in the bytes it was read from: of a hundred thousand, hardly one is looked at twice. */
class CentralRecord implements ZipRecord {
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly #bytes: Uint8Array;
  readonly #numbers: LittleEndian;
  readonly #at: number;

  constructor(
    bytes: Uint8Array,
    numbers: LittleEndian,
    at: number,
    { compressedSize, size, offset }: Pick<CentralRecord, "compressedSize" | "size" | "offset">,
  ) {
    this.compressedSize = compressedSize;
    this.size = size;
    this.offset = offset;
    this.#bytes = bytes;
    this.#numbers = numbers;
    this.#at = at;
  }

  get rawName(): Uint8Array {
    const start = this.#at + CENTRAL_BYTES;
    return this.#bytes.subarray(start, start + this.#numbers.u16(this.#at + 28));
  }

  get extra(): Uint8Array {
    return extraAt(this.#bytes, this.#numbers, this.#at);
  }

  get flags(): number {
    return this.#numbers.u16(this.#at + 8);
  }

  get method(): number {
    return this.#numbers.u16(this.#at + 10);
  }

  get crc32(): number {
    return this.#numbers.u32(this.#at + 16);
  }

  get dosTime(): number {
    return this.#numbers.u16(this.#at + 12);
  }

  get dosDate(): number {
    return this.#numbers.u16(this.#at + 14);
  }

  get mode(): number | null {
    const system = this.#numbers.u16(this.#at + 4) >> 8;
    return system === UNIX || system === DARWIN ? this.#numbers.u16(this.#at + 40) : null;
  }

  get cut(): boolean {
    return false;
  }
}

/**
 * Reads the directory of a zip in windows, a batch of records at a time. The count that the zip claims plays no
 * part, nor does memory depend on anything but records that are there.
 */
export async function readDirectory(
  source: ByteSource,
  place: DirectoryPlace,
  options: { readonly maxEntries: number; readonly signal?: AbortSignal | undefined },
): Promise<DirectoryContent> {
  const records: ZipRecord[] = [];
  const batches: Batch[] = [];
  let found = 0;
  let at = place.start;
  while (at < place.end && found <= options.maxEntries) {
    options.signal?.throwIfAborted();
    const window = await source.read(at, Math.min(WINDOW_BYTES + LONGEST_RECORD, place.end - at));
    const numbers = littleEndian(window);
    let used = 0;
    for (;;) {
      const batchStart = used;
      const batch: (ZipRecord | null)[] = [];
      while (batch.length < BATCH_RECORDS) {
        const length = recordLength(numbers, used);
        if (length === null) break;
        const record = recordIn(window, numbers, used, place.shift);
        batch.push(record);
        if (record !== null) records.push(record);
        used += length;
      }
      if (batch.length === 0) break;
      batches.push({ bytes: window.subarray(batchStart, used), records: batch });
      found += batch.length;
    }
    if (used === 0) break;
    at += used;
  }
  return { records, whole: at >= place.end, found, batches };
}
