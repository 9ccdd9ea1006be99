import type { ByteSource } from "./byte-source.js";
import { littleEndian } from "./little-endian.js";
import { extraField, LOCAL_BYTES, SATURATED, SIGNATURE } from "./zip-format.js";

/** The header that stands before an entry's data. */
export interface LocalHeader {
  readonly flags: number;
  readonly method: number;
  readonly dosTime: number;
  readonly dosDate: number;
  readonly crc32: number;
  /** Null: only known after the data, or not a number that can be. */
  readonly compressedSize: number | null;
  readonly size: number | null;
  readonly rawName: Uint8Array;
  readonly extra: Uint8Array;
  /** Where the data begin. */
  readonly dataStart: number;
  /** Its data descriptor, if it has one, has 64-bit sizes. */
  readonly wide: boolean;
}

// One read brings the header and nearly always name and extra field with it.
const FIRST_READ = LOCAL_BYTES + 512;

/** Reads the local header at `offset`; null when there is none, or the source ends within it. */
export async function readLocalHeader(source: ByteSource, offset: number): Promise<LocalHeader | null> {
  if (!(offset >= 0)) return null;
  let bytes = await source.read(offset, FIRST_READ);
  if (bytes.length < LOCAL_BYTES) return null;
  const fixed = littleEndian(bytes);
  if (fixed.u32(0) !== SIGNATURE.local) return null;
  const nameEnd = LOCAL_BYTES + fixed.u16(26);
  const headerEnd = nameEnd + fixed.u16(28);
  if (headerEnd > bytes.length) bytes = await source.read(offset, headerEnd);
  if (headerEnd > bytes.length) return null;

  const extra = bytes.slice(nameEnd, headerEnd);
  const wideField = extraField(extra, 0x0001);
  const wide = wideField === null ? null : littleEndian(wideField);
  let compressedSize: number | null = fixed.u32(18);
  let size: number | null = fixed.u32(22);
  let at = 0;
  if (wide !== null && size === SATURATED) {
    size = wide.length >= at + 8 ? wide.u64(at) : null;
    at += 8;
  }
  if (wide !== null && compressedSize === SATURATED)
    compressedSize = wide.length >= at + 8 ? wide.u64(at) : null;
  return {
    flags: fixed.u16(6),
    method: fixed.u16(8),
    dosTime: fixed.u16(10),
    dosDate: fixed.u16(12),
    crc32: fixed.u32(14),
    compressedSize,
    size,
    rawName: bytes.slice(LOCAL_BYTES, nameEnd),
    extra,
    dataStart: offset + headerEnd,
    wide: wide !== null,
  };
}
