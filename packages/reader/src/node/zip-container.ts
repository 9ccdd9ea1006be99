import { crc32 } from "node:zlib";
import { ArchiveError, type Diagnostic, diagnostic, type RunOptions } from "@archive/schema";
import type { ByteSource } from "../containers/byte-source.js";
import type { Container, Entry } from "../containers/container.js";
import { randomContainer } from "../containers/random-container.js";
import { type DirectoryPlace, findDirectory } from "../containers/zip-end.js";
import { FLAG, LOCAL_BYTES, METHOD, modifiedOf, type ZipRecord } from "../containers/zip-format.js";
import { readLocalHeader } from "../containers/zip-local-header.js";
import { decodeZipName } from "../containers/zip-name.js";
import type { Findings } from "../guards/findings.js";
import type { Limits } from "../guards/limits.js";
import { Listing } from "../guards/listing.js";
import { shownName } from "../guards/path.js";
import { withProgress } from "./entry-progress.js";
import { readDirectory } from "./zip-directory.js";
import { readZipEntry } from "./zip-entry.js";
import { salvagedRecords } from "./zip-salvage.js";

const TYPE_BITS = 0o170000;
const FOLDER = 0o040000;
/** Links, devices and sockets. A pipe is none: `zip -` marks so what it packs from its standard input. */
const NOT_FILES: ReadonlySet<number> = new Set([0o120000, 0o020000, 0o060000, 0o140000]);

type Report = (found: Diagnostic) => void;

/** The records of the directory, or null when it is of no use. */
async function directoryRecords(
  source: ByteSource,
  limits: Limits,
  run: RunOptions,
  report: Report,
): Promise<readonly ZipRecord[] | null> {
  const place: DirectoryPlace | null = await findDirectory(source);
  if (place === null || place.end - place.start > limits.maxDirectoryBytes) return null;
  const content = await readDirectory(source, place, { maxEntries: limits.maxEntries, signal: run.signal });
  const { records, whole, found } = content;
  if (found > limits.maxEntries) return records;
  if (!whole && found < place.declared) return null;
  const first = records[0];
  if (found > 0 && (first === undefined || (await readLocalHeader(source, first.offset)) === null))
    return null;
  if (found !== place.declared) {
    report(diagnostic("zip/count-differs", { expected: `${place.declared}`, actual: `${found}` }));
  }
  return records;
}

/**
 * Records whose data begin within those of another one, where there are so many that the zip claims to hold more
 * than twice its own size. Below that a single wrong size is likelier, and the checksums tell which entry it hit.
 */
function overlapping(records: readonly ZipRecord[], bytes: number): ReadonlySet<ZipRecord> {
  const found = new Set<ZipRecord>();
  let end = 0;
  let claimed = 0;
  for (const record of records.toSorted((a, b) => a.offset - b.offset)) {
    const recordEnd = record.offset + LOCAL_BYTES + record.rawName.length + record.compressedSize;
    if (recordEnd > bytes) continue;
    claimed += record.compressedSize;
    if (record.offset < end) found.add(record);
    else end = recordEnd;
  }
  return claimed > 2 * bytes ? found : new Set();
}

/** Why an entry that is no folder can't be read, or null. */
function obstacle(record: ZipRecord): "entry/link" | "entry/encrypted" | "entry/unsupported" | null {
  if (NOT_FILES.has((record.mode ?? 0) & TYPE_BITS)) return "entry/link";
  if ((record.flags & (FLAG.encrypted | FLAG.strongEncryption)) !== 0) return "entry/encrypted";
  return record.method === METHOD.stored || record.method === METHOD.deflated ? null : "entry/unsupported";
}

function entryOf(record: ZipRecord, path: string): Entry {
  const modified = modifiedOf(record);
  return {
    path,
    rawPath: record.rawName,
    ...(record.size !== null && !record.cut && { size: record.size }),
    ...(record.crc32 !== null && { crc32: record.crc32 }),
    ...(modified !== undefined && { modified }),
  };
}

/** The listing of a zip as it grows, and what was left out of it. */
class ZipListing {
  readonly listing: Listing<ZipRecord>;
  readonly #report: Report;
  files = 0;
  encrypted = 0;

  constructor(limits: Limits, report: Report) {
    this.listing = new Listing(limits, report);
    this.#report = report;
  }

  take(record: ZipRecord, overlaps: boolean): void {
    const name = decodeZipName(record.rawName, record.extra, record.flags, crc32);
    const isFolder = /[\\/]$/.test(name) || ((record.mode ?? 0) & TYPE_BITS) === FOLDER;
    if (isFolder && (record.size ?? 0) === 0) return;
    this.files += 1;
    const problem = obstacle(record) ?? (overlaps ? "entry/overlapping" : null);
    if (problem === "entry/encrypted") this.encrypted += 1;
    if (problem !== null) {
      this.#report(diagnostic(problem, { file: shownName(name) }));
      return;
    }
    const path = this.listing.admit(name);
    if (path === null) return;
    if (record.cut) this.#report(diagnostic("entry/truncated", { file: path }));
    this.listing.add(entryOf(record, path), record);
  }
}

/**
 * Opens a zip: by its directory, or, where that is missing, cut or wrong, by the headers before the data.
 *
 * @throws ArchiveError `archive/not-an-archive` when neither leads to an entry, `archive/empty` when the zip says
 * that it holds none, `archive/encrypted` when every file in it is encrypted.
 */
export async function zipContainer(
  source: ByteSource,
  limits: Limits,
  findings: Findings,
  run: RunOptions,
): Promise<Container> {
  const report = findings.of(run);
  const zip = new ZipListing(limits, report);
  const records = await directoryRecords(source, limits, run, report);
  if (records === null) {
    let salvaged = 0;
    const work = { bytesLeft: limits.ratioFreeBytes + limits.maxRatio * source.size };
    for await (const record of salvagedRecords(source, work, run.signal)) {
      if (salvaged === 0) report(diagnostic("zip/salvaged"));
      salvaged += 1;
      zip.take(record, false);
      if (salvaged > limits.maxEntries) break;
    }
    if (work.bytesLeft < 0) {
      const message =
        "The zip has no directory, and its entries unpack to more than the limit; the rest is left out.";
      report(diagnostic("entry/too-large", { message }));
    } else if (salvaged === 0) throw new ArchiveError("archive/not-an-archive");
  } else {
    if (records.length === 0) throw new ArchiveError("archive/empty");
    const overlaps = overlapping(records, source.size);
    for (const record of records) zip.take(record, overlaps.has(record));
  }
  if (zip.files > 0 && zip.encrypted === zip.files) throw new ArchiveError("archive/encrypted");

  return randomContainer({
    kind: "zip",
    bytes: source.size,
    findings,
    listed: zip.listing.finish(),
    read: ({ entry, place }, options, tell) =>
      withProgress(
        entry,
        readZipEntry(place, { source, limits, path: entry.path, signal: options.signal, report: tell }),
        options,
      ),
    close: async () => source[Symbol.asyncDispose](),
  });
}
