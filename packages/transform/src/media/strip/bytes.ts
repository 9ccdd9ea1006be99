/** Reads numbers and names from bytes; what lies outside is 0, so that a cut file can't throw. */
export class ByteReader {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.bytes[at] ?? 0;
  }

  u16be(at: number): number {
    return this.u8(at) * 0x100 + this.u8(at + 1);
  }

  u16le(at: number): number {
    return this.u8(at + 1) * 0x100 + this.u8(at);
  }

  u32be(at: number): number {
    return this.u16be(at) * 0x1_0000 + this.u16be(at + 2);
  }

  u32le(at: number): number {
    return this.u16le(at + 2) * 0x1_0000 + this.u16le(at);
  }

  ascii(at: number, length: number): string {
    return String.fromCharCode(...this.bytes.subarray(at, at + length));
  }
}

/** A copy that nothing else writes to. Not `slice`: of Node's Buffer that is a view of the same memory. */
export function copyOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

/** One array of several. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
