import { sameBytes } from "./find-bytes.js";
import { type LittleEndian, littleEndian } from "./little-endian.js";
import { CENTRAL_BYTES, extraFields, SATURATED, ZIP64, type ZipRecord } from "./zip-format.js";

/** The Zip64 field tells, which other programs don't ask either. */
const UNKNOWN_DISK = 0xffff;
const UNIX = 3;
const DARWIN = 19;

const NOTHING = new Uint8Array();

/** A record that stays in the bytes it was read from: of a hundred thousand, hardly one is looked at twice. */
class CentralRecord implements ZipRecord {
  readonly nameIn: Uint8Array;
  readonly nameLength: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly numbers: LittleEndian;
  readonly at: number;

  constructor(
    bytes: Uint8Array,
    numbers: LittleEndian,
    at: number,
    compressedSize: number,
    size: number,
    offset: number,
  ) {
    this.nameIn = bytes;
    this.nameLength = numbers.u16(at + 28);
    this.compressedSize = compressedSize;
    this.size = size;
    this.offset = offset;
    this.numbers = numbers;
    this.at = at;
  }

  get nameStart(): number {
    return this.at + CENTRAL_BYTES;
  }

  get rawName(): Uint8Array {
    return this.nameIn.subarray(this.nameStart, this.nameStart + this.nameLength);
  }

  get extra(): Uint8Array {
    return extraAt(this.nameIn, this.numbers, this.at);
  }

  get flags(): number {
    return this.numbers.u16(this.at + 8);
  }

  get method(): number {
    return this.numbers.u16(this.at + 10);
  }

  get crc32(): number {
    return this.numbers.u32(this.at + 16);
  }

  get dosTime(): number {
    return this.numbers.u16(this.at + 12);
  }

  get dosDate(): number {
    return this.numbers.u16(this.at + 14);
  }

  get disk(): number {
    const disk = this.numbers.u16(this.at + 34);
    return disk === UNKNOWN_DISK ? 0 : disk;
  }

  get mode(): number | null {
    const system = this.numbers.u16(this.at + 4) >> 8;
    return system === UNIX || system === DARWIN ? this.numbers.u16(this.at + 40) : null;
  }

  get cut(): boolean {
    return false;
  }
}

function extraAt(bytes: Uint8Array, numbers: LittleEndian, at: number): Uint8Array {
  const length = numbers.u16(at + 30);
  const start = at + CENTRAL_BYTES + numbers.u16(at + 28);
  return length === 0 ? NOTHING : bytes.subarray(start, start + length);
}

/**
 * The directory record at `at`, all of which is there; null when its Zip64 field lacks a number that it should have, or
 * there are several that tell different ones.
 */
export function centralRecordIn(
  bytes: Uint8Array,
  numbers: LittleEndian,
  at: number,
  shift: number,
): ZipRecord | null {
  const size = numbers.u32(at + 24);
  const compressedSize = numbers.u32(at + 20);
  const offset = numbers.u32(at + 42);
  if (size !== SATURATED && compressedSize !== SATURATED && offset !== SATURATED) {
    return new CentralRecord(bytes, numbers, at, compressedSize, size, offset + shift);
  }
  const [field = NOTHING, ...others] = extraFields(extraAt(bytes, numbers, at), ZIP64);
  // Of several that differ each program takes the one it likes.
  if (others.some((other) => !sameBytes(other, field))) return null;
  const wide = littleEndian(field);
  let wideAt = 0;
  const next = (narrow: number): number | null => {
    if (narrow !== SATURATED) return narrow;
    wideAt += 8;
    return wideAt <= wide.length ? wide.u64(wideAt - 8) : null;
  };
  const [wideSize, wideCompressed, wideOffset] = [next(size), next(compressedSize), next(offset)];
  if (wideSize === null || wideCompressed === null || wideOffset === null) return null;
  return new CentralRecord(bytes, numbers, at, wideCompressed, wideSize, wideOffset + shift);
}
