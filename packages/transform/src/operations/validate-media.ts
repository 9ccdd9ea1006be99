import { type Actor, type Diagnostic, diagnostic, textOf, valuesOf } from "@archive/schema";
import { withOffsets } from "@archive/schema/validate";
import { fileTypeFromBuffer } from "file-type";
import { IdIndex } from "../ids/id-index.js";
import { SNIFF_BYTES } from "../media/sniff.js";
import { findAttachments } from "../post/attachments.js";
import { accountMedia } from "../post/build-account.js";
import type { ExaminedPost } from "../post/examine.js";
import type { ArchiveSource, Bytes, SourceMedia } from "../source.js";
import { agrees, familyOf } from "./media-family.js";
import type { ValidateOptions } from "./validate-options.js";

/**
 * Holds what posts show against the files that are there: missing, empty, on a server, belonging to no post;
 * and, where asked for, whether their first bytes are what the posts say.
 */
export class MediaCheck {
  readonly #source: ArchiveSource;
  readonly #actor: Actor | null;
  readonly #options: ValidateOptions;
  readonly #seen = new IdIndex();
  /** The files whose bytes are to be looked at, with the type their posts name. */
  readonly #declared = new Map<SourceMedia, string>();

  constructor(source: ArchiveSource, actor: Actor | null, options: ValidateOptions) {
    this.#source = source;
    this.#actor = actor;
    this.#options = options;
  }

  see({ item, facts }: ExaminedPost): void {
    if (facts.item.kind === "boost" || facts.item.object === null) return;
    const { object, activity } = facts.item;
    const { attachment } = object;
    if (valuesOf(attachment).length === 0) return;
    const holder =
      activity === null
        ? ""
        : Array.isArray(activity.object)
          ? `/object/${activity.object.indexOf(object)}`
          : "/object";
    const told: Diagnostic[] = [];
    for (const [index, document] of valuesOf(attachment).entries()) {
      const [found] = findAttachments({ attachment: document }, this.#source);
      if (found === undefined || found.url === null) continue;
      const path = found.local ? (found.file?.path ?? found.url) : null;
      const place = () => ({
        file: item.file,
        pointer: `${item.pointer}${holder}/attachment${Array.isArray(attachment) ? `/${index}` : ""}/url`,
        offset: item.offset,
        id: facts.id,
      });
      if (path === null) {
        told.push(diagnostic("media/remote", place()));
        continue;
      }
      if (this.#seen.has(path)) continue;
      this.#seen.set(path, 1);
      if (found.file === null) told.push(diagnostic("media/missing", place()));
      else if (found.file.size === 0) told.push(diagnostic("media/empty", place()));
      else if (this.#options.media === true) {
        const mediaType = textOf(found.document.mediaType);
        if (mediaType !== null && familyOf(mediaType) !== null) this.#declared.set(found.file, mediaType);
      }
    }
    if (told.length > 0) this.#tell(told, item);
  }

  /** Findings in a list are placed by the innermost item around them, as long as the document is at hand. */
  #tell(found: readonly Diagnostic[], item: ExaminedPost["item"]): void {
    const bytes = item.bytes?.() ?? null;
    const { pointer, offset } = item;
    const placed = bytes === null ? found : withOffsets(found, bytes, { pointer, offset });
    for (const each of placed) this.#options.onDiagnostic?.(each);
  }

  /** Tells what nothing referred to and, where asked for, what is not what it should be. */
  async finish(): Promise<void> {
    const own = this.#actor === null ? null : accountMedia(this.#actor, this.#source);
    for await (const file of this.#source.media(this.#options)) {
      if (file.path === own?.avatar?.path || file.path === own?.header?.path) continue;
      if (this.#seen.has(file.path)) continue;
      this.#options.onDiagnostic?.(diagnostic("media/orphaned", { file: file.path }));
    }
    if (this.#declared.size === 0) return;
    for await (const { file, bytes } of this.#source.readMedia([...this.#declared.keys()], this.#options)) {
      const declared = this.#declared.get(file) ?? "";
      const start = await firstBytes(bytes);
      const sniffed = await fileTypeFromBuffer(start).catch(() => undefined);
      if (agrees(declared, sniffed?.mime ?? null)) continue;
      const actual = sniffed?.mime ?? "no kind of file that is known";
      this.#options.onDiagnostic?.(
        diagnostic("media/wrong-bytes", { file: file.path, expected: declared, actual }),
      );
    }
  }
}

async function firstBytes(bytes: Bytes): Promise<Uint8Array> {
  const start = new Uint8Array(SNIFF_BYTES);
  let length = 0;
  for await (const chunk of bytes) {
    const part = chunk.subarray(0, SNIFF_BYTES - length);
    start.set(part, length);
    length += part.length;
    if (length === SNIFF_BYTES) break;
  }
  return start.subarray(0, length);
}
