import { ArchiveError } from "@archive/schema";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { isStream, toBytes } from "../sinks/content.js";
import type { Bytes } from "../source.js";
import type { OutputFile } from "./target.js";

/** Sizes from here on need Zip64, which is not written. */
const MOST_BYTES = 0xff00_0000;

/** What gets smaller when packed; pictures and films do not. */
const WORTH_PACKING = /\.(?:json|html|md|txt|csv|xml)$/i;

/**
 * Files as one zip, made as it is pulled: for outputs that hold a zip, as importers want it. The same bytes
 * whatever the day and the time zone.
 *
 * @throws ArchiveError `output/unwritable` when it grows beyond 4 GB.
 */
export async function* zipBytes(files: AsyncIterable<OutputFile>): Bytes {
  const made: Uint8Array[] = [];
  let failure: Error | null = null;
  let bytes = 0;
  const zip = new Zip((error, chunk) => {
    // The type says it is always there; on success it is null.
    if (error instanceof Error) failure = error;
    else made.push(chunk);
  });
  function* take(): Generator<Uint8Array> {
    if (failure !== null) throw failure;
    for (const chunk of made.splice(0)) {
      bytes += chunk.length;
      if (chunk.length > 0) yield chunk;
    }
    if (bytes > MOST_BYTES) throw tooLarge();
  }
  for await (const { path, content } of files) {
    const entry = WORTH_PACKING.test(path) ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    // DOS time has no zone: the local parts are written as they are, so they are what has to be the same.
    entry.mtime = new Date(1980, 0, 1, 12);
    zip.add(entry);
    if (isStream(content)) {
      for await (const chunk of content) {
        entry.push(chunk);
        yield* take();
      }
    } else entry.push(toBytes(content));
    entry.push(new Uint8Array(), true);
    yield* take();
  }
  zip.end();
  yield* take();
}

function tooLarge(): ArchiveError {
  return new ArchiveError("output/unwritable", {
    message:
      "A zip inside the output would be larger than 4 GB. Write fewer posts at once (--since, --until), or no media (--no-media).",
  });
}
