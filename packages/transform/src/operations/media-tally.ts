import { type Actor, diagnostic, type RunOptions, textOf } from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import { mediaKey } from "../ids/keys.js";
import { attachmentKey, findAttachments } from "../post/attachments.js";
import { accountMedia } from "../post/build-account.js";
import type { ExaminedPost } from "../post/examine.js";
import type { ArchiveSource } from "../source.js";

/** Counts of the media of an archive, each file once. */
export interface MediaCounts {
  /** Distinct files of the archive that attachments of posts refer to. */
  readonly referenced: number;
  readonly present: number;
  /** Not there, or of 0 bytes. */
  readonly missing: number;
  /** Files that no post refers to; the actor's own pictures are neither. */
  readonly orphaned: number;
  /** Size of the files that are present, in bytes. */
  readonly bytes: number;
  /** Attachments, each file once, whose author described nothing. */
  readonly withoutAltText: number;
  /** Attachments that lie on a server. */
  readonly remote: number;
}

const SEEN = 1;

/** Counts the media of posts as they go by, and reports what is not there. */
export class MediaTally {
  readonly #source: ArchiveSource;
  readonly #run: RunOptions;
  readonly #seen = new IdIndex();
  readonly #counts = {
    referenced: 0,
    present: 0,
    missing: 0,
    orphaned: 0,
    bytes: 0,
    withoutAltText: 0,
    remote: 0,
  };

  constructor(source: ArchiveSource, run: RunOptions) {
    this.#source = source;
    this.#run = run;
  }

  see({ item, facts }: ExaminedPost): void {
    if (facts.item.kind === "boost" || facts.item.object === null) return;
    for (const found of findAttachments(facts.item.object, this.#source)) {
      const place = { file: item.file, pointer: item.pointer, offset: item.offset, id: facts.id };
      const key = attachmentKey(found);
      const described = textOf(found.document.name) !== null;
      if (key === null) {
        if (found.url === null) continue;
        this.#counts.remote += 1;
        this.#run.onDiagnostic?.(diagnostic("media/remote", place));
        continue;
      }
      if (this.#seen.has(key)) continue;
      this.#seen.set(key, SEEN);
      this.#counts.referenced += 1;
      if (!described) this.#counts.withoutAltText += 1;
      const size = found.file?.size ?? 0;
      if (size > 0) {
        this.#counts.present += 1;
        this.#counts.bytes += size;
      } else {
        this.#counts.missing += 1;
        this.#run.onDiagnostic?.(diagnostic(found.file === null ? "media/missing" : "media/empty", place));
      }
    }
  }

  /** Counts what nothing referred to, once all posts were seen. */
  async finish(actor: Actor | null): Promise<MediaCounts> {
    const { avatar, header } =
      actor === null ? { avatar: null, header: null } : accountMedia(actor, this.#source);
    for await (const file of this.#source.media(this.#run)) {
      if (file.path === avatar?.path || file.path === header?.path) continue;
      if (this.#seen.has(mediaKey(file.path))) continue;
      this.#counts.orphaned += 1;
      this.#run.onDiagnostic?.(diagnostic("media/orphaned", { file: file.path }));
    }
    return { ...this.#counts };
  }
}
