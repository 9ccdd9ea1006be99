import { type Box, boxesIn, freeBox } from "./boxes.js";
import { ByteReader } from "./bytes.js";

const FOLDERS = new Set("moov trak mdia minf stbl edts dinf mvex moof traf tref".split(" "));
/** Titles, devices, dates, places, previews, and space in which an earlier one may have been left. */
const TALK = new Set("udta meta uuid free skip meco pnot PICT ID32".split(" "));
const SAMPLE_TALK = new Set("mebx gpmd camm djmd mett urim metx".split(" "));
/** Boxes in boxes; real files are seven deep. */
const DEEPEST = 16;

/** What the tracks of a film or sound are. */
export interface MovieTracks {
  /** One describes what was filmed, such as places: its data lies among that of the picture. */
  readonly describes: boolean;
  readonly picture: boolean;
  readonly sound: boolean;
}

/** Of a file of which nothing is known yet. */
export const NO_TRACKS: MovieTracks = { describes: false, picture: false, sound: false };

/**
 * Takes off, in place and without moving a byte, what the description of a film or sound says besides how to play
 * it. Returns the tracks that remain.
 * Source: ISO/IEC 14496-12 §8; QuickTime File Format, "User Data Atoms" and "Metadata".
 */
export function scrubMovie(bytes: Uint8Array, from = 0, to: number = bytes.length): MovieTracks {
  return scrub(new ByteReader(bytes), from, to, 0);
}

function scrub(reader: ByteReader, from: number, to: number, depth: number): MovieTracks {
  let tracks = NO_TRACKS;
  for (const box of boxesIn(reader, from, to)) {
    if (TALK.has(box.type)) freeBox(reader.bytes, box);
    else if (FOLDERS.has(box.type) && depth < DEEPEST)
      tracks = bothTracks(tracks, scrub(reader, box.content, box.end, depth + 1));
    else if (FOLDERS.has(box.type)) freeBox(reader.bytes, box);
    else if (box.type === "hdlr") tracks = bothTracks(tracks, handled(reader.ascii(box.content + 8, 4)));
    else if (describesPlaces(reader, box)) tracks = { ...tracks, describes: true };
  }
  return tracks;
}

/** The tracks of two parts of a file. */
export function bothTracks(a: MovieTracks, b: MovieTracks): MovieTracks {
  return {
    describes: a.describes || b.describes,
    picture: a.picture || b.picture,
    sound: a.sound || b.sound,
  };
}

function handled(by: string): MovieTracks {
  return { describes: by === "meta", picture: by === "vide", sound: by === "soun" };
}

function describesPlaces(reader: ByteReader, box: Box): boolean {
  if (box.type !== "stsd") return false;
  for (const entry of boxesIn(reader, box.content + 8, box.end)) if (SAMPLE_TALK.has(entry.type)) return true;
  return false;
}
