import { ByteReader } from "./bytes.js";

const ORIENTATION = 0x0112;

/**
 * How a camera was held, from the TIFF block of EXIF data: 2 to 8, or 1 when upright or not told.
 * Source: TIFF 6.0 §2 and Exif 2.32 §4.6.4, tag 0x0112.
 */
export function orientationOf(tiff: Uint8Array): number {
  const reader = new ByteReader(tiff);
  const order = reader.ascii(0, 2);
  if (order !== "II" && order !== "MM") return 1;
  const little = order === "II";
  const u16 = (at: number): number => (little ? reader.u16le(at) : reader.u16be(at));
  const directory = little ? reader.u32le(4) : reader.u32be(4);
  const entries = Math.min(u16(directory), 512);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + 12 * entry;
    if (u16(at) === ORIENTATION) {
      const value = u16(at + 8);
      return value >= 2 && value <= 8 ? value : 1;
    }
  }
  return 1;
}

/** The smallest TIFF block that says how the camera was held and nothing else. */
export function orientationTiff(orientation: number): Uint8Array {
  return Uint8Array.from([
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8], // big-endian, first directory at byte 8
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0], // one entry: a short
    ...[0, 0, 0, 0], // no further directory
  ]);
}
