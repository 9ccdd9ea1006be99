import type { MediaKey, PostKey } from "../post/post.js";
import { sha256Hex } from "./sha256.js";

// Crockford's alphabet in lower case: no letter that is read as a digit, safe on file systems without case.
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const KEY_LENGTH = 16;

/** The key of a post, from its id or, where it has none, from its raw JSON. */
export function postKey(identity: string): PostKey {
  return shortHash(identity);
}

/**
 * Orders posts of the same moment: servers number posts as they come, so the number at the end of an id tells
 * which was first; what has no number is ordered by its key.
 */
export function tieOf(identity: string, key: PostKey = postKey(identity)): string {
  const number = /(\d{1,20})\D{0,20}$/.exec(identity)?.[1] ?? "";
  return `${number.padStart(20, "0")} ${key}`;
}

/** The key of a media file, from its path in the archive. */
export function mediaKey(path: string): MediaKey {
  return shortHash(`media:${path}`);
}

/** 80 bits of SHA-256 as 16 characters of base32. */
export function shortHash(text: string): string {
  const hex = sha256Hex(text);
  let out = "";
  // Five digits of hex are four of base32.
  for (let at = 0; out.length < KEY_LENGTH; at += 5) {
    const bits = Number.parseInt(hex.slice(at, at + 5), 16);
    for (let shift = 15; shift >= 0; shift -= 5) out += ALPHABET[(bits >> shift) & 31];
  }
  return out;
}

/** The first so many characters of bytes written in base32. */
export function base32(bytes: Uint8Array, length: number): string {
  let bits = 0;
  let held = 0;
  let out = "";
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET[(held >> bits) & 31];
      if (out.length === length) return out;
    }
    held &= (1 << bits) - 1;
  }
  return out;
}
