import { Readable } from "node:stream";
import type { File } from "unzipper";
import type { SecondRecord } from "../containers/platform.js";
import { END_BYTES, SIGNATURE } from "../containers/zip-format.js";

/** unzipper looks for the end record in the last 80 bytes: none of a hostile comment may be among them. */
const TAIL_BYTES = 80;
/** One byte follows the record: what ends with the stream unzipper takes from it in a much slower way. */
const END_AT = TAIL_BYTES - END_BYTES - 1;

/**
 * A stream for unzipper, which does nothing with one but pipe it: all its bytes are handed over at once, without the
 * turns and listeners of a stream that flows, and without an end, behind which unzipper never looks.
 */
class WholeStream extends Readable {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    super();
    this.#bytes = bytes;
  }

  override pipe<Target extends NodeJS.WritableStream>(target: Target): Target {
    target.write(this.#bytes);
    return target;
  }
}

/** A zip of nothing but these directory records and an end record that tells the truth about them. */
function directoryOnly(records: Uint8Array, count: number): Buffer {
  const end = Buffer.alloc(TAIL_BYTES);
  end.writeUInt32LE(SIGNATURE.end, END_AT);
  end.writeUInt16LE(count, END_AT + 8);
  end.writeUInt16LE(count, END_AT + 10);
  end.writeUInt32LE(records.length, END_AT + 12);
  return Buffer.concat([records, end]);
}

function recordOf(file: File): SecondRecord | null {
  const { compressedSize, uncompressedSize, offsetToLocalFileHeader } = file;
  // Where a Zip64 field is missing or too short, unzipper gives null or undefined against its types.
  if (!Number.isSafeInteger(compressedSize) || !Number.isSafeInteger(uncompressedSize)) return null;
  if (!Number.isSafeInteger(offsetToLocalFileHeader)) return null;
  return {
    rawName: file.pathBuffer,
    flags: file.flags,
    method: file.compressionMethod,
    crc32: file.crc32,
    compressedSize,
    size: uncompressedSize,
    offset: offsetToLocalFileHeader,
  };
}

/**
 * Lists directory records of a zip with `unzipper`.
 *
 * What unzipper would trust is made true beforehand: it is shown only records that are there, with a count of
 * our own, so that no claimed number makes it allocate, and no comment or gap misleads it.
 */
export async function unzipperListing(
  records: Uint8Array,
  count: number,
): Promise<readonly (SecondRecord | null)[]> {
  // Loaded only when a zip is read: it takes longer to load than most archives to list.
  const { Open } = await import("unzipper");
  const bytes = directoryOnly(records, count);
  const directory = await Open.custom({
    size: async () => bytes.length,
    stream: (offset: number) => new WholeStream(bytes.subarray(offset)),
  });
  return directory.files.map(recordOf);
}
