import { type Diagnostic, diagnostic } from "@archive/schema";
import type { ByteSource } from "./byte-source.js";
import { bytesBehindGzip, unreadBytes } from "./bytes-behind.js";
import type { Entry } from "./container.js";
import type { InflateEnd } from "./inflation.js";
import type { TarEnd } from "./tar-members.js";

/** A pass over a tar that went as far as it could. */
export interface TarPass {
  readonly source: ByteSource;
  readonly end: TarEnd;
  /** How unpacking it went; null for a plain tar. */
  readonly gzip: InflateEnd | null;
  readonly last: Entry | null;
}

/** What is to be told of how a tar ends. */
export async function tarFindings(pass: TarPass, signal: AbortSignal | undefined): Promise<Diagnostic[]> {
  const { source, end, gzip } = pass;
  const found: Diagnostic[] = [];
  if (gzip?.checksumWrong === true) {
    const message =
      "The checksum of the gzip data is wrong: bytes of at least one entry are not those packed.";
    found.push(diagnostic("entry/damaged", { message }));
  }
  const truncated = truncation(pass);
  if (truncated !== null) found.push(truncated);
  if (end.readOnFrom !== null) {
    const message = `Entries stand behind the mark that ends the tar, from byte ${end.readOnFrom} on; they were read.`;
    found.push(diagnostic("archive/bytes-behind-end", { message }));
  }
  if (end.behind !== null) {
    found.push(unreadBytes(end.behind, "the mark that ends the tar"));
  }
  const stray = gzip === null ? null : await bytesBehindGzip(source, gzip, signal);
  if (stray !== null) found.push(stray);
  return found;
}

function truncation({ end, gzip, last }: TarPass): Diagnostic | null {
  const unpackable = gzip?.outcome === "damaged" && !gzip.checksumWrong;
  if (end.outcome === "whole" && !unpackable && gzip?.outcome !== "cut") return null;
  const message =
    end.outcome === "whole"
      ? "The compressed data break off, or are damaged, behind the last entry: their checksum can't be compared."
      : end.outcome === "unmarked"
        ? "The tar has no end mark: entries may be missing."
        : unpackable
          ? "The compressed data are damaged; what precedes the damage is read."
          : end.outcome === "damaged"
            ? "A header of the tar is damaged; what precedes it is read."
            : undefined;
  return diagnostic("tar/truncated", { file: end.outcome === "cut" ? last?.path : undefined, message });
}
