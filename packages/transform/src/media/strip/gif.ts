import { ByteReader, joinBytes } from "./bytes.js";
import type { StrippedImage } from "./stripped-image.js";

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;
const LOOPS = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);

/**
 * A GIF without metadata, its frames untouched: comments, texts and application data go, but for the two that
 * say how often it loops; whatever follows its end goes too. `null` for what is no GIF.
 * Source: GIF89a §§17–27.
 */
export function stripGif(bytes: Uint8Array): StrippedImage | null {
  const reader = new ByteReader(bytes);
  if (!/^GIF8[79]a$/.test(reader.ascii(0, 6))) return null;
  const flags = reader.u8(10);
  let at = 13 + colourTable(flags);
  const parts: Uint8Array[] = [bytes.subarray(0, at)];
  while (at < reader.length) {
    const block = reader.u8(at);
    if (block === TRAILER) break;
    let end: number;
    if (block === EXTENSION) {
      end = afterSubBlocks(reader, at + 2);
      const label = reader.u8(at + 1);
      const loops = label === APPLICATION && LOOPS.has(reader.ascii(at + 3, 11));
      if (label === GRAPHIC_CONTROL || loops) parts.push(bytes.subarray(at, end));
    } else if (block === IMAGE) {
      end = afterSubBlocks(reader, at + 11 + colourTable(reader.u8(at + 9)));
      parts.push(bytes.subarray(at, end));
    } else return null;
    at = end;
  }
  parts.push(Uint8Array.from([TRAILER]));
  return { bytes: joinBytes(parts), width: reader.u16le(6), height: reader.u16le(8) };
}

function colourTable(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function afterSubBlocks(reader: ByteReader, from: number): number {
  let at = from;
  while (at < reader.length && reader.u8(at) !== 0) at += 1 + reader.u8(at);
  return Math.min(at + 1, reader.length);
}
