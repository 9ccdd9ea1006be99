import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { TextStream } from "./io.js";

/** Characters that are written at once. */
const PIECE = 1 << 16;

/**
 * Writes a text of any length as fast as it is taken. Where nobody takes it any more (`ap-archive query … | head`) the
 * rest is not made, and nothing is said.
 */
export async function printPieces(pieces: Iterable<string>, stream: TextStream): Promise<void> {
  try {
    await pipeline(Readable.from(larger(pieces)), stream, { end: false });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EPIPE") return;
    throw error;
  }
}

function* larger(pieces: Iterable<string>): Generator<string> {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}
