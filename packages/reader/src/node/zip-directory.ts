import { Readable } from "node:stream";
import type { File } from "unzipper";
import type { ByteSource } from "../containers/byte-source.js";
import { littleEndian } from "../containers/little-endian.js";
import type { DirectoryPlace } from "../containers/zip-end.js";
import { CENTRAL_BYTES, END_BYTES, SIGNATURE, type ZipRecord } from "../containers/zip-format.js";

/** Records given to unzipper at once; it needs some kilobytes of memory for each. */
const BATCH_RECORDS = 2048;
const WINDOW_BYTES = 2 ** 20;
/** Header, name, extra field and comment at their longest. */
const LONGEST_RECORD = CENTRAL_BYTES + 3 * 0xffff;
/** unzipper looks for the end record in the last 80 bytes: none of a hostile comment may be among them. */
const QUIET_BYTES = 80 - END_BYTES;

/** What a directory was found to hold. */
export interface DirectoryContent {
  readonly records: readonly ZipRecord[];
  /** Whether its records follow each other without a gap to its end. */
  readonly whole: boolean;
  /** Records that are there, those that can't be used included. */
  readonly found: number;
}

/** How many bytes the records at the head of these bytes take, and how many they are. */
function measure(bytes: Uint8Array, most: number): { readonly length: number; readonly count: number } {
  const numbers = littleEndian(bytes);
  let at = 0;
  let count = 0;
  while (count < most && at + CENTRAL_BYTES <= bytes.length && numbers.u32(at) === SIGNATURE.central) {
    const next = at + CENTRAL_BYTES + numbers.u16(at + 28) + numbers.u16(at + 30) + numbers.u16(at + 32);
    if (next > bytes.length) break;
    at = next;
    count += 1;
  }
  return { length: at, count };
}

/** A zip of nothing but these directory records and an end record that tells the truth about them. */
function directoryOnly(records: Uint8Array, count: number): Buffer {
  const end = Buffer.alloc(QUIET_BYTES + END_BYTES);
  end.writeUInt32LE(SIGNATURE.end, QUIET_BYTES);
  end.writeUInt16LE(count, QUIET_BYTES + 8);
  end.writeUInt16LE(count, QUIET_BYTES + 10);
  end.writeUInt32LE(records.length, QUIET_BYTES + 12);
  return Buffer.concat([records, end]);
}

async function list(records: Uint8Array, count: number): Promise<readonly File[]> {
  // Loaded only when a zip is read: it takes longer to load than most archives to list.
  const { Open } = await import("unzipper");
  const bytes = directoryOnly(records, count);
  const directory = await Open.custom({
    size: async () => bytes.length,
    stream: (offset: number) => Readable.from([bytes.subarray(offset)]),
  });
  return directory.files;
}

const UNIX = 3;
const DARWIN = 19;

function recordOf(file: File, extra: Uint8Array, shift: number): ZipRecord | null {
  const { compressedSize, uncompressedSize, offsetToLocalFileHeader } = file;
  // Where a Zip64 field is missing or too short, unzipper gives null or undefined against its types.
  const numbers: readonly unknown[] = [compressedSize, uncompressedSize, offsetToLocalFileHeader];
  if (!numbers.every(Number.isSafeInteger)) return null;
  const system = file.versionMadeBy >> 8;
  return {
    rawName: new Uint8Array(file.pathBuffer),
    flags: file.flags,
    method: file.compressionMethod,
    crc32: file.crc32,
    compressedSize,
    size: uncompressedSize,
    offset: offsetToLocalFileHeader + shift,
    dosDate: file.lastModifiedDate,
    dosTime: file.lastModifiedTime,
    extra,
    mode: system === UNIX || system === DARWIN ? file.externalFileAttributes >>> 16 : null,
    cut: false,
  };
}

/**
 * Lists the directory of a zip with `unzipper`, in batches.
 *
 * What unzipper would trust is made true beforehand: it is shown only records that are there, with a count of
 * our own, so that no claimed number makes it allocate, and no comment or gap misleads it.
 */
export async function readDirectory(
  source: ByteSource,
  place: DirectoryPlace,
  options: { readonly maxEntries: number; readonly signal?: AbortSignal | undefined },
): Promise<DirectoryContent> {
  const records: ZipRecord[] = [];
  let found = 0;
  let at = place.start;
  while (at < place.end && found <= options.maxEntries) {
    options.signal?.throwIfAborted();
    const window = await source.read(at, Math.min(WINDOW_BYTES + LONGEST_RECORD, place.end - at));
    let used = 0;
    while (used < window.length) {
      const rest = window.subarray(used);
      const { length, count } = measure(rest, BATCH_RECORDS);
      if (count === 0) break;
      const batch = rest.subarray(0, length);
      let recordAt = 0;
      for (const file of await list(batch, count)) {
        const nameEnd = recordAt + CENTRAL_BYTES + file.fileNameLength;
        const extraEnd = nameEnd + file.extraFieldLength;
        const record = recordOf(file, batch.slice(nameEnd, extraEnd), place.shift);
        if (record !== null) records.push(record);
        recordAt = extraEnd + file.fileCommentLength;
      }
      found += count;
      used += length;
    }
    if (used === 0) break;
    at += used;
  }
  return { records, whole: at >= place.end, found };
}
