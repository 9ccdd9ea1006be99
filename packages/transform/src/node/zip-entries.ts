import type { ZipFile } from "yazl";

/** What yazl asks of an entry once it is written. */
interface DirectoryRecord {
  getCentralDirectoryRecord(): Buffer;
}

/** What is used here of an entry that yazl holds. */
interface ZipEntry extends DirectoryRecord {
  readonly state: number;
  /** `null` until the end of one that is read as a stream. */
  readonly uncompressedSize: number | null;
}

/** The `state` of an entry of which all bytes have left yazl. */
const WRITTEN = 3;
/** Entries that are packed side by side, so that several cores have work; and how large they may be together. */
const AT_ONCE = 4;
const MOST_BYTES = 8 << 20;

/** Entries that yazl keeps looking through. */
const IN_SIGHT = 100;

/**
 * The entries of a zip that is being written. yazl searches all of its entries, from the first, for each step it
 * takes: with 100 000 files that is minutes. And each holds on to its content. Of those that are written only the
 * record for the directory is kept, and given back at the end.
 */
export class ZipEntries {
  readonly #zip: ZipFile;
  readonly #written: DirectoryRecord[] = [];

  constructor(zip: ZipFile) {
    this.#zip = zip;
  }

  /** Whether so many entries are being packed, or such large ones, that another would take too much memory. */
  isBusy(): boolean {
    const unwritten = this.#entries().filter((entry) => entry.state < WRITTEN);
    const bytes = unwritten.reduce((sum, entry) => sum + (entry.uncompressedSize ?? 0), 0);
    return unwritten.length >= AT_ONCE || (unwritten.length > 1 && bytes > MOST_BYTES);
  }

  /** Takes those that are written out of sight. The last ones stay: some may not have left yazl yet. */
  setAside(): void {
    const entries = this.#entries();
    if (entries.length < 2 * IN_SIGHT) return;
    for (const entry of entries.splice(0, entries.length - IN_SIGHT)) {
      // A copy of its own: a small one would keep a whole block of Node's memory alive.
      const record = Buffer.from(new Uint8Array(entry.getCentralDirectoryRecord()).buffer);
      this.#written.push({ getCentralDirectoryRecord: () => record });
    }
  }

  /** Lets yazl see all of them again, for the directory. */
  giveBack(): void {
    if (this.#written.length > 0) Reflect.set(this.#zip, "entries", this.#written.concat(this.#entries()));
  }

  /** Its types tell nothing of them. */
  #entries(): ZipEntry[] {
    const entries: unknown = Reflect.get(this.#zip, "entries");
    if (!isEntryList(entries)) throw new TypeError("yazl's entries are not what they were.");
    return entries;
  }
}

function isEntryList(entries: unknown): entries is ZipEntry[] {
  if (!Array.isArray(entries)) return false;
  const last: unknown = entries.at(-1);
  if (last === undefined) return true;
  return typeof last === "object" && last !== null && "getCentralDirectoryRecord" in last && "state" in last;
}
