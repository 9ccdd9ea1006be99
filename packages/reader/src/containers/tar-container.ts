import { type Diagnostic, diagnostic, type RunOptions } from "@archive/schema";
import type { Findings } from "../guards/findings.js";
import type { GuardedLimits } from "../guards/guards.js";
import { mostBytes } from "../guards/limits.js";
import { type Listed, Listing } from "../guards/listing.js";
import { shownName } from "../guards/path.js";
import { mostTotalBytes } from "../guards/total-budget.js";
import { chunksOf, type OwnedSource } from "./byte-source.js";
import type { Bytes, Container, Entry } from "./container.js";
import { withProgress } from "./entry-progress.js";
import { type InflateEnd, inflateEnd } from "./inflation.js";
import { placeOfEntry } from "./place-of-entry.js";
import type { Platform } from "./platform.js";
import { tarFindings } from "./tar-findings.js";
import { seekableInput, streamedInput } from "./tar-input.js";
import { type TarEnd, type TarMember, tarEnd, tarMembers } from "./tar-members.js";
import { decodeCp437, decodeUtf8 } from "./zip-name.js";

/** Where an entry of a tar is: the how-manieth member, and where in the unpacked tar its data begin. */
interface TarPlace {
  readonly ordinal: number;
  readonly dataStart: number;
  readonly size: number;
}

type Report = (found: Diagnostic) => void;
type Step = { readonly entry: Entry; readonly bytes: Bytes };

const MALFORMED = "A header before the entry is malformed: its name or its size may be another.";

/** A time as ISO 8601, where it is one that a date can have. */
function timeOf(seconds: number | null): { readonly modified?: string } {
  const time = new Date((seconds ?? Number.NaN) * 1000);
  return Number.isNaN(time.getTime()) ? {} : { modified: time.toISOString() };
}

/** The entry a member is, admitted to the listing; null when it is none, or left out. */
function listMember(
  member: TarMember,
  ordinal: number,
  listing: Listing<TarPlace>,
  report: Report,
): Listed<TarPlace> | null {
  const { kind, rawName: rawPath, dataStart, size } = member;
  const name = decodeUtf8(rawPath) ?? decodeCp437(rawPath);
  if (member.doubtful) report(diagnostic("entry/damaged", { file: shownName(name), message: MALFORMED }));
  if (kind === "folder" || (size === 0 && name.endsWith("/"))) return null;
  if (kind !== "file") {
    const code = kind === "link" ? "entry/link" : "entry/unsupported";
    report(diagnostic(code, { file: shownName(name) }));
    return null;
  }
  const path = listing.admit(name);
  if (path === null) return null;
  return listing.add({ path, rawPath, size, ...timeOf(member.modified) }, { ordinal, dataStart, size });
}

/** A tar, plain or gzipped; its entries are known after the first whole pass over it. */
class Tar {
  readonly #source: OwnedSource;
  readonly #packing: "plain" | "gzip";
  readonly #platform: Platform;
  readonly #limits: GuardedLimits;
  readonly #readOn: boolean;
  listed: ReadonlyMap<string, Listed<TarPlace>> | null = null;
  /** Members whose findings have been told: a pass that is broken off is followed by another one. */
  #toldMembers = 0;
  #toldTooLarge = false;

  constructor(source: OwnedSource, packing: "plain" | "gzip", opening: TarOpening) {
    this.#source = source;
    this.#packing = packing;
    this.#platform = opening.platform;
    this.#limits = opening.limits;
    this.#readOn = opening.salvage;
  }

  async *#gunzipped(
    gzip: InflateEnd,
    run: RunOptions,
    report: Report,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const { signal } = run;
    const source = this.#source;
    const packed = (): AsyncIterable<Uint8Array> => chunksOf(source, 0, source.size, { signal });
    const byRatio = mostBytes({ ...this.#limits, maxEntryBytes: Number.POSITIVE_INFINITY }, source.size);
    const most = Math.min(byRatio, mostTotalBytes(this.#limits, source.size));
    const code = most === byRatio ? "entry/too-large" : "archive/too-large";
    let bytes = 0;
    for await (const chunk of this.#platform.inflated("gzip", packed, gzip, signal)) {
      const fitting = chunk.subarray(0, most - bytes);
      bytes += fitting.length;
      if (fitting.length > 0) yield fitting;
      if (fitting.length === chunk.length) continue;
      if (!this.#toldTooLarge) {
        report(diagnostic(code, { message: "The tar.gz unpacks to more than the limit." }));
      }
      this.#toldTooLarge = true;
      return;
    }
  }

  /** One pass over the members; what is behind the mark that ends a tar.gz is read too, for its checksum. */
  async *#members(
    gzip: InflateEnd,
    end: TarEnd,
    run: RunOptions,
    report: Report,
  ): AsyncGenerator<TarMember, void, undefined> {
    if (this.#packing === "plain") {
      yield* tarMembers(seekableInput(this.#source, run.signal), end, this.#readOn);
      return;
    }
    const chunks = this.#gunzipped(gzip, run, report);
    try {
      yield* tarMembers(streamedInput(chunks), end, this.#readOn);
      while ((await chunks.next()).done !== true);
    } finally {
      await chunks.return();
    }
  }

  /** The first pass: lists all entries, and hands out those wanted as they stream by. */
  async *list(
    want: (entry: Entry) => boolean,
    run: RunOptions,
    report: Report,
  ): AsyncGenerator<Step, void, undefined> {
    let ordinal = 0;
    const tell: Report = (found) => {
      if (ordinal > this.#toldMembers) report(found);
    };
    const listing = new Listing<TarPlace>(this.#limits, (found) => tell(found));
    const gzip = inflateEnd();
    const end = tarEnd();
    let last: Entry | null = null;
    for await (const member of this.#members(gzip, end, run, report)) {
      run.signal?.throwIfAborted();
      ordinal += 1;
      const listed = listMember(member, ordinal, listing, tell);
      this.#toldMembers = Math.max(this.#toldMembers, ordinal);
      last = listed?.entry ?? null;
      if (listed === null) continue;
      const { entry } = listed;
      if (want(entry)) yield { entry, bytes: withProgress(entry, member.data(), run) };
      if (this.#packing === "gzip") for await (const _skipped of withProgress(entry, member.data(), run));
    }
    ordinal = Number.POSITIVE_INFINITY;
    const pass = { source: this.#source, end, gzip: this.#packing === "gzip" ? gzip : null, last };
    for (const found of await tarFindings(pass, run.signal)) report(found);
    this.listed = listing.finish();
  }

  /** A later pass over a tar.gz: only the entries wanted, and no further than the last of them. */
  async *rescan(wanted: readonly Listed<TarPlace>[], run: RunOptions): AsyncGenerator<Step, void, undefined> {
    const byOrdinal = new Map(wanted.map((listed) => [listed.place.ordinal, listed.entry]));
    let ordinal = 0;
    if (byOrdinal.size === 0) return;
    for await (const member of this.#members(inflateEnd(), tarEnd(), run, () => {})) {
      run.signal?.throwIfAborted();
      ordinal += 1;
      const entry = byOrdinal.get(ordinal);
      if (entry === undefined) continue;
      yield { entry, bytes: withProgress(entry, member.data(), run) };
      byOrdinal.delete(ordinal);
      if (byOrdinal.size === 0) return;
    }
  }

  /** The bytes of one entry of a plain tar. */
  at({ entry, place }: Listed<TarPlace>, run: RunOptions): Bytes {
    const { dataStart, size } = place;
    return withProgress(
      entry,
      chunksOf(this.#source, dataStart, dataStart + size, { signal: run.signal }),
      run,
    );
  }
}

/** What opening a tar needs beside the tar. */
export interface TarOpening {
  readonly platform: Platform;
  readonly limits: GuardedLimits;
  readonly findings: Findings;
  /** Read on behind the mark that ends it, as if the tars of a joined one were one. */
  readonly salvage: boolean;
}

/**
 * Opens a tar, plain or gzipped, without reading it yet: the first call of `entries`, `open` or `scan` lists it.
 *
 * A `scan` that is the first call hands out entries during that same pass, so a tar.gz can be read in one. Only
 * then may a path come twice (its last entry counts): what follows isn't known yet.
 */
export function tarContainer(source: OwnedSource, packing: "plain" | "gzip", opening: TarOpening): Container {
  const { findings } = opening;
  const tar = new Tar(source, packing, opening);

  async function listing(run: RunOptions): Promise<ReadonlyMap<string, Listed<TarPlace>>> {
    const report = findings.of(run);
    if (tar.listed === null) for await (const _none of tar.list(() => false, run, report));
    return tar.listed ?? new Map();
  }

  async function* entries(run: RunOptions = {}): AsyncGenerator<Entry, void, undefined> {
    for (const { entry } of (await listing(run)).values()) {
      run.signal?.throwIfAborted();
      yield entry;
    }
  }

  async function* open(entry: Entry, run: RunOptions = {}): AsyncGenerator<Uint8Array, void, undefined> {
    const listed = placeOfEntry(await listing(run), entry);
    if (packing === "plain") yield* tar.at(listed, run);
    else for await (const { bytes } of tar.rescan([listed], run)) yield* bytes;
  }

  async function* scan(
    want: (entry: Entry) => boolean,
    run: RunOptions = {},
  ): AsyncGenerator<Step, void, undefined> {
    if (tar.listed === null) {
      yield* tar.list(want, run, findings.of(run));
      return;
    }
    const wanted = [...tar.listed.values()].filter(({ entry }) => want(entry));
    if (packing === "gzip") yield* tar.rescan(wanted, run);
    else for (const listed of wanted) yield { entry: listed.entry, bytes: tar.at(listed, run) };
  }

  return {
    kind: packing === "plain" ? "tar" : "tar.gz",
    access: packing === "plain" ? "random" : "sequential",
    bytes: source.size,
    entries,
    open,
    scan,
    [Symbol.asyncDispose]: async () => source[Symbol.asyncDispose](),
  };
}
