import type { Bytes } from "../source.js";
import type { OutputFile } from "../targets/target.js";

const encoder = new TextEncoder();

/** Whether content has yet to be pulled. */
export function isStream(content: OutputFile["content"]): content is Bytes {
  return typeof content !== "string" && !(content instanceof Uint8Array);
}

/**
 * Content that is made in one piece when it is pulled, and not before. Any other stream is as good; this one is told
 * without the steps of an iterator, which for small files are a part of the work that shows.
 */
export class LazyContent implements Bytes {
  readonly #make: (space: Uint8Array | null) => string | Uint8Array | Promise<string | Uint8Array>;

  constructor(make: (space: Uint8Array | null) => string | Uint8Array | Promise<string | Uint8Array>) {
    this.#make = make;
  }

  /** All of it, made anew by each call: at the beginning of the space if there is one and it is large enough. */
  async bytes(space: Uint8Array | null = null): Promise<Uint8Array> {
    const made = await this.#make(space);
    return typeof made === "string" && space !== null ? bytesIn(space, made) : toBytes(made);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    yield await this.bytes();
  }
}

/** Any content as a stream. */
export function toStream(content: OutputFile["content"]): Bytes {
  return isStream(content) ? content : inOnePiece(content);
}

async function* inOnePiece(content: string | Uint8Array): Bytes {
  yield toBytes(content);
}

/** Content that is in memory as bytes; text becomes UTF-8. */
export function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? encoder.encode(content) : content;
}

/** A text as UTF-8 at the beginning of a space, or in an array of its own where that is too small. */
function bytesIn(space: Uint8Array, text: string): Uint8Array {
  if (text.length > space.length) return encoder.encode(text);
  const { read, written } = encoder.encodeInto(text, space);
  return read === text.length ? space.subarray(0, written) : encoder.encode(text);
}

/** All bytes of a stream in one array. */
export async function collectBytes(bytes: Bytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return joinBytes(chunks);
}

/** Several chunks in one array. */
export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** Whether two arrays hold the same bytes. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
