import type { Bytes } from "../source.js";
import { describesItself } from "./kept-metadata.js";
import { openMedia, readPicture } from "./media-copy.js";
import { SNIFF_BYTES, sniffMedia } from "./sniff.js";
import { ByteReader, copyOf, joinBytes } from "./strip/bytes.js";
import { isMovie, movieStream } from "./strip/movie-stream.js";
import { canStrip } from "./strip/strip.js";

/** What a media file says besides what it shows. */
export interface MediaTalk {
  /** Cameras, dates, names, previews, places: anything that is taken off before a file is published. */
  readonly metadata: boolean;
  /** Where it was made. */
  readonly place: boolean;
}

const SILENT: MediaTalk = { metadata: false, place: false };
/** Tag of the directory of places in TIFF, and the tag of a latitude in that. Source: Exif 2.32 §4.6.3, §4.6.6. */
const [GPS, LATITUDE] = [0x8825, 2];
const PLACES_IN_FILMS = [marks("\u00a9xyz"), marks("loci"), marks("location.ISO6709")];
const PLACE_IN_XMP = marks("GPSLatitude");

/** Looks for metadata in a picture, film or sound; other files have none that is known here. */
export async function mediaTalk(bytes: Bytes): Promise<MediaTalk> {
  const opened = await openMedia(bytes);
  const { start, rest } = opened;
  try {
    const mediaType = (await sniffMedia(start.subarray(0, SNIFF_BYTES)))?.mediaType ?? null;
    if (mediaType === null) return SILENT;
    if (isMovie(mediaType)) return await movieTalk(start, rest);
    if (!canStrip(mediaType)) return { metadata: describesItself(start, mediaType), place: false };
    const kept: Uint8Array[] = [];
    const picture = await readPicture({ start: keep(start, kept), rest: keeping(rest, kept) }, mediaType);
    const whole = joinBytes(kept);
    // What can't be read can't be told; its bytes are searched all the same.
    const place = holdsPlace(whole);
    return { metadata: place || (picture !== null && !equal(picture.bytes, whole)), place };
  } finally {
    await rest.return?.();
  }
}

function keep(bytes: Uint8Array, kept: Uint8Array[]): Uint8Array {
  kept.push(copyOf(bytes));
  return bytes;
}

function keeping(source: AsyncIterator<Uint8Array>, kept: Uint8Array[]): AsyncIterator<Uint8Array> {
  return {
    async next() {
      const step = await source.next();
      if (step.done !== true) keep(step.value, kept);
      return step;
    },
  };
}

/** What differs between a film and the same film without its metadata is metadata. */
async function movieTalk(start: Uint8Array, rest: AsyncIterator<Uint8Array>): Promise<MediaTalk> {
  let held = new Uint8Array(0);
  async function* input(): AsyncGenerator<Uint8Array> {
    for (let chunk = start; ; ) {
      held = new Uint8Array(joinBytes([held, chunk]));
      yield chunk;
      const step = await rest.next();
      if (step.done === true) return;
      chunk = step.value;
    }
  }
  let [metadata, place] = [false, false];
  const onKept = (): void => {
    metadata = true;
  };
  for await (const chunk of movieStream(input(), onKept)) {
    const same = held.subarray(0, chunk.length);
    if (!equal(chunk, same)) {
      metadata = true;
      place ||= PLACES_IN_FILMS.some((mark) => indexOf(same, mark) !== -1);
    }
    held = held.slice(chunk.length);
  }
  return { metadata, place };
}

/** Whether EXIF data or XMP in a picture tell a latitude. */
function holdsPlace(bytes: Uint8Array): boolean {
  for (const order of ["II*\0", "MM\0*"]) {
    const mark = marks(order);
    for (let at = indexOf(bytes, mark); at !== -1; at = indexOf(bytes, mark, at + 1))
      if (tiffHoldsPlace(new ByteReader(bytes.subarray(at, at + 0x1_0000)), order === "II*\0")) return true;
  }
  return indexOf(bytes, PLACE_IN_XMP) !== -1;
}

function tiffHoldsPlace(reader: ByteReader, little: boolean): boolean {
  const u16 = (at: number): number => (little ? reader.u16le(at) : reader.u16be(at));
  const u32 = (at: number): number => (little ? reader.u32le(at) : reader.u32be(at));
  const find = (directory: number, tag: number): number | null => {
    const entries = Math.min(u16(directory), 512);
    for (let entry = 0; entry < entries; entry += 1) {
      const at = directory + 2 + 12 * entry;
      if (u16(at) === tag) return at;
    }
    return null;
  };
  const pointer = find(u32(4), GPS);
  return pointer !== null && find(u32(pointer + 8), LATITUDE) !== null;
}

function marks(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function indexOf(bytes: Uint8Array, mark: Uint8Array, from = 0): number {
  const first = mark[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (mark.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
