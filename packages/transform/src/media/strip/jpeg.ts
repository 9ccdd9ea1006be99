import { ByteReader, joinBytes } from "./bytes.js";
import { orientationOf, orientationTiff } from "./orientation.js";
import type { StrippedImage } from "./stripped-image.js";

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;
const EXIF = "Exif\0\0";

/**
 * A JPEG without metadata, its picture untouched. Kept are JFIF, the colour profile, Adobe's colour mark and how
 * the camera was held; EXIF, XMP, IPTC, comments, maker's marks, embedded previews and whatever follows the
 * picture's end go. `null` for what is no JPEG.
 * Source: ITU-T T.81 Annex B.
 */
export function stripJpeg(bytes: Uint8Array): StrippedImage | null {
  const reader = new ByteReader(bytes);
  if (reader.u16be(0) !== 0xff00 + SOI) return null;
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  let at = 2;
  while (at + 4 <= reader.length) {
    if (reader.u8(at) !== 0xff) return null;
    const marker = reader.u8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) break;
    const length = reader.u16be(at + 2);
    if (length < 2) return null;
    const end = at + 2 + length;
    const segment = bytes.subarray(at, end);
    if (isFrame(marker)) size = { width: reader.u16be(at + 7), height: reader.u16be(at + 5) };
    if (marker === APP1 && reader.ascii(at + 4, 6) === EXIF) {
      orientation = orientationOf(bytes.subarray(at + 10, end));
    }
    if (isKept(marker, reader, at)) parts.push(segment);
    at = marker === SOS ? endOfScan(reader, end) : end;
    if (marker === SOS) parts.push(bytes.subarray(end, at));
  }
  if (size === null) return null;
  parts.push(Uint8Array.from([0xff, EOI]));
  if (orientation !== 1) parts.splice(1, 0, exifSegment(orientation));
  const turned = orientation >= 5;
  return {
    bytes: joinBytes(parts),
    width: turned ? size.height : size.width,
    height: turned ? size.width : size.height,
  };
}

/** SOF0 to SOF15 but for the three codes in between that mean tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function isKept(marker: number, reader: ByteReader, at: number): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP0) return reader.ascii(at + 4, 4) === "JFIF";
  if (marker === APP2) return reader.ascii(at + 4, 12) === "ICC_PROFILE\0";
  return marker === APP14 && reader.ascii(at + 4, 5) === "Adobe";
}

/** Coded data runs to the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(reader: ByteReader, from: number): number {
  let at = from;
  for (;;) {
    at = reader.bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= reader.length) return reader.length;
    const next = reader.u8(at + 1);
    if (next === 0xff) at += 1;
    else if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at += 2;
    else return at;
  }
}

function exifSegment(orientation: number): Uint8Array {
  const tiff = orientationTiff(orientation);
  const length = 2 + EXIF.length + tiff.length;
  const name = Uint8Array.from(EXIF, (char) => char.charCodeAt(0));
  return joinBytes([Uint8Array.from([0xff, APP1, length >> 8, length & 0xff]), name, tiff]);
}
