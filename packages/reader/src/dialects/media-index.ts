import type { MediaFile } from "../item.js";

const FILES = "media_attachments/files/";
/** `109/373/202/original/0a1b….png`: the media's number in groups of three digits, and its file. */
const PARTITION = /(?:^|\/)((?:\d{3}\/)+original\/[^/]+)$/;
const UNIQUE_NAME = /^[0-9a-f]{16}(?:\.[^/.]+)?$/;

/**
 * Finds the file that an attachment's address means.
 *
 * Servers rewrite the address and name the entry in different ways (bucket names, prefixes, absolute paths), so
 * they are compared by what both keep: all from the last `media_attachments/files/` on. A full match goes
 * first, for software that names every file `original.png`.
 * Source: Mastodon's `BackupService` and Paperclip's storages; field reports of fossilizer and others.
 */
export class MediaIndex {
  readonly #files: () => readonly MediaFile[];
  readonly #root: string;
  readonly #base: string;
  #byPath: ReadonlyMap<string, MediaFile> | null = null;
  #bySuffix: ReadonlyMap<string, MediaFile> | null = null;
  #byPartition: ReadonlyMap<string, MediaFile> | null = null;
  #byName: ReadonlyMap<string, MediaFile> | null = null;

  /** `files` is asked when the first file is. `base`: the folder addresses are relative to, where that is not the root. */
  constructor(files: () => readonly MediaFile[], root: string, base: string = root) {
    this.#files = files;
    this.#root = root;
    this.#base = base;
  }

  /** The file of an entry, by the entry's path. */
  at(path: string): MediaFile | null {
    return this.#paths().get(path.normalize("NFC")) ?? null;
  }

  /** The file an address means; `null` when there is none, or it lies on the network. */
  resolve(url: string): MediaFile | null {
    // Many archives come without their media, and their posts name thousands.
    if (this.#files().length === 0) return null;
    const remote = /^(?:https?:)?\/\//i.exec(url);
    if (remote !== null) return this.#ownFileOnServer(url.slice(remote[0].length));
    if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return null;
    const whole = this.#resolvePath(url);
    if (whole !== null) return whole;
    const plain = url.replace(/[?#].*$/s, "");
    return plain === url ? null : this.#resolvePath(plain);
  }

  /** Addresses on the network are looked up only where they can't mean anything but the server's own storage. */
  #ownFileOnServer(hostAndPath: string): MediaFile | null {
    const path = safePath(hostAndPath.replace(/[?#].*$/s, ""));
    const suffix = path === null ? null : suffixOf(path);
    return suffix === null ? null : (this.#suffixes().get(suffix) ?? null);
  }

  #resolvePath(url: string): MediaFile | null {
    const near = this.#base === this.#root ? null : pathFrom(this.#base, url);
    const beside = near === null ? undefined : this.#paths().get(near);
    if (beside !== undefined) return beside;
    const path = safePath(url);
    if (path === null || path === "") return null;
    const full = this.#paths().get(this.#root + path) ?? this.#paths().get(path);
    if (full !== undefined) return full;
    const suffix = suffixOf(path);
    const bySuffix = suffix === null ? undefined : this.#suffixes().get(suffix);
    if (bySuffix !== undefined) return bySuffix;
    const partition = PARTITION.exec(path)?.[1];
    const byPartition = partition === undefined ? undefined : this.#partitions().get(partition);
    if (byPartition !== undefined) return byPartition;
    const name = path.slice(path.lastIndexOf("/") + 1);
    return UNIQUE_NAME.test(name) ? (this.#names().get(name) ?? null) : null;
  }

  /** Made when it is asked for, as the others are: whoever only reads posts needs none of them. */
  #paths(): ReadonlyMap<string, MediaFile> {
    this.#byPath ??= new Map(this.#files().map((file) => [file.path.normalize("NFC"), file]));
    return this.#byPath;
  }

  #suffixes(): ReadonlyMap<string, MediaFile> {
    this.#bySuffix ??= this.#uniqueBy(suffixOf);
    return this.#bySuffix;
  }

  #partitions(): ReadonlyMap<string, MediaFile> {
    this.#byPartition ??= this.#uniqueBy((path) => PARTITION.exec(path)?.[1] ?? null);
    return this.#byPartition;
  }

  #names(): ReadonlyMap<string, MediaFile> {
    this.#byName ??= this.#uniqueBy((path) => {
      const name = path.slice(path.lastIndexOf("/") + 1);
      return UNIQUE_NAME.test(name) ? name : null;
    });
    return this.#byName;
  }

  /** What two files share tells neither: a wrong picture is worse than none. */
  #uniqueBy(keyOf: (path: string) => string | null): ReadonlyMap<string, MediaFile> {
    const unique = new Map<string, MediaFile>();
    const shared = new Set<string>();
    for (const [path, file] of this.#paths()) {
      const key = keyOf(path);
      if (key === null) continue;
      if (unique.has(key)) shared.add(key);
      else unique.set(key, file);
    }
    for (const key of shared) unique.delete(key);
    return unique;
  }
}

function suffixOf(path: string): string | null {
  const at = path.lastIndexOf(FILES);
  return at === -1 || (at > 0 && path[at - 1] !== "/") ? null : path.slice(at + FILES.length);
}

/** An address as a relative path; `null` when it leads anywhere else. */
function safePath(url: string): string | null {
  let decoded = url;
  try {
    decoded = decodeURIComponent(url);
  } catch {
    // A lone percent sign is part of the name.
  }
  const path = decoded.normalize("NFC").replace(/^\/+/, "");
  if (/^[a-z]:|[\\\0]/i.test(path)) return null;
  return path.split("/").includes("..") ? null : path;
}

/** The path that a relative address means from a folder (`../files/a.jpg`); `null` when it leads out of it all. */
function pathFrom(base: string, url: string): string | null {
  if (url.startsWith("/")) return null;
  let decoded = url;
  try {
    decoded = decodeURIComponent(url);
  } catch {
    // A lone percent sign is part of the name.
  }
  if (/^[a-z]:|[\\\0]/i.test(decoded)) return null;
  const parts = base.split("/").slice(0, -1);
  for (const part of decoded.normalize("NFC").split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}
