import type { Bytes } from "../../source.js";

const CHUNK = 1 << 16;

/** Texts as bytes in pieces of some size: a file system is asked once for hundreds of lines. */
export async function* textChunks(texts: AsyncIterable<string>): Bytes {
  const encoder = new TextEncoder();
  let waiting = "";
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < CHUNK) continue;
    yield encoder.encode(waiting);
    waiting = "";
  }
  if (waiting !== "") yield encoder.encode(waiting);
}
