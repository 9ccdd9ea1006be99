import { firstNonZero } from "./bytes-behind.js";

/** Bytes of a block: headers are one, data are padded to whole ones. */
export const BLOCK = 512;

/** What a header of a tar announces. */
export type TarKind =
  | "file"
  | "folder"
  | "link"
  | "pax"
  | "global-pax"
  | "long-name"
  | "other-name"
  | "unsupported";

/** One header block, its numbers read. */
export interface TarHeader {
  readonly kind: TarKind;
  readonly rawName: Uint8Array;
  /** Bytes of data that follow it; 0 where its kind has none, whatever it says. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly modified: number | null;
  /** More blocks of a sparse file's map stand before the data (GNU). */
  readonly extended: boolean;
}

const LINE_END = 0x0a;
const CHECKSUM = { start: 148, end: 156 } as const;

/** Bytes up to the first NUL. */
function text(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

const OCTAL = /^[ \0]*([0-7]*)(?:[ \0]|$)/;

/** A number in octal digits or, where the first bit is set, in base 256 (GNU); null when it is neither. */
function numberIn(field: Uint8Array): number | null {
  const first = field[0] ?? 0;
  if ((first & 0x80) !== 0) {
    // 0xff begins a negative one.
    if (first !== 0x80) return null;
    let value = 0;
    for (const byte of field.subarray(1)) value = value * 256 + byte;
    return Number.isSafeInteger(value) ? value : null;
  }
  const digits = OCTAL.exec(String.fromCharCode(...field))?.[1];
  if (digits === undefined) return null;
  return digits === "" ? 0 : Number.parseInt(digits, 8);
}

/** Sums as unsigned bytes, and as signed ones, which some old programs took. */
function checksumFits(block: Uint8Array): boolean {
  const claimed = numberIn(block.subarray(CHECKSUM.start, CHECKSUM.end));
  let unsigned = 8 * 0x20;
  let signed = unsigned;
  for (let at = 0; at < BLOCK; at += 1) {
    if (at >= CHECKSUM.start && at < CHECKSUM.end) continue;
    const byte = block[at] ?? 0;
    unsigned += byte;
    signed += byte < 128 ? byte : byte - 256;
  }
  return claimed === unsigned || claimed === signed;
}

const KINDS: Readonly<Record<string, TarKind>> = {
  "\0": "file",
  "0": "file",
  "7": "file",
  "1": "link",
  "2": "link",
  "3": "link",
  "4": "link",
  "5": "folder",
  "6": "link",
  x: "pax",
  g: "global-pax",
  L: "long-name",
  // The long target of a link.
  K: "other-name",
};

/** Reads a header block; null when it is none: its checksum or its size are wrong. */
export function tarHeaderOf(block: Uint8Array): TarHeader | null {
  if (block.length < BLOCK || !checksumFits(block)) return null;
  const size = numberIn(block.subarray(124, 136));
  if (size === null) return null;
  const type = String.fromCharCode(block[156] ?? 0);
  const kind = KINDS[type] ?? "unsupported";
  // GNU's own magic ends in spaces; in its headers other things stand in the place of the prefix.
  const isUstar = String.fromCharCode(...block.subarray(257, 263)) === "ustar\0";
  const prefix = isUstar ? text(block.subarray(345, 500)) : new Uint8Array();
  const short = text(block.subarray(0, 100));
  const rawName = new Uint8Array(prefix.length === 0 ? short.length : prefix.length + 1 + short.length);
  if (prefix.length > 0) {
    rawName.set(prefix);
    rawName[prefix.length] = 0x2f;
  }
  rawName.set(short, rawName.length - short.length);
  return {
    kind,
    rawName,
    size: kind === "link" || kind === "folder" ? 0 : size,
    modified: numberIn(block.subarray(136, 148)),
    extended: type === "S" && block[482] === 1,
  };
}

/** What a pax header holds. */
export interface PaxHeader {
  /** Keys, with their values as bytes. */
  readonly records: ReadonlyMap<string, Uint8Array>;
  /** Whether all of it are records; what follows a malformed one is passed over. */
  readonly sound: boolean;
}

const LENGTH = /^[0-9]+$/;

/** Reads a pax header: records `length key=value` that each end a line, and perhaps zeros. */
export function paxHeaderOf(bytes: Uint8Array): PaxHeader {
  const records = new Map<string, Uint8Array>();
  const latin1 = new TextDecoder("latin1");
  let at = 0;
  while (at < bytes.length) {
    const space = bytes.indexOf(0x20, at);
    const digits = space < 0 ? "" : latin1.decode(bytes.subarray(at, Math.min(space, at + 16)));
    const end = at + (LENGTH.test(digits) ? Number(digits) : Number.NaN);
    const equals = bytes.indexOf(0x3d, space);
    // Also false where there is no length.
    const isRecord = space < end && equals > space && equals < end && bytes[end - 1] === LINE_END;
    if (!isRecord) return { records, sound: firstNonZero(bytes.subarray(at)) < 0 };
    records.set(latin1.decode(bytes.subarray(space + 1, equals)), bytes.slice(equals + 1, end - 1));
    at = end;
  }
  return { records, sound: true };
}

const DECIMAL = /^-?\d+(?:\.\d*)?$/;

/**
 * A number of a pax record; null when there is none, or an empty one, which means the same. NaN for what is no decimal
 * number: each program makes something else of that.
 */
export function paxNumber(records: ReadonlyMap<string, Uint8Array>, key: string): number | null {
  const value = records.get(key);
  if (value === undefined || value.length === 0) return null;
  const text = new TextDecoder("latin1").decode(value);
  return DECIMAL.test(text) ? Number(text) : Number.NaN;
}
