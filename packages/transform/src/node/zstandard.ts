import { promisify } from "node:util";
import { constants, type ZstdOptions, zstdCompress, zstdCompressSync, zstdDecompress } from "node:zlib";

// What is done at once: each turn waits for this thread, which is busy, and the usual 16 KiB are a turn each.
const PACKED_AT_ONCE = 128 * 1024;
const EXPANDED_AT_ONCE = 512 * 1024;

// The lowest level but the negative ones: a fifth to a quarter is left, at some 400 MB a second.
const PACKING: ZstdOptions = {
  params: { [constants.ZSTD_c_compressionLevel]: 1 },
  chunkSize: PACKED_AT_ONCE,
};

const pack = promisify<Uint8Array, ZstdOptions, Buffer>(zstdCompress);
const unpack = promisify<Uint8Array, ZstdOptions, Buffer>(zstdDecompress);

/** Made smaller in Node's pool of threads, for pieces of some hundred kilobytes. */
export async function compress(bytes: Uint8Array): Promise<Uint8Array> {
  // A copy: the result lies in a buffer of the size of its turn.
  return new Uint8Array(await pack(bytes, PACKING));
}

/** The same in this thread. */
export function compressSync(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(zstdCompressSync(bytes, PACKING));
}

/** What was made smaller as it was, by the pool. */
export function expand(bytes: Uint8Array): Promise<Uint8Array> {
  return unpack(bytes, { chunkSize: EXPANDED_AT_ONCE });
}
