/** Unsigned numbers of the zip format, least byte first; a view never throws within its length. */
export class LittleEndian {
  readonly length: number;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u16(at: number): number {
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    return this.#view.getUint32(at, true);
  }

  /** A 64-bit number, or null above 2^53-1: no size or offset is that large. */
  u64(at: number): number | null {
    const value = this.#view.getBigUint64(at, true);
    return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;
  }
}

/** Reads numbers out of bytes. */
export function littleEndian(bytes: Uint8Array): LittleEndian {
  return new LittleEndian(bytes);
}
