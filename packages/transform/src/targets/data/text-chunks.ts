import type { RunOptions } from "@archive/schema";
import type { PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import type { Bytes } from "../../source.js";
import { progressOf } from "../posts-with-progress.js";
import { TextBuffer } from "./text-buffer.js";

/** Texts as bytes in pieces of some size: a file system is asked once for hundreds of lines. */
export async function* textChunks(texts: AsyncIterable<string>): Bytes {
  const buffer = new TextBuffer();
  for await (const text of texts) {
    const full = buffer.add(text);
    if (full !== null) yield full;
  }
  yield* rest(buffer);
}

/** How a file of posts is written. */
export interface PostFile {
  readonly path: string;
  readonly head?: string;
  /** What stands in the file for a post, and for those before it that have not been written yet. */
  write(post: PublishedPost): string;
  /** What stands in it for those that have not been written at the end. */
  end?(): string;
}

/**
 * The posts of a selection, oldest first, as the bytes of a file. One generator for all of it: handed on from one to
 * the next, a hundred thousand posts would spend more time between them than in them.
 */
export async function* postChunks(selection: Selection, file: PostFile, run: RunOptions): Bytes {
  const buffer = new TextBuffer();
  const count = progressOf(file.path, run);
  buffer.add(file.head ?? "");
  for await (const post of selection.posts("oldest")) {
    count();
    const full = buffer.add(file.write(post));
    if (full !== null) yield full;
  }
  const full = buffer.add(file.end?.() ?? "");
  if (full !== null) yield full;
  yield* rest(buffer);
}

function* rest(buffer: TextBuffer): Generator<Uint8Array> {
  const last = buffer.take();
  if (last.length > 0) yield last;
}
