import { ArchiveError } from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";

/** Longest part of a path that every common file system takes, in bytes of UTF-8. */
const LONGEST_PART = 255;
/** Longest path inside an output, in bytes of UTF-8; macOS takes 1024 including the folder it lies in. */
const LONGEST_PATH = 900;

const PLAIN = /^[\x20-\x7e]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\\<>:"|?*]/;
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])$/i;

const encoder = new TextEncoder();

/**
 * The path of an output file if it can be written on every common system; else it throws.
 *
 * Relative, `/` between the parts, no empty part, `.` or `..`; no backslash, control character or anything else
 * Windows refuses; no device name (`nul.txt`), no dot or space at the end of a part; not too long.
 *
 * @throws ArchiveError `output/unsafe-path`: a fault of the target, never of the data.
 * @example
 * ```ts
 * import { safePath } from "@archive/transform";
 * safePath("2024/05/index.html"); // "2024/05/index.html"
 * ```
 */
export function safePath(path: string): string {
  const fault = faultOf(path);
  if (fault !== null) throw unsafePath(path, fault);
  return path;
}

/** Whether {@link safePath} takes a path. */
export function isSafePath(path: string): boolean {
  return faultOf(path) === null;
}

/** Checks the paths of one output: each by itself, and all against each other. */
export interface OutputPaths {
  /**
   * Takes a path that was not taken before.
   *
   * @throws ArchiveError `output/unsafe-path` also when it differs from an earlier one only in case or in Unicode
   * normalisation, or when one is the folder of the other: on some systems the two are one file.
   */
  add(path: string): string;
}

const FILE = 1;
/** A folder whose name is its own folded form, as nearly all are. */
const FOLDER = 2;
/** A folder spelled otherwise; the spelling is kept as an entry of its own. */
const FOLDER_SPELLED = 3;
const SPELLING = "\0";

/**
 * Makes the register of one output's paths. It keeps hashes of them, at most 16 bytes a path, so that an output
 * of a million files needs no more memory than a small one.
 *
 * @example
 * ```ts
 * import { outputPaths } from "@archive/transform";
 * const paths = outputPaths();
 * paths.add("media/cat.jpg"); // "media/cat.jpg"
 * ```
 */
export function outputPaths(): OutputPaths {
  const known = new IdIndex();
  let lastFolder = "";

  function addFolder(folder: string): void {
    if (folder === lastFolder || folder === "") return;
    for (let end = folder.indexOf("/"); ; end = folder.indexOf("/", end + 1)) {
      const part = end === -1 ? folder : folder.slice(0, end);
      addFolderPart(part, fold(part));
      if (end === -1) break;
    }
    lastFolder = folder;
  }

  function addFolderPart(part: string, folded: string): void {
    const found = known.get(folded);
    if (found === 0) {
      known.set(folded, part === folded ? FOLDER : FOLDER_SPELLED);
      if (part !== folded) known.set(SPELLING + part, FOLDER_SPELLED);
    } else if (found === FILE) {
      throw unsafePath(part, "it is a file and a folder at once");
    } else if (found === FOLDER ? part !== folded : !known.has(SPELLING + part)) {
      throw unsafePath(part, "it differs from another folder only in spelling");
    }
  }

  return {
    add(path) {
      safePath(path);
      addFolder(folderOf(path));
      const folded = fold(path);
      const found = known.get(folded);
      if (found === FILE)
        throw unsafePath(path, "it comes twice, or another differs from it only in spelling");
      if (found !== 0) throw unsafePath(path, "there is a folder of that name");
      known.set(folded, FILE);
      return path;
    },
  };
}

/** The folder a path lies in; empty at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function faultOf(path: string): string | null {
  const plain = PLAIN.test(path);
  if (FORBIDDEN.test(path)) return "it holds a character that some systems refuse";
  if (!plain && !path.isWellFormed()) return "it is not valid Unicode";
  if (bytesOf(path, plain) > LONGEST_PATH) return "it is too long";
  for (const part of path.split("/")) {
    if (part === "") return "it is absolute, or a part of it is empty";
    if (part === "." || part === "..") return "it leads out of the output";
    if (part.endsWith(".") || part.endsWith(" ")) return "a part of it ends in a dot or a space";
    if (bytesOf(part, plain) > LONGEST_PART) return "a part of it is too long";
    const stem = part.slice(0, part.indexOf(".") === -1 ? undefined : part.indexOf("."));
    if (DEVICE.test(stem.trimEnd())) return "Windows keeps that name for a device";
  }
  return null;
}

function bytesOf(text: string, plain: boolean): number {
  return plain ? text.length : encoder.encode(text).length;
}

function fold(path: string): string {
  return PLAIN.test(path) ? path.toLowerCase() : path.normalize("NFC").toLowerCase();
}

function unsafePath(path: string, fault: string): ArchiveError {
  return new ArchiveError("output/unsafe-path", {
    message: `The output can't hold a file named ${quote(path)}: ${fault}.`,
    file: path,
  });
}

function quote(path: string): string {
  return JSON.stringify(path.length <= 100 ? path : `${path.slice(0, 100)}…`);
}
