import { lstatSync, mkdirSync, readdirSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { hashFile, linkFile } from "./link-file.js";
import { MANIFEST_NAME, type OutputManifest } from "./output-manifest.js";

/** What stands in an earlier output at the place of a file of the new one. */
export type Verdict =
  | { readonly kind: "new" }
  | { readonly kind: "unchanged" | "edited"; readonly path: string; readonly stat: Stats };

/** The earlier output of the same command, as it lies on the disk now: a person may have worked in it. */
export interface EarlierOutput {
  /** Compares a file of the new output with what is there. */
  compare(path: string, hash: string, size: number): Verdict;
  /**
   * Brings what a person added into the new output. Returns what can't be brought: files that were changed by
   * hand and are no longer part of the output, or that stand where something new stands.
   */
  carryOver(build: string, produced: ReadonlyMap<string, string>): readonly CarriedFile[];
}

interface Found {
  /** Inside the output. */
  readonly path: string;
  readonly from: string;
  readonly stat: Stats;
}

/** A file of an earlier output. */
export interface CarriedFile extends Found {
  /** Whether the earlier output wrote it; else a person added it. */
  readonly wasWritten: boolean;
}

/** Opens the output that lies in a folder; `manifest` is the one read from it, `null` for a folder without. */
export function earlierOutput(folder: string, manifest: OutputManifest | null): EarlierOutput {
  const files = manifest?.files ?? new Map<string, string>();
  const writtenAt = lstatSync(join(folder, MANIFEST_NAME), { throwIfNoEntry: false })?.mtimeMs ?? 0;

  return {
    compare(path, hash, size) {
      const place = join(folder, path);
      const stat = lookAt(place);
      if (stat === undefined || stat.isDirectory()) return { kind: "new" };
      if (!stat.isFile()) return { kind: "edited", path: place, stat };
      const known = files.get(path);
      // Older than the manifest and of the right size: a mistake here would only keep what is there.
      const untouched = known === hash && stat.size === size && stat.mtimeMs < writtenAt;
      if (untouched) return { kind: "unchanged", path: place, stat };
      const actual = hashFile(place, stat.size);
      if (actual === hash) return { kind: "unchanged", path: place, stat };
      return known === actual ? { kind: "new" } : { kind: "edited", path: place, stat };
    },

    carryOver(build, produced) {
      const homeless: CarriedFile[] = [];
      for (const file of walk(folder, "", (path) => path === MANIFEST_NAME || produced.has(path))) {
        const known = files.get(file.path);
        if (known !== undefined) {
          if (!file.stat.isFile() || hashFile(file.from, file.stat.size) !== known)
            homeless.push({ ...file, wasWritten: true });
        } else if (!bring(file, join(build, file.path))) {
          homeless.push({ ...file, wasWritten: false });
        }
      }
      return homeless;
    },
  };
}

function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // A file stands where a folder of the path should be: there is nothing at this place.
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

function bring(file: Found, to: string): boolean {
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
function* walk(folder: string, prefix: string, isKnown: (path: string) => boolean): Iterable<Found> {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.length === 0 && prefix !== "") {
    yield { path: prefix.slice(0, -1), from: folder, stat: lstatSync(folder) };
  }
  for (const entry of entries) {
    const path = `${prefix}${entry.name}`;
    const from = join(folder, entry.name);
    if (entry.isDirectory()) {
      yield* walk(from, `${path}/`, isKnown);
    } else if ((entry.isFile() || entry.isSymbolicLink()) && !isKnown(path)) {
      yield { path, from, stat: lstatSync(from) };
    }
  }
}
