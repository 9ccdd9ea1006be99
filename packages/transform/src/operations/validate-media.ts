import { type Actor, type Diagnostic, diagnostic, type JsonObject, textOf, valuesOf } from "@archive/schema";
import { ItemOffsets } from "@archive/schema/validate";
import { fileTypeFromBuffer } from "file-type";
import { IdIndex } from "../ids/id-index.js";
import { SNIFF_BYTES } from "../media/sniff.js";
import { findAttachment } from "../post/attachments.js";
import { accountMedia } from "../post/build-account.js";
import type { ExaminedPost } from "../post/examine.js";
import type { CoreFacts } from "../post/facts.js";
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
  readonly #offsets: ItemOffsets;
  /** The files whose bytes are to be looked at, with the type their posts name. */
  readonly #declared = new Map<SourceMedia, string>();

  constructor(source: ArchiveSource, actor: Actor | null, options: ValidateOptions) {
    this.#source = source;
    this.#actor = actor;
    this.#options = options;
    this.#offsets = new ItemOffsets(options.exactOffsets);
  }

  see({ item, facts }: ExaminedPost<CoreFacts>): void {
    if (facts.item.kind === "boost" || facts.item.object === null) return;
    const { object, activity } = facts.item;
    const { attachment } = object;
    const documents = valuesOf(attachment);
    if (documents.length === 0) return;
    const found: Diagnostic[] = [];
    for (let at = 0; at < documents.length; at += 1) {
      const code = this.#check(documents[at]);
      if (code === null) continue;
      const path = `${pathTo(object, activity)}/attachment${Array.isArray(attachment) ? `/${at}` : ""}/url`;
      const { file, pointer, offset } = item;
      found.push(diagnostic(code, { file, pointer: pointer + path, offset, id: facts.id }));
    }
    if (found.length === 0) return;
    for (const each of this.#offsets.place(found, () => item.bytes?.() ?? null, item)) {
      this.#options.onDiagnostic?.(each);
    }
  }

  /** What is wrong with an attachment; each file is told of once. */
  #check(document: unknown): "media/empty" | "media/missing" | "media/remote" | null {
    const found = findAttachment(document, this.#source);
    if (found === null || found.url === null) return null;
    if (!found.local) return "media/remote";
    if (this.#seen.add(found.file?.path ?? found.url, 1) !== 0) return null;
    if (found.file === null) return "media/missing";
    if (found.file.size === 0) return "media/empty";
    if (this.#options.media === true) {
      const mediaType = textOf(found.document.mediaType);
      if (mediaType !== null && familyOf(mediaType) !== null) this.#declared.set(found.file, mediaType);
    }
    return null;
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

/** The pointer of a post in the item that holds it. */
function pathTo(object: JsonObject, activity: JsonObject | null): string {
  if (activity === null) return "";
  return Array.isArray(activity.object) ? `/object/${activity.object.indexOf(object)}` : "/object";
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
