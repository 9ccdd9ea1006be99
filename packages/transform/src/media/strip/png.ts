import { ByteReader, joinBytes } from "./bytes.js";
import type { StrippedImage } from "./stripped-image.js";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

// What changes how the picture looks; text, times, EXIF and private chunks do not.
const KEPT = new Set(
  "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT".split(" "),
);

/**
 * A PNG without metadata, its picture and animation untouched; whatever follows its end goes too. `null` for
 * what is no PNG.
 * Source: PNG (Third Edition) §5 and §11.
 */
export function stripPng(bytes: Uint8Array): StrippedImage | null {
  const reader = new ByteReader(bytes);
  if (SIGNATURE.some((byte, at) => reader.u8(at) !== byte) || reader.ascii(12, 4) !== "IHDR") return null;
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 8 <= reader.length) {
    const length = reader.u32be(at);
    const type = reader.ascii(at + 4, 4);
    const end = at + 12 + length;
    if (KEPT.has(type)) parts.push(bytes.subarray(at, end));
    if (type === "IEND") break;
    at = end;
  }
  return { bytes: joinBytes(parts), width: reader.u32be(16), height: reader.u32be(20) };
}
