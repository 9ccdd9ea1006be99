import { constants, zstdCompressSync } from "node:zlib";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { PostRecord } from "../../targets/data/post-record.js";
import type { Cells } from "./cells.js";
import { COLUMNS, PARQUET_SCHEMA } from "./columns.js";

/**
 * What is held until it is packed as a row group: so many rows, or so many bytes of text. Readers like larger groups a
 * little better, but the writer makes many buffers of a group's size, and with 10 000 rows a run took 60 MB more.
 */
const GROUP_ROWS = 2000;
const GROUP_BYTES = 8 * 2 ** 20;

const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** One Parquet file on its way. */
export class ParquetFile {
  readonly #packed = new PackedBytes();
  readonly #writer: ParquetWriter;
  readonly #columns: Cells[];
  #rows = 0;

  constructor() {
    this.#columns = Object.entries(COLUMNS).map(([name, { cells }]) => cells(name));
    this.#writer = new ParquetWriter({
      writer: this.#packed,
      schema: PARQUET_SCHEMA,
      createdBy: "ap-archive",
      codec: "ZSTD",
      compressors: { ZSTD: compress },
    });
  }

  /** Bytes that wait, packed, for the file to be whole. */
  get size(): number {
    return this.#packed.offset;
  }

  add(record: PostRecord): void {
    let bytes = 0;
    for (const column of this.#columns) {
      column.add(record);
      bytes += column.size;
    }
    this.#rows += 1;
    if (this.#rows >= GROUP_ROWS || bytes >= GROUP_BYTES) this.#pack();
  }

  /** The whole file, in pieces; nothing can be added any more. */
  finish(): readonly Uint8Array[] {
    if (this.#rows > 0) this.#pack();
    void this.#writer.finish();
    return this.#packed.pieces;
  }

  #pack(): void {
    // Nothing to wait for: the bytes stay in memory.
    void this.#writer.write({ columnData: this.#columns, rowGroupSize: this.#rows });
    for (const column of this.#columns) column.clear();
    this.#rows = 0;
  }
}

/** The packed groups as pieces: in one buffer, all would be copied each time that it has to grow. */
class PackedBytes extends ByteWriter {
  readonly pieces: Uint8Array[] = [];

  flush(): void {
    this.pieces.push(this.getBytes().slice());
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}

/** In this thread: the writer cannot wait. What has no less room than the result may need is done in one turn. */
function compress(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, { ...LEVEL, chunkSize: bytes.length + 1024 });
}
