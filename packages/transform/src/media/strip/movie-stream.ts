import type { Bytes } from "../../source.js";
import { BOX_HEADER, boxHeader, writeType } from "./boxes.js";
import { ByteReader, copyOf, joinBytes } from "./bytes.js";
import { bothTracks, NO_TRACKS, scrubMovie } from "./movie.js";

/** Boxes at the top of a file that playing it needs; all others are made free space. */
const NEEDED = new Set("ftyp styp sidx ssix mdat imda moov moof mfra pdin prft wide".split(" "));
const SCRUBBED = new Set(["moov", "moof"]);
/** The largest description that is held in memory: that of a film of days. */
const LARGEST = 64 * 1024 * 1024;
const ZEROS = new Uint8Array(1 << 16);

/** Whether {@link movieStream} can take metadata off files of a type. */
export function isMovie(mediaType: string): boolean {
  return mediaType === "video/mp4" || mediaType === "video/quicktime" || mediaType === "audio/mp4";
}

/**
 * An MP4 or QuickTime file on its way, without what it says of itself: titles, devices, dates, places. Not a byte
 * moves, so nothing is encoded anew and no table in it has to change; only its description is held in memory.
 * Whatever follows the last box goes. `onKept` hears, once at most, that some of it could not be taken off, and
 * `onSilent` that it is a picture without a sound, as servers make of moving GIFs.
 */
export async function* movieStream(
  bytes: Bytes,
  onKept: () => void,
  onSilent: () => void = () => {},
): AsyncGenerator<Uint8Array> {
  const source = new Chunks(bytes);
  let isKept = false;
  let tracks = NO_TRACKS;
  try {
    for (;;) {
      const head = await source.peek(BOX_HEADER);
      const header = head.length < 8 ? null : boxHeader(new ByteReader(head), 0);
      if (header === null) return;
      const { type, length } = header;
      const size = header.size ?? Number.POSITIVE_INFINITY;
      if (SCRUBBED.has(type) && size <= LARGEST) {
        const box = copyOf(await source.take(size));
        tracks = bothTracks(tracks, scrubMovie(box));
        yield box;
      } else if (NEEDED.has(type)) {
        // A description too large to be held, or without an end, goes by as it is.
        if (SCRUBBED.has(type)) isKept = true;
        yield* source.pass(size);
      } else {
        const start = copyOf(await source.take(Math.min(length, size)));
        writeType(start, 4, "free");
        yield start;
        for await (const chunk of source.pass(size - length)) {
          for (let at = 0; at < chunk.length; at += ZEROS.length) yield ZEROS.subarray(0, chunk.length - at);
        }
      }
    }
  } finally {
    await source.close();
    if (isKept || tracks.describes) onKept();
    if (!isKept && tracks.picture && !tracks.sound) onSilent();
  }
}

/** Reads a stream by numbers of bytes. */
class Chunks {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);

  constructor(bytes: Bytes) {
    this.#source = bytes[Symbol.asyncIterator]();
  }

  /** The next so many bytes, or fewer at the end; they stay to be read. */
  async peek(count: number): Promise<Uint8Array> {
    const parts = [this.#held];
    let length = this.#held.length;
    while (length < count) {
      const next = await this.#source.next();
      if (next.done === true) break;
      // A source may use its buffer again.
      parts.push(copyOf(next.value));
      length += next.value.length;
    }
    if (parts.length > 1) this.#held = joinBytes(parts);
    return this.#held.subarray(0, count);
  }

  async take(count: number): Promise<Uint8Array> {
    const taken = await this.peek(count);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }

  /** The next so many bytes, piece by piece. */
  async *pass(count: number): AsyncGenerator<Uint8Array> {
    let left = count;
    while (left > 0) {
      if (this.#held.length > 0) {
        const piece = this.#held.subarray(0, Math.min(left, this.#held.length));
        this.#held = this.#held.subarray(piece.length);
        left -= piece.length;
        yield piece;
        continue;
      }
      const next = await this.#source.next();
      if (next.done === true) return;
      // What is more than is asked for stays while the source may use its buffer again.
      this.#held = next.value.length > left ? copyOf(next.value) : next.value;
    }
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
