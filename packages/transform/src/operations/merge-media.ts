import type { RunOptions } from "@archive/schema";
import { sha256 } from "@noble/hashes/sha2.js";
import { base32, shortHash } from "../ids/keys.js";
import { accountMedia } from "../post/build-account.js";
import { isSafePath } from "../sinks/safe-path.js";
import type { ArchiveSource, SourceMedia } from "../source.js";
import type { MergedPaths } from "./merge-items.js";

/** What became of the media of several exports. */
export interface MergedMedia {
  /** Files of all exports together. */
  readonly read: number;
  /** Files in the merged archive. */
  readonly written: number;
  /** Those that had the same content as another one. */
  readonly united: number;
  /** Empty files whose content another export had. */
  readonly restored: number;
  /** Those that got another name, for a different file has theirs. */
  readonly renamed: number;
}

interface Known {
  readonly source: ArchiveSource;
  readonly file: SourceMedia;
  /** Where the file would lie in an archive of its own. */
  readonly natural: string;
}

/** Which files of which export are written, and where to; memory grows with their number. */
export class MediaPlan {
  readonly #paths = new Map<ArchiveSource, Map<string, string>>();
  readonly #copies = new Map<ArchiveSource, Map<string, { readonly path: string; readonly size: number }>>();
  readonly #counts = { read: 0, written: 0, united: 0, restored: 0, renamed: 0 };

  /** Looks at the files of all exports, newest first. */
  static async of(sources: readonly ArchiveSource[], run: RunOptions): Promise<MediaPlan> {
    const plan = new MediaPlan();
    const known: Known[] = [];
    for (const source of sources) {
      plan.#paths.set(source, new Map());
      plan.#copies.set(source, new Map());
      for (const file of await filesOf(source, run))
        known.push({ source, file, natural: naturalPath(file.path) });
    }
    plan.#counts.read = known.length;
    plan.#place(known, await contentKeys(known, run));
    return plan;
  }

  get counts(): MergedMedia {
    return { ...this.#counts };
  }

  /** Where the files of one export lie now. */
  pathsOf(source: ArchiveSource): MergedPaths {
    return {
      pathFor: (url) => {
        const file = source.resolveMedia(url);
        const path = file === null ? undefined : this.#paths.get(source)?.get(file.path);
        if (file === null || path === undefined) return null;
        const stays = path === naturalPath(file.path);
        // An address on a server that means the file goes on doing so as long as the file has its name.
        if (stays && (/^[a-z]+:/i.test(url) || url.replace(/^\//, "") === path)) return null;
        return `/${path}`;
      },
    };
  }

  /** Every file that is written, with its path, in the exports' own order. */
  async *files(run: RunOptions): AsyncGenerator<{
    readonly path: string;
    readonly size: number;
    readonly bytes: AsyncIterable<Uint8Array>;
  }> {
    for (const [source, copies] of this.#copies) {
      const wanted = [...copies].map(([path, { size }]) => ({ path, size }));
      if (wanted.length === 0) continue;
      for await (const { file, bytes } of source.readMedia(wanted, run)) {
        const copy = copies.get(file.path);
        if (copy !== undefined) yield { ...copy, bytes };
      }
    }
  }

  #place(known: readonly Known[], keys: ReadonlyMap<Known, string>): void {
    const taken = new Map<string, string>();
    const byContent = new Map<string, string>();
    for (const each of known) {
      const key = keys.get(each);
      if (key === undefined) continue;
      const place = byContent.get(key);
      if (place !== undefined) {
        this.#counts.united += 1;
        this.#set(each, place);
        continue;
      }
      const path = this.#free(each.natural, key, taken);
      taken.set(path.toLowerCase(), key);
      byContent.set(key, path);
      this.#copy(each, path);
    }
    // Empty files last: one of another export may have their content.
    for (const each of known) {
      if (keys.has(each)) continue;
      const path = isSafePath(each.natural) ? each.natural : safeName(each.natural);
      if (taken.has(path.toLowerCase())) {
        if (taken.get(path.toLowerCase()) === "") this.#counts.united += 1;
        else this.#counts.restored += 1;
        this.#set(each, path);
      } else {
        taken.set(path.toLowerCase(), "");
        this.#copy(each, path);
      }
    }
  }

  #free(natural: string, key: string, taken: ReadonlyMap<string, string>): string {
    const wanted = isSafePath(natural) ? natural : safeName(natural);
    if (!taken.has(wanted.toLowerCase())) return wanted;
    this.#counts.renamed += 1;
    const dot = wanted.lastIndexOf(".");
    const [stem, ending] =
      dot > wanted.lastIndexOf("/") ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ""];
    return `${stem}-${shortHash(key).slice(0, 8)}${ending}`;
  }

  #copy(each: Known, path: string): void {
    this.#counts.written += 1;
    this.#copies.get(each.source)?.set(each.file.path, { path, size: each.file.size });
    this.#set(each, path);
  }

  #set({ source, file }: Known, path: string): void {
    this.#paths.get(source)?.set(file.path, path);
  }
}

async function filesOf(source: ArchiveSource, run: RunOptions): Promise<Iterable<SourceMedia>> {
  const files = new Map<string, SourceMedia>();
  for await (const file of source.media(run)) files.set(file.path, file);
  const actor = await source.actor({ signal: run.signal });
  if (actor !== null) {
    const { avatar, header } = accountMedia(actor.value, source);
    for (const file of [avatar, header]) if (file !== null) files.set(file.path, file);
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Where a file lies in an archive that is not packed inside a folder. */
function naturalPath(path: string): string {
  const at = path.indexOf("media_attachments/");
  if (at !== -1) return path.slice(at);
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /^(?:avatar|header)\.[a-z0-9]+$/i.test(name) ? name : path;
}

function safeName(path: string): string {
  const ending = /\.[a-z0-9]{1,8}$/i.exec(path)?.[0] ?? "";
  return `media_attachments/${shortHash(path)}${ending.toLowerCase()}`;
}

/** What tells the content of a file from that of others: its size where no other has it, else a hash of its bytes. */
async function contentKeys(known: readonly Known[], run: RunOptions): Promise<ReadonlyMap<Known, string>> {
  const bySize = new Map<number, number>();
  for (const { file } of known) bySize.set(file.size, (bySize.get(file.size) ?? 0) + 1);
  const keys = new Map<Known, string>();
  const unsure = new Map<ArchiveSource, Map<string, Known>>();
  for (const each of known) {
    const { source, file } = each;
    if (file.size === 0) continue;
    if (bySize.get(file.size) === 1) keys.set(each, `${file.size}`);
    else unsure.set(source, (unsure.get(source) ?? new Map<string, Known>()).set(file.path, each));
  }
  for (const [source, files] of unsure) {
    const wanted = [...files.values()].map(({ file }) => file);
    for await (const { file, bytes } of source.readMedia(wanted, { signal: run.signal })) {
      const hasher = sha256.create();
      for await (const chunk of bytes) hasher.update(chunk);
      const each = files.get(file.path);
      if (each !== undefined) keys.set(each, `${file.size}:${base32(hasher.digest(), 32)}`);
    }
  }
  return keys;
}
