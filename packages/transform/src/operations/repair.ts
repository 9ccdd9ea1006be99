import type { Diagnostic, DiagnosticCode, RunOptions } from "@archive/schema";
import type { RunManifest } from "../sinks/sink.js";
import { type CopyReport, copyEntries } from "./copy-entries.js";
import type { EntryPart } from "./entry-part.js";
import type { EntrySink, EntrySource } from "./entry-source.js";
import type { ListReader, RepairChange } from "./repair-list.js";
import { documentOf, RepairedSource } from "./repaired-source.js";

/** Where a repaired archive goes, and how it is read. */
export interface RepairJob {
  /** `null`: nothing is written, only told. */
  readonly sink: EntrySink | null;
  readonly manifest: RunManifest;
  /** `readItems` of `@archive/reader`. */
  readonly readItems: ListReader;
  /** As in `extract`: secrets are left out unless they are named here. */
  readonly only?: readonly EntryPart[] | undefined;
  /** What was found when the container was opened: what is put right by reading it counts as changed. */
  readonly found?: readonly Diagnostic[] | undefined;
  /** Hears of each change, in the order in which files are written. */
  readonly onChange?: ((change: RepairChange) => void) | undefined;
}

/** What a repair changed, and what it could not. */
export interface RepairReport {
  readonly files: CopyReport;
  /** Changes by what was wrong. */
  readonly changed: Readonly<Partial<Record<DiagnosticCode, number>>>;
  /** What stays as it is or is lost, by what is wrong. */
  readonly unrepaired: Readonly<Partial<Record<DiagnosticCode, number>>>;
}

/** What reading a container puts right by itself, so that its copy is sound. */
const MENDED_BY_READING: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "archive/bytes-behind-end",
  "zip/salvaged",
  "zip/count-differs",
  "zip/ambiguous",
  "entry/backslash",
  "entry/absolute-path",
  "entry/drive-path",
  "entry/duplicate",
]);

/** What is wrong for good: of some of it the rest is written, of some nothing. */
const BEYOND_REPAIR: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "tar/truncated",
  "archive/too-many-entries",
  "archive/too-large",
  "entry/unsafe-path",
  "entry/control-name",
  "entry/device-name",
  "entry/name-too-long",
  "entry/unwritable-name",
  "entry/link",
  "entry/encrypted",
  "entry/unsupported",
  "entry/damaged",
  "entry/truncated",
  "entry/unreadable",
  "entry/too-large",
  "entry/overlapping",
  "json/invalid-item",
  "json/item-too-large",
  "json/too-deep",
  "outbox/item-not-an-object",
]);

/**
 * Copies an archive, and puts right on the way what can be put right without knowing more than the archive says:
 * names of media that are paths on the server's disk, lists that break off or stand twice, totals, dates, keys of
 * languages, bytes that are no UTF-8, nulls in lists. What is sound stays as it is, to the byte.
 *
 * Open the container with `salvage`, or what contradicts itself is refused. The archive itself is never touched.
 * Documents are read three times.
 *
 * @throws ArchiveError `output/…` when it can't be written; then nothing of it stays.
 * @example
 * ```ts
 * import { openContainer, readItems } from "@archive/reader";
 * import { repair } from "@archive/transform";
 * import { exactZipSink } from "@archive/transform/node";
 *
 * await using container = await openContainer("broken.zip", { salvage: true });
 * const manifest = { tool: "example", version: "1.0.0", command: "repair" };
 * const { changed } = await repair(container, { sink: exactZipSink("whole.zip"), manifest, readItems });
 * ```
 */
export async function repair(
  source: EntrySource,
  job: RepairJob,
  run: RunOptions = {},
): Promise<RepairReport> {
  const changed = new Map<DiagnosticCode, number>();
  const unrepaired = new Map<DiagnosticCode, number>();
  const onChange = (change: RepairChange): void => {
    count(changed, change.code);
    job.onChange?.(change);
  };
  const hear = ({ code, file = "", pointer = "" }: Diagnostic): void => {
    if (MENDED_BY_READING.has(code)) onChange({ code, file, pointer });
    const isLost = code === "json/invalid" && documentOf(file) === "actor";
    if (isLost || BEYOND_REPAIR.has(code)) count(unrepaired, code);
  };
  const onDiagnostic = (found: Diagnostic): void => {
    hear(found);
    run.onDiagnostic?.(found);
  };
  for (const found of job.found ?? []) hear(found);
  const mended = new RepairedSource(source, job.readItems, onChange);
  const files = await copyEntries(
    mended,
    "sorted",
    { sink: job.sink ?? nowhere(), manifest: job.manifest, only: job.only },
    { ...run, onDiagnostic },
  );
  return { files, changed: Object.fromEntries(changed), unrepaired: Object.fromEntries(unrepaired) };
}

function count(counts: Map<DiagnosticCode, number>, code: DiagnosticCode): void {
  counts.set(code, (counts.get(code) ?? 0) + 1);
}

/** A sink that reads all and writes nothing. */
function nowhere(): EntrySink {
  return {
    begin: () => Promise.resolve(),
    async put({ content }) {
      if (typeof content !== "string" && !(content instanceof Uint8Array)) for await (const _ of content);
      return "written";
    },
    commit: () => Promise.resolve(),
    abort: () => Promise.resolve(),
  };
}
