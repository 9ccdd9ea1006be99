import { isStream, joinBytes, LazyContent, toBytes } from "../sinks/content.js";
import type { Bytes } from "../source.js";
import type { OutputFile } from "../targets/target.js";

/** Streams up to this size are read into memory, so that containers can say how long they are. */
const MEMORY = 8 << 20;

/** Content whose size is known, or a stream that is too large to be held. */
export type Gathered =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "stream"; readonly stream: Bytes };

/**
 * Reads content into memory unless it is large. The stream of a large one begins at its beginning. What is made in one
 * piece is put into the space, if there is one and it fits.
 */
export async function gather(
  content: OutputFile["content"],
  space: Uint8Array | null = null,
): Promise<Gathered> {
  if (!isStream(content)) return { kind: "bytes", bytes: toBytes(content) };
  if (content instanceof LazyContent) return { kind: "bytes", bytes: await content.bytes(space) };
  const chunks: Uint8Array[] = [];
  let size = 0;
  const rest = content[Symbol.asyncIterator]();
  for (let step = await rest.next(); step.done !== true; step = await rest.next()) {
    chunks.push(step.value);
    size += step.value.length;
    if (size > MEMORY) return { kind: "stream", stream: resume(chunks, rest) };
  }
  return { kind: "bytes", bytes: joinBytes(chunks) };
}

async function* resume(chunks: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): Bytes {
  try {
    yield* chunks;
    for (let step = await rest.next(); step.done !== true; step = await rest.next()) yield step.value;
  } finally {
    await rest.return?.();
  }
}
