import type { RunOptions } from "@archive/schema";
import type { PutResult, Sink } from "../sinks/sink.js";
import type { Bytes } from "../source.js";
import type { OutputFile } from "../targets/target.js";

/** One file inside a container, as far as copying it needs to know. */
export interface SourceEntry {
  /** Relative, `/` between the parts, no `.` or `..`. */
  readonly path: string;
  /** Bytes once unpacked, where the container says so. */
  readonly size?: number | undefined;
  /** When it was last changed, ISO 8601, where the container says so. */
  readonly modified?: string | undefined;
}

/**
 * What this package needs of a container to copy what is in it; `@archive/reader`'s `Container` satisfies it. It is
 * where hostile names end: an entry whose name leads out, and every link, is left out before it comes here.
 */
export interface EntrySource {
  readonly access: "random" | "sequential";
  entries(options?: RunOptions): AsyncIterable<SourceEntry>;
  open(entry: SourceEntry, options?: RunOptions): Bytes;
  /** In the container's own order, in one pass. Each `bytes` is read before the next step. */
  scan(
    want: (entry: SourceEntry) => boolean,
    options?: RunOptions,
  ): AsyncIterable<{ readonly entry: SourceEntry; readonly bytes: Bytes }>;
}

/** A file of an output that was a file before. */
export interface EntryFile extends OutputFile {
  /** Bytes, where they are known beforehand. */
  readonly size?: number | undefined;
  /** ISO 8601; a sink that keeps times gives it to the file. */
  readonly modified?: string | undefined;
}

/** A sink that may also be told of size and time; every {@link Sink} is one. */
export interface EntrySink extends Omit<Sink, "put"> {
  put(file: EntryFile): Promise<PutResult>;
}
