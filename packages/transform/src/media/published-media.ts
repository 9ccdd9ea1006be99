import { diagnostic, type RunOptions } from "@archive/schema";
import type { Library, LibraryMedia } from "../library/library.js";
import type { PublishedMedia } from "../select/selection.js";
import type { ArchiveSource, Bytes, SourceMedia } from "../source.js";
import { SNIFF_BYTES, sniffMedia } from "./sniff.js";
import { joinBytes } from "./strip/bytes.js";
import { canStrip, stripImage } from "./strip/strip.js";

/** The largest picture that is held in memory to take its metadata off; servers refuse far smaller ones. */
const LARGEST_IMAGE = 64 * 1024 * 1024;

/**
 * Copies of the files that selected posts refer to, in the archive's own order and in one pass. A file's name
 * in the output is a hash, its extension that of its sniffed type. What is of no allowed type is left out, and
 * so is a picture of which metadata can't be taken off.
 */
export async function* publishedMedia(
  source: ArchiveSource,
  library: Library,
  run: RunOptions,
): AsyncGenerator<PublishedMedia> {
  const wanted = new Map<string, LibraryMedia & { readonly file: SourceMedia }>();
  for (const media of library.scanMedia()) {
    if (media.file !== null) wanted.set(media.file.path, { ...media, file: media.file });
  }
  const files = [...wanted.values()].map((media) => media.file);
  for await (const { file, bytes } of source.readMedia(files, run)) {
    const media = wanted.get(file.path);
    if (media === undefined) continue;
    const { start, rest } = await peek(bytes);
    const type = await sniffMedia(start);
    if (type === null) {
      await rest.return?.();
      run.onDiagnostic?.(diagnostic("media/not-allowed", { file: file.path }));
      continue;
    }
    const copy = canStrip(type.mediaType)
      ? await stripped(start, rest, type.mediaType)
      : streamed(start, rest);
    if (copy === null) {
      await rest.return?.();
      run.onDiagnostic?.(diagnostic("media/unreadable", { file: file.path }));
      continue;
    }
    const name = `${media.key}.${type.extension}`;
    yield { key: media.key, name, mediaType: type.mediaType, bytes: copy.bytes };
    const { width, height } = copy;
    const output = { name, mediaType: type.mediaType, bytes: copy.count(), width, height };
    library.putMedia({ ...media, output });
  }
}

interface Copy {
  readonly bytes: Bytes;
  readonly width: number | null;
  readonly height: number | null;
  /** How many bytes went out, once all were read. */
  count(): number;
}

/** The first bytes of a stream, enough to tell its type, and what comes after them. */
async function peek(bytes: Bytes): Promise<{ start: Uint8Array; rest: AsyncIterator<Uint8Array> }> {
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
async function stripped(
  start: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  mediaType: string,
): Promise<Copy | null> {
  const parts = [start];
  let length = start.length;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    // A source may use its buffer again.
    parts.push(next.value.slice());
    length += next.value.length;
    if (length > LARGEST_IMAGE) return null;
  }
  const image = stripImage(joinBytes(parts), mediaType);
  if (image === null) return null;
  async function* bytes(picture: Uint8Array): AsyncGenerator<Uint8Array> {
    yield picture;
  }
  const { width, height } = image;
  return { bytes: bytes(image.bytes), width, height, count: () => image.bytes.length };
}

function streamed(start: Uint8Array, rest: AsyncIterator<Uint8Array>): Copy {
  let count = 0;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      count += start.length;
      yield start;
      for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
        count += next.value.length;
        yield next.value;
      }
    } finally {
      await rest.return?.();
    }
  }
  return { bytes: bytes(), width: null, height: null, count: () => count };
}
