import type { Platform, SecondRecord } from "./platform.js";
import type { DirectoryContent } from "./zip-directory.js";
import { hasName, type ZipRecord } from "./zip-format.js";

/** Pieces shown to it at once: `unzipper` takes a turn of the event loop for a record, which they then share. */
const BATCHES_AT_ONCE = 16;

function sameStory(ours: ZipRecord | null, theirs: SecondRecord | null, shift: number): boolean {
  if (ours === null || theirs === null) return ours === null && theirs === null;
  return (
    ours.size === theirs.size &&
    ours.compressedSize === theirs.compressedSize &&
    ours.offset === theirs.offset + shift &&
    ours.method === theirs.method &&
    ours.flags === theirs.flags &&
    ours.crc32 === theirs.crc32 &&
    hasName(ours, theirs.rawName, 0, theirs.rawName.length)
  );
}

/** {@link disputedName} among records that both have read. */
function disputedIn(
  ours: readonly (ZipRecord | null)[],
  second: readonly (SecondRecord | null)[],
  shift: number,
): Uint8Array | null {
  for (let n = 0; n < ours.length; n += 1) {
    const record = ours[n] ?? null;
    const theirs = second[n] ?? null;
    if (!sameStory(record, theirs, shift)) return record?.rawName ?? theirs?.rawName ?? new Uint8Array();
  }
  return null;
}

/** Name of the first entry of which the platform's second reading tells otherwise; null when it tells the same. */
export async function disputedName(
  { batches }: DirectoryContent,
  platform: Platform,
  shift: number,
  signal?: AbortSignal,
): Promise<Uint8Array | null> {
  const { secondReading } = platform;
  if (secondReading === undefined) return null;
  for (let at = 0; at < batches.length; at += BATCHES_AT_ONCE) {
    signal?.throwIfAborted();
    const shown = batches.slice(at, at + BATCHES_AT_ONCE);
    const readings = await Promise.all(
      shown.map(({ bytes, records }) => secondReading(bytes, records.length)),
    );
    for (const [n, { records }] of shown.entries()) {
      const disputed = disputedIn(records, readings[n] ?? [], shift);
      if (disputed !== null) return disputed;
    }
  }
  return null;
}
