import { littleEndian } from "./little-endian.js";

/** First four bytes of the records of a zip (APPNOTE 4.3), as little-endian numbers. */
export const SIGNATURE = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
  extraData: 0x08064b50,
} as const;

/** The signature of a local header as it stands in the bytes. */
export const LOCAL_SIGNATURE: Uint8Array = new Uint8Array([0x50, 0x4b, 3, 4]);

/** A 32-bit field of this value means: see the Zip64 extra field. */
export const SATURATED = 0xffffffff;

/** General purpose flags (APPNOTE 4.4.4). */
export const FLAG = { encrypted: 0x1, descriptor: 0x8, strongEncryption: 0x40, utf8: 0x800 } as const;

/** The two methods that servers use; all others are reported. */
export const METHOD = { stored: 0, deflated: 8 } as const;

/** Bytes of a header before its name. */
export const LOCAL_BYTES = 30;
export const CENTRAL_BYTES = 46;
export const END_BYTES = 22;

/** One file of a zip, from its directory or, salvaged, from the header before its data. */
export interface ZipRecord {
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  /** Null when not known: salvaged without a checksum. */
  readonly crc32: number | null;
  readonly compressedSize: number;
  /** Null when not known. */
  readonly size: number | null;
  /** Where the local header begins in the source. */
  readonly offset: number;
  readonly dosDate: number;
  readonly dosTime: number;
  readonly extra: Uint8Array;
  /** Unix mode, where the packing system wrote one. */
  readonly mode: number | null;
  /** The source ends within its data; it has been reported. */
  readonly cut: boolean;
}

/** The content of the extra field of this id, or null. Ends quietly where the lengths lie. */
export function extraField(extra: Uint8Array, id: number): Uint8Array | null {
  const u16 = (at: number): number => (extra[at] ?? 0) | ((extra[at + 1] ?? 0) << 8);
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = u16(at + 2);
    if (u16(at) === id)
      return at + 4 + length <= extra.length ? extra.subarray(at + 4, at + 4 + length) : null;
    at += 4 + length;
  }
  return null;
}

/**
 * When a record's file was changed, as ISO 8601 in UTC; undefined when there is no such day.
 * The extended timestamp is in UTC; without it the DOS time is taken as UTC, since nothing names its zone.
 */
export function modifiedOf(record: Pick<ZipRecord, "dosDate" | "dosTime" | "extra">): string | undefined {
  const extended = extraField(record.extra, 0x5455);
  if (extended !== null && extended.length >= 5 && ((extended[0] ?? 0) & 1) === 1) {
    return new Date((littleEndian(extended).u32(1) | 0) * 1000).toISOString();
  }
  const { dosDate, dosTime } = record;
  const month = (dosDate >> 5) & 15;
  const day = dosDate & 31;
  const time = Date.UTC(
    1980 + (dosDate >> 9),
    month - 1,
    day,
    dosTime >> 11,
    (dosTime >> 5) & 63,
    (dosTime & 31) * 2,
  );
  return month === 0 || month > 12 || day === 0 ? undefined : new Date(time).toISOString();
}
