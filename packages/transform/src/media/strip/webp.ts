import { ByteReader, copyOf, joinBytes } from "./bytes.js";
import { orientationOf, orientationTiff } from "./orientation.js";
import type { StrippedImage } from "./stripped-image.js";

const KEPT = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
const XMP_FLAG = 0x04;
const EXIF_FLAG = 0x08;

/**
 * A WebP without metadata, its picture and animation untouched; of EXIF only how the camera was held stays.
 * `null` for what is no WebP.
 * Source: RFC 9649 §2.
 */
export function stripWebp(bytes: Uint8Array): StrippedImage | null {
  const reader = new ByteReader(bytes);
  if (reader.ascii(0, 4) !== "RIFF" || reader.ascii(8, 4) !== "WEBP") return null;
  const chunks: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let header: Uint8Array | null = null;
  let orientation = 1;
  const end = Math.min(reader.length, 8 + reader.u32le(4));
  for (let at = 12; at + 8 <= end; ) {
    const type = reader.ascii(at, 4);
    const length = reader.u32le(at + 4);
    // Chunks are padded to an even length.
    const next = at + 8 + length + (length % 2);
    const chunk = copyOf(bytes.subarray(at, Math.min(next, end)));
    if (type === "EXIF") orientation = orientationOf(tiffOf(chunk.subarray(8)));
    if (type === "VP8X") header = chunk;
    if (KEPT.has(type)) chunks.push(chunk);
    size ??= sizeOf(type, reader, at + 8);
    at = next;
  }
  if (size === null) return null;
  if (header !== null) header[8] = (header[8] ?? 0) & ~(XMP_FLAG | EXIF_FLAG);
  if (orientation !== 1 && header !== null) {
    header[8] = (header[8] ?? 0) | EXIF_FLAG;
    chunks.push(exifChunk(orientation));
  }
  const body = joinBytes(chunks);
  const riff = joinBytes([bytes.subarray(0, 12), body]);
  new DataView(riff.buffer).setUint32(4, 4 + body.length, true);
  const turned = orientation >= 5 && header !== null;
  return {
    bytes: riff,
    width: turned ? size.height : size.width,
    height: turned ? size.width : size.height,
  };
}

/** Some programs put JPEG's "Exif" prefix before the TIFF block. */
function tiffOf(exif: Uint8Array): Uint8Array {
  return new ByteReader(exif).ascii(0, 4) === "Exif" ? exif.subarray(6) : exif;
}

function exifChunk(orientation: number): Uint8Array {
  const tiff = orientationTiff(orientation);
  return joinBytes([Uint8Array.from([0x45, 0x58, 0x49, 0x46, tiff.length, 0, 0, 0]), tiff]);
}

function sizeOf(type: string, reader: ByteReader, at: number): { width: number; height: number } | null {
  if (type === "VP8X") {
    const u24 = (from: number): number => reader.u16le(from) + reader.u8(from + 2) * 0x1_0000;
    return { width: 1 + u24(at + 4), height: 1 + u24(at + 7) };
  }
  if (type === "VP8L") {
    const bits = reader.u32le(at + 1);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (type === "VP8 ") return { width: reader.u16le(at + 6) & 0x3fff, height: reader.u16le(at + 8) & 0x3fff };
  return null;
}
