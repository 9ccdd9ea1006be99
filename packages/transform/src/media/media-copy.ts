import type { Bytes } from "../source.js";
import { SNIFF_BYTES } from "./sniff.js";
import { copyOf, joinBytes } from "./strip/bytes.js";
import { stripImage } from "./strip/strip.js";
import type { StrippedImage } from "./strip/stripped-image.js";

/** The largest picture that is held in memory to take its metadata off; servers refuse far smaller ones. */
const LARGEST_IMAGE = 64 * 1024 * 1024;

/** A file that is being read: enough of its start to tell its type, and what comes after that. */
export interface OpenedMedia {
  readonly start: Uint8Array;
  readonly rest: AsyncIterator<Uint8Array>;
}

/** Reads the start of a file. */
export async function openMedia(bytes: Bytes): Promise<OpenedMedia> {
  const rest = bytes[Symbol.asyncIterator]();
  let start: Uint8Array = new Uint8Array(0);
  while (start.length < SNIFF_BYTES) {
    const next = await rest.next();
    if (next.done === true) break;
    start = joinBytes([start, next.value]);
  }
  return { start, rest };
}

/** A picture without its metadata; `null` when it is too large or can't be read as its type. */
export async function readPicture(
  { start, rest }: OpenedMedia,
  mediaType: string,
): Promise<StrippedImage | null> {
  const parts = [start];
  let length = start.length;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    // A source may use its buffer again.
    parts.push(copyOf(next.value));
    length += next.value.length;
    if (length > LARGEST_IMAGE) return null;
  }
  return stripImage(joinBytes(parts), mediaType);
}

/** The whole file again, piece by piece. */
export async function* wholeFile({ start, rest }: OpenedMedia): AsyncGenerator<Uint8Array> {
  try {
    yield start;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Counts the bytes of a stream as they pass. */
export class CountedBytes {
  count = 0;
  readonly #bytes: Bytes;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  async *read(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#bytes) {
      this.count += chunk.length;
      yield chunk;
    }
  }
}
