import type { ByteReader } from "./bytes.js";

/** A box of the ISO base media file format: MP4, QuickTime, AVIF. */
export interface Box {
  readonly type: string;
  readonly start: number;
  /** Where its content begins. */
  readonly content: number;
  readonly end: number;
}

/** What can be told from the first bytes of a box. */
export interface BoxHeader {
  readonly type: string;
  /** Of size and type, in bytes. */
  readonly length: number;
  /** Of the whole box; `null` for one that goes on to the end of the file. */
  readonly size: number | null;
}

/** Bytes that suffice for {@link boxHeader}. */
export const BOX_HEADER = 16;

/** Reads size and type; `null` for what can be no box. Source: ISO/IEC 14496-12 §4.2. */
export function boxHeader(reader: ByteReader, at: number): BoxHeader | null {
  const type = reader.ascii(at + 4, 4);
  const size = reader.u32be(at);
  if (size === 0) return { type, length: 8, size: null };
  const isLarge = size === 1;
  const length = isLarge ? 16 : 8;
  const whole = isLarge ? reader.u32be(at + 8) * 2 ** 32 + reader.u32be(at + 12) : size;
  return whole < length || !Number.isSafeInteger(whole) ? null : { type, length, size: whole };
}

/** The boxes between two places; the last one may be cut. Ends at what is no box. */
export function* boxesIn(reader: ByteReader, from: number, to: number): Generator<Box> {
  for (let at = from; at + 8 <= to; ) {
    const header = boxHeader(reader, at);
    if (header === null) return;
    const end = header.size === null ? to : Math.min(to, at + header.size);
    yield { type: header.type, start: at, content: Math.min(end, at + header.length), end };
    at = end;
  }
}

/** Turns a box into free space of the same size, so that nothing else in the file has to move. */
export function freeBox(bytes: Uint8Array, box: Box): void {
  writeType(bytes, box.start + 4, "free");
  bytes.fill(0, box.content, box.end);
}

/** Writes four characters. */
export function writeType(bytes: Uint8Array, at: number, type: string): void {
  for (let index = 0; index < 4; index += 1) bytes[at + index] = type.charCodeAt(index);
}
