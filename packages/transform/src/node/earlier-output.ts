import { hash as hashOf } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, readFileSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import type { EarlierManifest } from "./earlier-manifest.js";
import { hashFile, linkFile } from "./link-file.js";
import { lookAt } from "./look-at.js";
import type { ListedFile } from "./manifest-lines.js";
import { MANIFEST_NAME } from "./output-manifest.js";

/**
 * What stands in an earlier output at the place of a file of the new one: nothing that has to stay, the same
 * bytes, or something that a person made.
 */
export type Verdict = "new" | "unchanged" | "edited";

/** A file that lies in an earlier output. */
export interface FoundFile {
  /** Inside the output. */
  readonly path: string;
  readonly from: string;
  readonly stat: Stats;
}

/** One that has no place in the new output. */
export interface HomelessFile extends FoundFile {
  /** Whether the earlier output wrote it; else a person added it. */
  readonly wasWritten: boolean;
}

/** The earlier output of the same command, as it lies on the disk now: a person may have worked in it. */
export class EarlierOutput {
  readonly folder: string;
  readonly manifest: EarlierManifest;
  readonly #writtenAt: number;

  constructor(folder: string, manifest: EarlierManifest) {
    this.folder = folder;
    this.manifest = manifest;
    this.#writtenAt = manifest.stat.mtimeMs;
  }

  /** Compares a file of the new output with what is there. */
  compare(path: string, known: ListedFile | null, hash: string, size: number): Verdict {
    const place = join(this.folder, path);
    const stat = lookAt(place);
    if (stat === undefined || stat.isDirectory()) return "new";
    if (!stat.isFile()) return "edited";
    // Older than the manifest and of the right size: a mistake here would only keep what is there.
    if (known?.hash === hash && stat.size === size && this.#isOlder(stat)) return "unchanged";
    const actual = hashFile(place, stat.size);
    if (actual === hash) return "unchanged";
    return known?.hash === actual ? "new" : "edited";
  }

  /** Compares a file with what the earlier output wrote there; `new` when nothing is there any more. */
  compareListed({ path, hash }: ListedFile): Verdict {
    const place = join(this.folder, path);
    const stat = lookAt(place);
    if (stat === undefined || stat.isDirectory()) return "new";
    if (!stat.isFile()) return "edited";
    if (this.#isOlder(stat)) return "unchanged";
    return hashFile(place, stat.size) === hash ? "unchanged" : "edited";
  }

  /** The text of a file that the earlier output wrote; `null` where it is not there, or no longer what was written. */
  textOf(path: string): string | null {
    const known = this.manifest.look(path);
    const place = join(this.folder, path);
    try {
      if (known === null || lookAt(place)?.isFile() !== true) return null;
      const bytes = readFileSync(place);
      return hashOf("sha256", bytes, "hex") === known.hash ? bytes.toString("utf8") : null;
    } catch {
      // What can't be read is made anew.
      return null;
    }
  }

  /**
   * Brings what a person added into the new output, which holds all it was given already. Returns what can't be
   * brought: files changed by hand that are no longer part of the output, or where something new stands.
   */
  carryOver(build: string): readonly HomelessFile[] {
    const homeless: HomelessFile[] = [];
    for (const file of walk(this.folder, "")) {
      if (file.path === MANIFEST_NAME || lookAt(join(build, file.path))?.isDirectory() === false) continue;
      const known = file.stat.isDirectory() ? null : this.manifest.look(file.path);
      if (known !== null) {
        if (isEdited(file, known)) homeless.push({ ...file, wasWritten: true });
      } else if (!bring(file, join(build, file.path))) {
        homeless.push({ ...file, wasWritten: false });
      }
    }
    return homeless;
  }

  #isOlder(stat: Stats): boolean {
    return stat.mtimeMs < this.#writtenAt;
  }
}

/** Whether a file is not what the earlier output wrote. */
export function isEdited(file: FoundFile, known: ListedFile): boolean {
  return !file.stat.isFile() || hashFile(file.from, file.stat.size) !== known.hash;
}

function bring(file: FoundFile, to: string): boolean {
  try {
    if (file.stat.isDirectory()) mkdirSync(to, { recursive: true });
    else mkdirSync(dirname(to), { recursive: true });
    if (!file.stat.isDirectory()) linkFile(file.from, to, file.stat);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "EEXIST" || code === "ENOTDIR" || code === "EISDIR") {
      // Of an empty folder there is nothing to lose.
      return file.stat.isDirectory();
    }
    throw error;
  }
}

/** Files, links and empty folders below a folder; sockets and devices are no part of an output. */
function* walk(folder: string, prefix: string): Iterable<FoundFile> {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.length === 0 && prefix !== "") {
    yield { path: prefix.slice(0, -1), from: folder, stat: lstatSync(folder) };
  }
  for (const entry of entries) {
    const path = `${prefix}${entry.name}`;
    const from = join(folder, entry.name);
    if (entry.isDirectory()) {
      yield* walk(from, `${path}/`);
    } else if (entry.isFile() || entry.isSymbolicLink()) {
      yield { path, from, stat: lstatSync(from) };
    }
  }
}
