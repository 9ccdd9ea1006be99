import type { ByteSource } from "./byte-source.js";
import { type LittleEndian, littleEndian } from "./little-endian.js";
import { centralRecordIn } from "./zip-central-record.js";
import type { DirectoryPlace } from "./zip-end.js";
import { CENTRAL_BYTES, SIGNATURE, type ZipRecord } from "./zip-format.js";

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

/** Bytes of the whole record at `at`; null when there is none, or not all of it. */
function recordLength(numbers: LittleEndian, at: number): number | null {
  if (at + CENTRAL_BYTES > numbers.length || numbers.u32(at) !== SIGNATURE.central) return null;
  const length = CENTRAL_BYTES + numbers.u16(at + 28) + numbers.u16(at + 30) + numbers.u16(at + 32);
  return at + length <= numbers.length ? length : null;
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
        const record = centralRecordIn(window, numbers, used, place.shift);
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
