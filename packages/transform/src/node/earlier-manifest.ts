import { closeSync, fstatSync, openSync, type Stats } from "node:fs";
import { hashOf } from "../ids/id-index.js";
import type { RunManifest } from "../sinks/sink.js";
import { lineReader, linesOf } from "./line-file.js";
import { type ListedFile, opensFiles, parseManifestLine, readManifestLine } from "./manifest-lines.js";
import { parseManifest } from "./output-manifest.js";

/** A manifest of more bytes than this without a line that begins its files is none of ours. */
const LONGEST_HEAD = 1 << 16;

/**
 * The manifest of an earlier output. Of each file in it only a hash of the path and the place of its line stay in
 * memory, about 18 bytes; the line itself is read again when it is asked for.
 */
export class EarlierManifest {
  readonly run: RunManifest;
  readonly stat: Stats;
  #fd: number | null;
  readonly #lineAt: (offset: number) => string;
  readonly #places = new LinePlaces();

  private constructor(fd: number, run: RunManifest) {
    this.#fd = fd;
    this.run = run;
    this.stat = fstatSync(fd);
    this.#lineAt = lineReader(fd);
    for (const { offset, text } of linesOf(fd)) {
      const file = readManifestLine(text);
      if (file !== null) this.#places.set(file.path, offset);
    }
  }

  /** Opens a manifest; `null` when there is none, or it is none. */
  static open(path: string): EarlierManifest | null {
    let fd: number | null = null;
    try {
      fd = openSync(path, "r");
      const run = readHead(fd);
      if (run !== null) return new EarlierManifest(fd, run);
    } catch {
      // It can't be read: then nothing is known of what lies there.
    }
    if (fd !== null) closeSync(fd);
    return null;
  }

  /** What it lists for the path of an output. The path then counts as asked for. */
  find(path: string): ListedFile | null {
    const offset = this.#places.take(path);
    if (offset === null) return null;
    const file = readManifestLine(this.#lineAt(offset));
    return file?.path === path ? file : null;
  }

  /** The files that nobody asked for, in the manifest's order. */
  *rest(): Generator<ListedFile> {
    if (this.#fd === null) return;
    for (const { text } of linesOf(this.#fd)) {
      const file = parseManifestLine(text);
      if (file !== null && !this.#places.isTaken(file.path)) yield file;
    }
  }

  /** The file as listed, whether it was asked for or not. */
  look(path: string): ListedFile | null {
    const offset = this.#places.get(path);
    const file = offset === null ? null : parseManifestLine(this.#lineAt(offset));
    return file?.path === path ? file : null;
  }

  /** Lets go of the file; safe to call twice. Nothing can be asked for after it. */
  close(): void {
    if (this.#fd !== null) closeSync(this.#fd);
    this.#fd = null;
  }
}

/** What made the output: the JSON up to the files, or the whole document when it is small and has none. */
function readHead(fd: number): RunManifest | null {
  let head = "";
  for (const { text } of linesOf(fd)) {
    if (opensFiles(text)) return parseManifest(`${head.trimEnd().replace(/,$/, "")}}`);
    head += `${text}\n`;
    if (head.length > LONGEST_HEAD) return null;
  }
  return parseManifest(head);
}

/** From hashes of paths to places in a file below 4 GiB, with a mark beside each. */
class LinePlaces {
  #high = new Uint32Array(1024);
  #low = new Uint32Array(1024);
  /** One more than the place; 0 where nothing is. */
  #place = new Uint32Array(1024);
  #taken = new Uint8Array(1024);
  #size = 0;

  get(path: string): number | null {
    const place = this.#place[this.#slot(...hashOf(path))] ?? 0;
    return place === 0 ? null : place - 1;
  }

  take(path: string): number | null {
    const slot = this.#slot(...hashOf(path));
    const place = this.#place[slot] ?? 0;
    if (place === 0) return null;
    this.#taken[slot] = 1;
    return place - 1;
  }

  isTaken(path: string): boolean {
    return this.#taken[this.#slot(...hashOf(path))] === 1;
  }

  set(path: string, place: number): void {
    if (place >= 0xffff_ffff) return;
    if (this.#size + 1 > this.#place.length * 0.85) this.#grow();
    const [high, low] = hashOf(path);
    const slot = this.#slot(high, low);
    if (this.#place[slot] === 0) this.#size += 1;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#place[slot] = place + 1;
  }

  #slot(high: number, low: number): number {
    const capacity = this.#place.length;
    let slot = low % capacity;
    while (this.#place[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low)) {
      slot = slot + 1 === capacity ? 0 : slot + 1;
    }
    return slot;
  }

  #grow(): void {
    const [high, low, place] = [this.#high, this.#low, this.#place];
    const capacity = Math.floor(place.length * 1.5);
    this.#high = new Uint32Array(capacity);
    this.#low = new Uint32Array(capacity);
    this.#place = new Uint32Array(capacity);
    // Nothing is asked for before all is in: there are no marks to carry over.
    this.#taken = new Uint8Array(capacity);
    for (let old = 0; old < place.length; old += 1) {
      if (place[old] === 0) continue;
      const slot = this.#slot(high[old] ?? 0, low[old] ?? 0);
      this.#high[slot] = high[old] ?? 0;
      this.#low[slot] = low[old] ?? 0;
      this.#place[slot] = place[old] ?? 0;
    }
  }
}
