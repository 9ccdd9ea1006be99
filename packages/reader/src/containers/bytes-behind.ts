import { type Diagnostic, diagnostic } from "@archive/schema";
import type { ByteSource } from "./byte-source.js";
import type { InflateEnd } from "./inflation.js";
import { seekableInput, type TarInput } from "./tar-input.js";

/** Bytes behind an end mark, zeros before them aside, which are padding. */
export interface BytesBehind {
  /** Where the first of them stands. */
  readonly from: number;
  readonly count: number;
  /** Whether there may be more than were counted. */
  readonly more: boolean;
}

const AT_ONCE = 256 * 1024;

/** No program pads with more zeros. A hostile file may claim terabytes of them, which nobody waits for. */
export const MOST_PADDING: number = 64 * 2 ** 20;

/** Bytes behind an end that are counted: what is packed has to be unpacked for it, and small data may claim terabytes. */
const MOST_COUNTED = 2 ** 30;

/** Index of the first byte that is not 0, or -1. A plain loop: there may be gigabytes of them. */
export function firstNonZero(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] !== 0) return at;
  return -1;
}

/** The bytes of a block that is none of zeros, and all behind it. */
export async function bytesFrom(block: Uint8Array, start: number, input: TarInput): Promise<BytesBehind> {
  const zeros = firstNonZero(block);
  return counted(start + zeros, block.length - zeros, input);
}

/** What is left of an input but padding; null when nothing is. Reads no further than it must, and keeps nothing. */
export async function bytesLeft(input: TarInput): Promise<BytesBehind | null> {
  const end = input.position;
  while (input.position - end <= MOST_PADDING) {
    const start = input.position;
    const bytes = await input.readSome(AT_ONCE);
    if (bytes.length === 0) return null;
    if (firstNonZero(bytes) >= 0) return bytesFrom(bytes, start, input);
  }
  const behind = await counted(input.position, 0, input);
  return behind.count === 0 ? null : behind;
}

async function counted(from: number, known: number, input: TarInput): Promise<BytesBehind> {
  const skipped = await input.skip(MOST_COUNTED);
  return { from, count: known + skipped, more: skipped === MOST_COUNTED };
}

/** The finding that bytes stand behind an end. */
export function unreadBytes({ from, count, more }: BytesBehind, end: string): Diagnostic {
  const bytes = count === 1 ? "1 byte stands" : `${more ? "At least " : ""}${count} bytes stand`;
  const message = `${bytes} behind ${end}, from byte ${from} on; not read.`;
  return diagnostic("archive/bytes-behind-end", { message });
}

/** The finding that bytes stand behind gzip data that were read to their end; null when none do. */
export async function bytesBehindGzip(
  source: ByteSource,
  gzip: InflateEnd,
  signal: AbortSignal | undefined,
): Promise<Diagnostic | null> {
  if (gzip.outcome !== "whole") return null;
  const input = seekableInput(source, signal);
  await input.skip(gzip.consumed);
  const behind = await bytesLeft(input);
  return behind === null ? null : unreadBytes(behind, "the last member of the gzip data");
}
