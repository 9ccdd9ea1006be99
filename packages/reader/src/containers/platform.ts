import type { ByteTools } from "../json/byte-tools.js";
import type { Inflate } from "./inflation.js";
import type { ZipRecord } from "./zip-format.js";

/** What Node and browsers do each in their own way; all else about containers is the same code. */
export interface Platform {
  /** `consumed` is right only where nothing follows the stream. */
  readonly inflated: Inflate;
  /** The same where it is asked how many bytes the stream has; may be slower. */
  readonly inflatedExactly: Inflate;
  /** CRC-32 of bytes, or of bytes that follow those of which `seed` is the CRC-32. */
  readonly crc32: (bytes: Uint8Array, seed?: number) => number;
  /** Text of UTF-8 bytes. */
  readonly text: ByteTools["text"];
  /**
   * A second reading of directory records, `count` of them back to back, by another program: it has to tell the
   * same. Null for a record of which it can't make sense.
   */
  readonly secondReading?: (records: Uint8Array, count: number) => Promise<readonly (SecondRecord | null)[]>;
}

/** What two readings of a directory record are compared by. */
export type SecondRecord = Pick<
  ZipRecord,
  "rawName" | "flags" | "method" | "crc32" | "compressedSize" | "size" | "offset"
>;
