import { type Box, boxesIn, freeBox } from "./boxes.js";
import { ByteReader } from "./bytes.js";

const FOLDERS = new Set("moov trak mdia minf stbl edts dinf mvex moof traf tref".split(" "));
/** Titles, devices, dates, places, previews, and space in which an earlier one may have been left. */
const TALK = new Set("udta meta uuid free skip meco pnot PICT ID32".split(" "));
const SAMPLE_TALK = new Set("mebx gpmd camm djmd mett urim metx".split(" "));
/** Boxes in boxes; real files are seven deep. */
const DEEPEST = 16;

/**
 * Takes off, in place and without moving a byte, what the description of a film or sound says besides how to play
 * it. Returns whether a track remains that describes what was filmed, such as places: its data lies among that of
 * the picture.
 * Source: ISO/IEC 14496-12 §8; QuickTime File Format, "User Data Atoms" and "Metadata".
 */
export function scrubMovie(bytes: Uint8Array, from = 0, to: number = bytes.length): boolean {
  return scrub(new ByteReader(bytes), from, to, 0);
}

function scrub(reader: ByteReader, from: number, to: number, depth: number): boolean {
  let talks = false;
  for (const box of boxesIn(reader, from, to)) {
    if (TALK.has(box.type)) freeBox(reader.bytes, box);
    else if (FOLDERS.has(box.type) && depth < DEEPEST)
      talks = scrub(reader, box.content, box.end, depth + 1) || talks;
    else if (FOLDERS.has(box.type)) freeBox(reader.bytes, box);
    else talks = describesPlaces(reader, box) || talks;
  }
  return talks;
}

function describesPlaces(reader: ByteReader, box: Box): boolean {
  if (box.type === "hdlr") return reader.ascii(box.content + 8, 4) === "meta";
  if (box.type !== "stsd") return false;
  for (const entry of boxesIn(reader, box.content + 8, box.end)) if (SAMPLE_TALK.has(entry.type)) return true;
  return false;
}
