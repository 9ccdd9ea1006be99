import type { ByteSource } from "./byte-source.js";
import { findBytes, sameBytes } from "./find-bytes.js";
import type { Platform } from "./platform.js";
import { FLAG, LOCAL_BYTES, LOCAL_SIGNATURE, SATURATED, type ZipRecord } from "./zip-format.js";
import { type LocalHeader, readLocalHeader } from "./zip-local-header.js";
import { decodeZipName, unicodePaths } from "./zip-name.js";

/** A way in which the parts of a zip tell different stories. */
export interface Contradiction {
  /** Raw name of the entry it is about; null when it is about the whole zip. */
  readonly rawName: Uint8Array | null;
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** A record with the place up to which its own bytes may go: where the next header or the directory begins. */
export interface PlacedRecord {
  readonly record: ZipRecord;
  readonly limit: number;
}

const WRAP = 2 ** 32;
/** No header with a name fits into fewer bytes. Data descriptors (24 at most) do. */
export const SMALLEST_HEADER: number = LOCAL_BYTES + 1;

/** The name in one of its forms: separators and the start at a root are no other story. */
const plainName = (name: string): string => name.replaceAll("\\", "/").replace(/^(\.?\/)+/, "");

function sameName(header: LocalHeader, record: ZipRecord, crc32: Platform["crc32"]): boolean {
  // Some programs leave the second name out; with an encrypted directory it is masked.
  if (header.rawName.length === 0 || (header.flags & FLAG.strongEncryption) !== 0) return true;
  if (sameBytes(header.rawName, record.rawName)) return true;
  const local = decodeZipName(header.rawName, header.extra, header.flags, crc32);
  return plainName(local) === plainName(decodeZipName(record.rawName, record.extra, record.flags, crc32));
}

/** Whether all extra fields with names agree: which of them programs heed, and in which of the two places, differs. */
function sameExtraNames(header: LocalHeader, record: ZipRecord, crc32: Platform["crc32"]): boolean {
  const others = [header, record].flatMap(({ rawName, extra }) => unicodePaths(rawName, extra, crc32));
  if (others.length === 0) return true;
  const name = plainName(decodeZipName(record.rawName, record.extra, record.flags, crc32));
  return others.every((other) => plainName(other) === name);
}

/** Whether a local header's number is none, or the record's; it wraps at 4 GiB where the packer knew no Zip64. */
function sameNumber(local: number | null, central: number | null, later: boolean): boolean {
  if (local === null || central === null || local === SATURATED) return true;
  return (later && local === 0) || local % WRAP === central % WRAP;
}

/** How the header before the data contradicts the directory, or null. Checksums and times are no story. */
function headerContradiction(
  header: LocalHeader,
  record: ZipRecord,
  crc32: Platform["crc32"],
): Contradiction | null {
  const { rawName } = record;
  const later = (header.flags & FLAG.descriptor) !== 0;
  if (!sameName(header, record, crc32)) {
    return {
      rawName,
      message: "The header before an entry's data gives it another name than the directory.",
    };
  }
  if (!sameExtraNames(header, record, crc32)) {
    return { rawName, message: "An extra field gives an entry another name than the directory." };
  }
  const numbers = [
    ["packing method", header.method, record.method, false],
    ["packed size", header.compressedSize, record.compressedSize, later],
    ["size", header.size, record.size, later],
  ] as const;
  for (const [what, local, central, mayBeZero] of numbers) {
    if (sameNumber(local, central, mayBeZero)) continue;
    const message = `The header before an entry's data gives another ${what} than the directory.`;
    return { rawName, message, expected: `${central}`, actual: `${local}` };
  }
  return null;
}

/** Where between two places a header stands that the directory does not know, or null. */
export async function hiddenHeader(
  source: ByteSource,
  from: number,
  end: number,
  known: (header: LocalHeader) => boolean,
  signal?: AbortSignal,
): Promise<number | null> {
  if (end - from < SMALLEST_HEADER) return null;
  for (let at: number | null = from; at !== null; at += 1) {
    at = await findBytes(source, LOCAL_SIGNATURE, at, { end, signal });
    if (at === null) return null;
    const header = await readLocalHeader(source, at);
    if (header !== null && header.rawName.length > 0 && header.dataStart <= end && !known(header)) return at;
  }
  return null;
}

/** What is asked of the headers of a zip. */
export interface StoryReading {
  readonly source: ByteSource;
  readonly crc32: Platform["crc32"];
  readonly signal?: AbortSignal | undefined;
  /** Raw names of records that lead to no header: one that stands elsewhere under such a name is theirs. */
  readonly lost: Uint8Array[];
  /** Whether all records are known, so that what else there is must be hidden. */
  readonly complete: boolean;
}

/** How an entry's header, or what stands behind its data, contradicts the directory; null when nothing does. */
export async function entryContradiction(
  { record, limit }: PlacedRecord,
  header: LocalHeader,
  { source, crc32, signal, lost, complete }: StoryReading,
): Promise<Contradiction | null> {
  const found = headerContradiction(header, record, crc32);
  if (found !== null) return found;
  const dataEnd = header.dataStart + record.compressedSize;
  if (record.offset < limit && dataEnd > limit) {
    return { rawName: record.rawName, message: "An entry's data reach over the next entry." };
  }
  if (!complete) return null;
  const known = ({ rawName }: LocalHeader): boolean => lost.some((name) => sameBytes(name, rawName));
  if ((await hiddenHeader(source, dataEnd, limit, known, signal)) === null) return null;
  return { rawName: record.rawName, message: "Behind an entry stands one that the directory does not name." };
}
