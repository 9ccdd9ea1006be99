import { zstdDecompressSync } from "node:zlib";
import { parquetReadObjects } from "hyparquet";

/** The rows of a Parquet file, read by another library than the one that wrote it. */
export function parquetRows(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  const compressors = { ZSTD: (packed: Uint8Array) => new Uint8Array(zstdDecompressSync(packed)) };
  return parquetReadObjects({ file: new Uint8Array(bytes).buffer, compressors, utf8: true });
}
