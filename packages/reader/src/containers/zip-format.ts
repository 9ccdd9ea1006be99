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
  /** The raw name where it was read, for who looks at a hundred thousand: a view of each costs more than the look. */
  readonly nameIn: Uint8Array;
  readonly nameStart: number;
  readonly nameLength: number;
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
  /** On which disk of a split zip it begins: 0 where there is but one, and where it is not known. */
  readonly disk: number;
  /** Unix mode, where the packing system wrote one. */
  readonly mode: number | null;
  /** The source ends within its data; it has been reported. */
  readonly cut: boolean;
}

/** Whether a record's raw name is the one that stands at `at` in these bytes. */
export function hasName(
  { nameIn, nameStart, nameLength }: ZipRecord,
  bytes: Uint8Array,
  at: number,
  length: number,
): boolean {
  if (length !== nameLength || at + length > bytes.length) return false;
  for (let index = 0; index < length; index += 1) {
    if (bytes[at + index] !== nameIn[nameStart + index]) return false;
  }
  return true;
}

/** Extra fields (APPNOTE 4.5): sizes and places of 64 bits, and the name in UTF-8. */
export const ZIP64 = 0x0001;
export const UNICODE_PATH = 0x7075;

/** The contents of the extra fields of this id, in their order. Ends quietly where the lengths lie. */
export function extraFields(extra: Uint8Array, id: number): readonly Uint8Array[] {
  const u16 = (at: number): number => (extra[at] ?? 0) | ((extra[at + 1] ?? 0) << 8);
  const found: Uint8Array[] = [];
  let at = 0;
  while (at + 4 <= extra.length) {
    const end = at + 4 + u16(at + 2);
    if (u16(at) === id && end <= extra.length) found.push(extra.subarray(at + 4, end));
    at = end;
  }
  return found;
}

/** Whether there is an extra field that holds a name. */
export function givesNames(extra: Uint8Array): boolean {
  return extra.length > 0 && extraFields(extra, UNICODE_PATH).length > 0;
}

/** The content of the first extra field of this id, or null. */
export function extraField(extra: Uint8Array, id: number): Uint8Array | null {
  return extraFields(extra, id)[0] ?? null;
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
