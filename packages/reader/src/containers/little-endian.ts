/** Unsigned numbers of the zip format, least byte first; a view never throws within its length. */
export interface LittleEndian {
  readonly length: number;
  u16(at: number): number;
  u32(at: number): number;
  /** A 64-bit number, or null above 2^53-1: no size or offset is that large. */
  u64(at: number): number | null;
}

/** Reads numbers out of bytes. */
export function littleEndian(bytes: Uint8Array): LittleEndian {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    length: bytes.length,
    u16: (at) => view.getUint16(at, true),
    u32: (at) => view.getUint32(at, true),
    u64: (at) => {
      const value = view.getBigUint64(at, true);
      return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;
    },
  };
}
