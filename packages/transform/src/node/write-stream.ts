import { createHash } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import type { Bytes } from "../source.js";

/** Writes a stream to a file that is not there yet, and tells its SHA-256 in hex and its size. */
export async function writeStream(
  to: string,
  stream: Bytes,
): Promise<{ readonly hash: string; readonly size: number }> {
  const sha256 = createHash("sha256");
  let size = 0;
  const fd = openSync(to, "wx");
  try {
    for await (const chunk of stream) {
      sha256.update(chunk);
      size += chunk.length;
      for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at);
    }
  } finally {
    closeSync(fd);
  }
  return { hash: sha256.digest("hex"), size };
}
