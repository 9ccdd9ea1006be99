import { ArchiveError, type Diagnostic, diagnostic, type RunOptions } from "@archive/schema";
import type { Findings } from "../guards/findings.js";
import type { GuardedLimits } from "../guards/guards.js";
import { Listing } from "../guards/listing.js";
import { shownName } from "../guards/path.js";
import { mostTotalBytes, TotalBudget } from "../guards/total-budget.js";
import type { OwnedSource } from "./byte-source.js";
import type { Container, Entry } from "./container.js";
import { withProgress } from "./entry-progress.js";
import type { Platform } from "./platform.js";
import { randomContainer } from "./random-container.js";
import { entryContradiction } from "./zip-contradiction.js";
import { readZipEntry } from "./zip-entry.js";
import { FLAG, LOCAL_BYTES, METHOD, modifiedOf, type ZipRecord } from "./zip-format.js";
import { decodeZipName, plainZipName } from "./zip-name.js";
import { type DirectoryRecords, directoryRecords } from "./zip-records.js";
import { salvagedRecords } from "./zip-salvage.js";

const TYPE_BITS = 0o170000;
const FOLDER = 0o040000;
/** Links, devices and sockets. A pipe is none: `zip -` marks so what it packs from its standard input. */
const NOT_FILES: ReadonlySet<number> = new Set([0o120000, 0o020000, 0o060000, 0o140000]);

const ELSEWHERE = "An entry begins on another disk of a split zip, which is not here.";

type Report = (found: Diagnostic) => void;

/**
 * Records whose data begin within those of another one, where there are so many that the zip claims to hold more
 * than twice its own size. Below that a single wrong size is likelier, and the checksums tell which entry it hit.
 */
function overlapping(records: readonly ZipRecord[], bytes: number): ReadonlySet<ZipRecord> {
  let claimed = 0;
  for (const { offset, compressedSize } of records) {
    if (offset + LOCAL_BYTES + compressedSize <= bytes) claimed += compressedSize;
  }
  const found = new Set<ZipRecord>();
  if (claimed <= 2 * bytes) return found;
  let end = 0;
  for (const record of records.toSorted((a, b) => a.offset - b.offset)) {
    const recordEnd = record.offset + LOCAL_BYTES + record.rawName.length + record.compressedSize;
    if (recordEnd > bytes) continue;
    if (record.offset < end) found.add(record);
    else end = recordEnd;
  }
  return found;
}

/** Why an entry that is no folder can't be read, or null. */
function obstacle(
  record: ZipRecord,
  links: boolean,
): "entry/link" | "entry/encrypted" | "entry/unsupported" | null {
  if (links && NOT_FILES.has((record.mode ?? 0) & TYPE_BITS)) return "entry/link";
  if (record.disk !== 0) return "entry/unsupported";
  if ((record.flags & (FLAG.encrypted | FLAG.strongEncryption)) !== 0) return "entry/encrypted";
  return record.method === METHOD.stored || record.method === METHOD.deflated ? null : "entry/unsupported";
}

/** Name, checksum and time are made out only when they are asked for: of a hundred thousand entries hardly any are. */
class ZipEntry implements Entry {
  readonly path: string;
  readonly size?: number;
  readonly #record: ZipRecord;

  constructor(record: ZipRecord, path: string) {
    this.path = path;
    if (record.size !== null && !record.cut) this.size = record.size;
    this.#record = record;
  }

  get rawPath(): Uint8Array {
    return this.#record.rawName;
  }

  get crc32(): number | undefined {
    return this.#record.crc32 ?? undefined;
  }

  get modified(): string | undefined {
    return modifiedOf(this.#record);
  }
}

/** The listing of a zip as it grows, and what was left out of it. */
class ZipListing {
  readonly listing: Listing<ZipRecord>;
  readonly #report: Report;
  readonly #platform: Platform;
  readonly #links: boolean;
  files = 0;
  encrypted = 0;

  constructor(limits: GuardedLimits, report: Report, platform: Platform) {
    this.listing = new Listing(limits, report);
    this.#report = report;
    this.#platform = platform;
    this.#links = limits.guards.links;
  }

  take(record: ZipRecord, overlaps: boolean): void {
    const { crc32, text } = this.#platform;
    const plain = plainZipName(record, text);
    const name = plain ?? decodeZipName(record.rawName, record.extra, record.flags, crc32);
    const isFolder = name.endsWith("/") || name.endsWith("\\") || ((record.mode ?? 0) & TYPE_BITS) === FOLDER;
    if (isFolder && (record.size ?? 0) === 0) return;
    this.files += 1;
    const problem = obstacle(record, this.#links) ?? (overlaps ? "entry/overlapping" : null);
    if (problem === "entry/encrypted") this.encrypted += 1;
    if (problem !== null) {
      const message = record.disk === 0 ? {} : { message: ELSEWHERE };
      this.#report(diagnostic(problem, { file: shownName(name), ...message }));
      return;
    }
    const path = plain === null ? this.listing.admit(name) : this.listing.admitPlain(plain);
    if (path === null) return;
    if (record.cut) this.#report(diagnostic("entry/truncated", { file: path }));
    this.listing.add(new ZipEntry(record, path), record);
  }
}

/** What opening a zip needs beside the zip. */
export interface ZipOpening {
  readonly platform: Platform;
  readonly limits: GuardedLimits;
  readonly findings: Findings;
  /** Read a zip that tells two stories by its directory, with a finding, instead of refusing it. */
  readonly salvage: boolean;
  readonly run: RunOptions;
}

/**
 * Opens a zip: by its directory, or, where that is missing, cut or wrong, by the headers before the data.
 *
 * @throws ArchiveError `archive/not-an-archive` when neither leads to an entry, `archive/empty` when the zip says
 * that it holds none, `archive/encrypted` when every file in it is encrypted, `zip/ambiguous` when its parts tell
 * different stories; this one also when an entry is read.
 */
export async function zipContainer(source: OwnedSource, opening: ZipOpening): Promise<Container> {
  const { platform, limits, findings, salvage, run } = opening;
  const report = findings.of(run);
  const zip = new ZipListing(limits, report, platform);
  const directory = await directoryRecords(source, { platform, limits, salvage, signal: run.signal, report });
  if (directory === null) {
    let salvaged = 0;
    const bytesLeft = limits.ratioFreeBytes + limits.maxRatio * source.size;
    const work = { bytesLeft, inflated: platform.inflatedExactly };
    for await (const record of salvagedRecords(source, work, run.signal)) {
      if (salvaged === 0) report(diagnostic("zip/salvaged"));
      salvaged += 1;
      zip.take(record, false);
      if (salvaged > limits.maxEntries) break;
    }
    if (work.bytesLeft < 0) {
      const message =
        "The zip has no directory, and its entries unpack to more than the limit; the rest is left out.";
      report(diagnostic("archive/too-large", { message }));
    } else if (salvaged === 0) throw new ArchiveError("archive/not-an-archive");
  } else {
    const { records } = directory;
    if (records.length === 0) throw new ArchiveError("archive/empty");
    const overlaps = limits.guards.overlaps ? overlapping(records, source.size) : new Set<ZipRecord>();
    for (const record of records) zip.take(record, overlaps.has(record));
  }
  if (zip.files > 0 && zip.encrypted === zip.files) throw new ArchiveError("archive/encrypted");

  const budget = new TotalBudget(mostTotalBytes(limits, source.size));
  return randomContainer({
    kind: "zip",
    bytes: source.size,
    findings,
    listed: zip.listing.finish(),
    read({ entry, place }, { signal, ...options }, tell) {
      const { path } = entry;
      const check = headerCheck(place, path, directory, salvage ? tell : null);
      const bytes = readZipEntry(place, {
        source,
        platform,
        limits,
        path,
        signal,
        report: tell,
        check,
        budget,
      });
      return withProgress(entry, bytes, { signal, ...options });
    },
    close: async () => source[Symbol.asyncDispose](),
  });
}

/** Compares an entry with its header when it is read, where that was not done when the zip was opened. */
function headerCheck(
  record: ZipRecord,
  path: string,
  directory: DirectoryRecords | null,
  salvage: Report | null,
): Parameters<typeof readZipEntry>[1]["check"] {
  const at = directory?.story.unread.get(record);
  if (directory === null || at === undefined) return undefined;
  return async (header) => {
    const found = await entryContradiction(at, header, directory.story.reading);
    if (found === null) return;
    if (salvage === null) throw new ArchiveError("zip/ambiguous", { message: found.message, file: path });
    const { message, expected, actual } = found;
    salvage(diagnostic("zip/ambiguous", { file: path, message, expected, actual }));
  };
}
