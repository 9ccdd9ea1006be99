import { diagnostic, isJsonObject, type RunOptions } from "@archive/schema";
import { joinBytes } from "../media/strip/bytes.js";
import type { Bytes } from "../source.js";
import { partOf } from "./entry-part.js";
import type { EntrySource, SourceEntry } from "./entry-source.js";
import { editsOf, pointerTo, withEdits } from "./repair-item.js";
import { type ListReader, type RepairChange, repairedList } from "./repair-list.js";

/** A profile is small; a larger document of that name is none. */
const LARGEST_ACTOR = 16 * 1024 * 1024;
/** Where servers keep media on their disk, whatever stands before: `…/public/system/media_attachments/files/…`. */
const MEDIA_ON_DISK = /^.*\/(?:public|system)\/(media_attachments\/files\/.*)$/;

/** A container whose documents are read as they should be. */
export class RepairedSource implements EntrySource {
  readonly access: EntrySource["access"];
  readonly #source: EntrySource;
  readonly #readItems: ListReader;
  readonly #onChange: (change: RepairChange) => void;
  /** Names as the container has them, by those they get. */
  readonly #names = new Map<string, SourceEntry>();
  readonly #told = new Set<string>();

  constructor(source: EntrySource, readItems: ListReader, onChange: (change: RepairChange) => void) {
    this.access = source.access;
    this.#source = source;
    this.#readItems = readItems;
    this.#onChange = onChange;
  }

  async *entries(run: RunOptions = {}): AsyncGenerator<SourceEntry> {
    for await (const entry of this.#source.entries(run)) yield this.#renamed(entry);
  }

  open(entry: SourceEntry, run: RunOptions = {}): Bytes {
    const original = this.#names.get(entry.path) ?? entry;
    return this.#bytes(original, () => this.#source.open(original, run), run);
  }

  async *scan(
    want: (entry: SourceEntry) => boolean,
    run: RunOptions = {},
  ): AsyncGenerator<{ readonly entry: SourceEntry; readonly bytes: Bytes }> {
    const wanted = (entry: SourceEntry): boolean => want(this.#renamed(entry));
    for await (const { entry, bytes } of this.#source.scan(wanted, run)) {
      yield { entry: this.#renamed(entry), bytes: this.#bytes(entry, () => bytes, run) };
    }
  }

  /** Media under paths of a server's disk get the path other archives have; documents lose their size. */
  #renamed(entry: SourceEntry): SourceEntry {
    const path = mediaPath(entry.path);
    if (path !== entry.path && !this.#told.has(entry.path)) {
      this.#told.add(entry.path);
      this.#names.set(path, entry);
      this.#onChange({ code: "entry/absolute-path", file: entry.path, pointer: "" });
    }
    const { size, modified } = entry;
    return documentOf(entry.path) === null ? { path, size, modified } : { path, modified };
  }

  #bytes(entry: SourceEntry, plain: () => Bytes, run: RunOptions): Bytes {
    const kind = documentOf(entry.path);
    if (kind === null) return plain();
    const open = (again: RunOptions): Bytes => this.#source.open(entry, again);
    if (kind === "actor") return this.#actor(entry, open(run), run);
    const { path: file } = entry;
    const onChange = this.#onChange;
    return repairedList({ file, open, readItems: this.#readItems, items: kind === "outbox", run, onChange });
  }

  async *#actor({ path: file }: SourceEntry, bytes: Bytes, run: RunOptions): Bytes {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of bytes) {
      if (length > LARGEST_ACTOR) yield piece;
      else {
        pieces.push(new Uint8Array(piece));
        length += piece.length;
        // No profile: it goes by as it is.
        if (length > LARGEST_ACTOR) yield joinBytes(pieces);
      }
    }
    if (length > 0 && length <= LARGEST_ACTOR) yield this.#mendedActor(joinBytes(pieces), file, run);
  }

  #mendedActor(written: Uint8Array, file: string, run: RunOptions): Uint8Array {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(written);
    let value: unknown;
    try {
      value = JSON.parse(text.replace(/^\ufeff/, ""));
    } catch {
      run.onDiagnostic?.(diagnostic("json/invalid", { file }));
      return written;
    }
    const edits = isJsonObject(value) ? editsOf(value, "actor") : [];
    const isUtf8 = !hasInvalidUtf8(written);
    if (edits.length === 0 && isUtf8) return written;
    if (!isUtf8) this.#onChange({ code: "json/invalid-utf8", file, pointer: "" });
    for (const { code, path } of edits) this.#onChange({ code, file, pointer: pointerTo("", path) });
    return new TextEncoder().encode(withEdits(text, edits));
  }
}

function hasInvalidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return false;
  } catch {
    return true;
  }
}

/** What kind of document a file is that can be mended; `null`: it is copied as it is. */
export function documentOf(path: string): "outbox" | "actor" | "list" | null {
  if (!path.toLowerCase().endsWith(".json")) return null;
  const part = partOf(path);
  if (part === "actor" || part === "outbox") return part;
  return part === "collections" ? "list" : null;
}

/** `media_attachments/…` for what lies in folders of a server's disk; any other path as it is. */
function mediaPath(path: string): string {
  return MEDIA_ON_DISK.exec(path)?.[1] ?? path;
}
