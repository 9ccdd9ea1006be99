import { promisify } from "node:util";
import { constants, type ZstdOptions, zstdCompress, zstdDecompress } from "node:zlib";
import type { Compression } from "../library/library.js";

// What is done at once: each turn waits for this thread, which is busy, and the usual 16 KiB are a turn each.
const PACKED_AT_ONCE = 128 * 1024;
const EXPANDED_AT_ONCE = 512 * 1024;

// The lowest levels: three quarters less at half a gigabyte a second.
const PACKING: ZstdOptions = {
  params: { [constants.ZSTD_c_compressionLevel]: -3 },
  chunkSize: PACKED_AT_ONCE,
};

const pack = promisify<Uint8Array, ZstdOptions, Buffer>(zstdCompress);
const expand = promisify<Uint8Array, ZstdOptions, Buffer>(zstdDecompress);

/** Zstandard in Node's pool of threads, for pieces of some hundred kilobytes. */
export const ZSTANDARD: Compression = {
  // A copy: the result lies in a buffer of the size of its turn.
  compress: async (bytes) => new Uint8Array(await pack(bytes, PACKING)),
  expand: (bytes) => expand(bytes, { chunkSize: EXPANDED_AT_ONCE }),
};
