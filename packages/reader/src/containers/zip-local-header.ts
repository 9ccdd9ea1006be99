import type { ByteSource } from "./byte-source.js";
import { type LittleEndian, littleEndian } from "./little-endian.js";
import {
  extraField,
  givesNames,
  hasName,
  LOCAL_BYTES,
  SATURATED,
  SIGNATURE,
  ZIP64,
  type ZipRecord,
} from "./zip-format.js";

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

/** Bytes of the header at `at`, name and extra field included; null when there is none. */
export function localHeaderLength(bytes: Uint8Array, at: number): number | null {
  if (at < 0 || at + LOCAL_BYTES > bytes.length) return null;
  const fixed = littleEndian(bytes);
  if (fixed.u32(at) !== SIGNATURE.local) return null;
  return LOCAL_BYTES + fixed.u16(at + 26) + fixed.u16(at + 28);
}

/**
 * Where the data behind a header begin that says the same as the record, byte for byte; null when it does not, or
 * is not all there. Costs far less than reading the header, which nearly always comes to the same.
 */
export function dataStartOfSame(
  bytes: Uint8Array,
  numbers: LittleEndian,
  at: number,
  record: ZipRecord,
): number | null {
  const nameStart = at + LOCAL_BYTES;
  if (at < 0 || nameStart > bytes.length || numbers.u32(at) !== SIGNATURE.local) return null;
  if (numbers.u32(at + 18) !== record.compressedSize || numbers.u32(at + 22) !== record.size) return null;
  const nameLength = numbers.u16(at + 26);
  if (numbers.u16(at + 8) !== record.method || !hasName(record, bytes, nameStart, nameLength)) return null;
  const extraStart = nameStart + nameLength;
  const dataStart = extraStart + numbers.u16(at + 28);
  if (dataStart > bytes.length || givesNames(record.extra)) return null;
  return dataStart > extraStart && givesNames(bytes.subarray(extraStart, dataStart)) ? null : dataStart;
}

/** The header at `at` in these bytes, which stand at `bytesStart` in the source; null when it is not all there. */
export function localHeaderIn(bytes: Uint8Array, at: number, bytesStart: number): LocalHeader | null {
  const length = localHeaderLength(bytes, at);
  if (length === null || at + length > bytes.length) return null;
  const fixed = littleEndian(bytes);
  const nameEnd = at + LOCAL_BYTES + fixed.u16(at + 26);
  const headerEnd = at + length;

  const extra = bytes.slice(nameEnd, headerEnd);
  const wideField = extraField(extra, ZIP64);
  const wide = wideField === null ? null : littleEndian(wideField);
  let compressedSize: number | null = fixed.u32(at + 18);
  let size: number | null = fixed.u32(at + 22);
  let wideAt = 0;
  if (wide !== null && size === SATURATED) {
    size = wide.length >= wideAt + 8 ? wide.u64(wideAt) : null;
    wideAt += 8;
  }
  if (wide !== null && compressedSize === SATURATED)
    compressedSize = wide.length >= wideAt + 8 ? wide.u64(wideAt) : null;
  return {
    flags: fixed.u16(at + 6),
    method: fixed.u16(at + 8),
    dosTime: fixed.u16(at + 10),
    dosDate: fixed.u16(at + 12),
    crc32: fixed.u32(at + 14),
    compressedSize,
    size,
    rawName: bytes.slice(at + LOCAL_BYTES, nameEnd),
    extra,
    dataStart: bytesStart + headerEnd,
    wide: wide !== null,
  };
}

/** Reads the local header at `offset`; null when there is none, or the source ends within it. */
export async function readLocalHeader(source: ByteSource, offset: number): Promise<LocalHeader | null> {
  if (!(offset >= 0)) return null;
  let bytes = await source.read(offset, FIRST_READ);
  const length = localHeaderLength(bytes, 0);
  if (length === null) return null;
  if (length > bytes.length) bytes = await source.read(offset, length);
  return localHeaderIn(bytes, 0, offset);
}
