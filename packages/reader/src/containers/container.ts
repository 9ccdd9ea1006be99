import type { RunOptions } from "@archive/schema";

/** The bytes of one entry, in order; pulling them is what reads. Stopping early closes what is open. */
export type Bytes = AsyncIterable<Uint8Array>;

/** One file inside a container. */
export interface Entry {
  /** Normalised: relative, `/` between the parts, no `.` or `..`. */
  readonly path: string;
  /** The name as the container holds it. */
  readonly rawPath: Uint8Array;
  /** Bytes once unpacked, where the container says so. */
  readonly size?: number;
  /** CRC-32 of the unpacked bytes, where the container says so. */
  readonly crc32?: number | undefined;
  /** When the entry was last changed, UTC, ISO 8601; zip files hold the packing machine's local time. */
  readonly modified?: string | undefined;
}

/** How an archive is packed. `json`, `jsonl` and `csv` are one file that holds it all, or all there is of it. */
export type ContainerKind = "zip" | "tar" | "tar.gz" | "folder" | "json" | "jsonl" | "csv";

/**
 * A packed set of files, one small interface over all ways of packing.
 *
 * `access` is part of it: in a `sequential` container (tar.gz) every {@link Container.open} costs one pass over
 * all that precedes the entry, so whoever wants several entries asks {@link Container.scan} for them at once.
 */
export interface Container extends AsyncDisposable {
  readonly kind: ContainerKind;
  readonly access: "random" | "sequential";
  /** Size in bytes of the packed source; of a folder, the sum of its files. */
  readonly bytes: number;
  /**
   * Every file, unsafe and junk names left out with a diagnostic (reported once per container). With random access
   * each path comes once; a sequential container finds out on its way that a later file takes an earlier one's place.
   */
  entries(options?: RunOptions): AsyncIterable<Entry>;
  /** The unpacked bytes of one entry. */
  open(entry: Entry, options?: RunOptions): Bytes;
  /** Those entries that are wanted, in the container's own order, in one pass. Each `bytes` is read before the next step. */
  scan(
    want: (entry: Entry) => boolean,
    options?: RunOptions,
  ): AsyncIterable<{ readonly entry: Entry; readonly bytes: Bytes }>;
}
