import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { PostRecord } from "../data/post-record.js";
import { COLUMNS, PARQUET_SCHEMA } from "./columns.js";

/** Rows that are held before they are packed; the packed ones stay in memory until the file is whole. */
const GROUP = 5000;

/** One Parquet file on its way. */
export class ParquetFile {
  readonly #bytes: ByteWriter = new ByteWriter();
  readonly #writer: ParquetWriter = new ParquetWriter({
    writer: this.#bytes,
    schema: PARQUET_SCHEMA,
    createdBy: "ap-archive",
  });
  #waiting: PostRecord[] = [];

  async add(record: PostRecord): Promise<void> {
    this.#waiting.push(record);
    if (this.#waiting.length >= GROUP) await this.#pack();
  }

  /** The whole file; nothing can be added any more. */
  async finish(): Promise<Uint8Array> {
    if (this.#waiting.length > 0) await this.#pack();
    await this.#writer.finish();
    return this.#bytes.getBytes();
  }

  async #pack(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    const columnData = Object.entries(COLUMNS).map(([name, { cell }]) => ({
      name,
      data: rows.map(cell),
    }));
    await this.#writer.write({ columnData, rowGroupSize: rows.length });
  }
}
