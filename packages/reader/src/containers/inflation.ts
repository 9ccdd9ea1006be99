/** How inflating ended, filled in when the bytes have been read to their end. */
export interface InflateEnd {
  /**
   * `whole`: the stream has its end. `cut`: the input ended first. `damaged`: it is no deflate stream from some byte on.
   * Gzip streams that follow each other are one; what follows them and does not begin like another is none of it.
   */
  outcome: "whole" | "cut" | "damaged" | null;
  /** Packed bytes that belong to the stream. */
  consumed: number;
  /** A checksum kept in the stream itself (gzip) is wrong, though all could be unpacked. */
  checksumWrong: boolean;
}

/** Where packed bytes come from; called again when damaged ones are read a second time. */
export type PackedBytes = () => AsyncIterable<Uint8Array>;

/** Makes an end to be filled in. */
export function inflateEnd(): InflateEnd {
  return { outcome: null, consumed: 0, checksumWrong: false };
}

/**
 * Inflates a raw deflate or gzip stream; never throws on data: `end` says how it went. Gives all bytes that can be
 * unpacked before a cut or damage, passes over what follows the stream, and throws what `packed` throws.
 */
export type Inflate = (
  format: "deflate" | "gzip",
  packed: PackedBytes,
  end: InflateEnd,
  signal?: AbortSignal,
) => AsyncGenerator<Uint8Array, void, undefined>;
