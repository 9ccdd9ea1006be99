import { littleEndian } from "./little-endian.js";
import { SIGNATURE } from "./zip-format.js";

/** What the first bytes of a file say it is. */
export type ContentKind = "zip" | "gzip" | "tar" | "json";

/** Bytes of a file's beginning that {@link contentKindOf} wants to see. */
export const HEAD_BYTES = 512;

const TAR_CHECKSUM = 148;

function isTarHeader(head: Uint8Array): boolean {
  if (head.length < 512) return false;
  const field = new TextDecoder("latin1").decode(head.subarray(TAR_CHECKSUM, TAR_CHECKSUM + 8));
  const match = /^[ \0]*([0-7]{1,7})[ \0]/.exec(`${field}\0`);
  if (match?.[1] === undefined) return false;
  let sum = 8 * 0x20;
  for (let at = 0; at < 512; at += 1) {
    if (at < TAR_CHECKSUM || at >= TAR_CHECKSUM + 8) sum += head[at] ?? 0;
  }
  return sum === Number.parseInt(match[1], 8);
}

function startsLikeJson(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head).trimStart();
  return text.startsWith("{") || text.startsWith("[");
}

const ZIP_STARTS: ReadonlySet<number> = new Set([
  SIGNATURE.local,
  SIGNATURE.end,
  // Archives that were, or might have been, split over disks.
  SIGNATURE.descriptor,
  0x30304b50,
]);

/** What a file is by its first {@link HEAD_BYTES}; null when they are of no known kind. Names play no part. */
export function contentKindOf(head: Uint8Array): ContentKind | null {
  if (head.length >= 4 && ZIP_STARTS.has(littleEndian(head).u32(0))) return "zip";
  if (head[0] === 0x1f && head[1] === 0x8b && (head[2] === 8 || head.length === 2)) return "gzip";
  if (isTarHeader(head)) return "tar";
  return startsLikeJson(head) ? "json" : null;
}
