import type { Activity, Actor, RunOptions } from "@archive/schema";
import type { Bytes, ContainerKind } from "./containers/container.js";
import type { Guards } from "./guards/guards.js";
import type { ArchiveEntry, CollectionName, EarlierItem, Item, MediaFile, Reference } from "./item.js";

/** What is known of an archive once it is open. */
export interface ArchiveInfo {
  readonly container: ContainerKind;
  /** Size of the packed source in bytes; of a folder, the sum of its files. */
  readonly bytes: number;
  /**
   * The exporter's way of laying it out: `mastodon`, `pleroma`, `misskey` … as `knownDialects()` lists them;
   * `activitystreams` where no exporter is known by it; `csv` for files of follows, mutes and the like without an
   * outbox.
   */
  readonly dialect: string;
  /** The exporter's span of versions, such as `3.1-4.1`; `null` where it does not show. */
  readonly era: string | null;
  /** UTC, ISO 8601; from the file's name, else from the times of its entries; `null` where neither tells. */
  readonly exportedAt: string | null;
}

/** How {@link Archive.outbox} is read. */
export interface OutboxOptions extends RunOptions {
  /**
   * Byte of the unpacked outbox to go on at: items that begin before it are counted and not yielded, and what is
   * wrong with them is not told again. Pass an item's `offset` to begin with it, or `offset + length` to begin
   * behind it. What precedes is still unpacked and stepped over, so that pointers and indexes stay right; that
   * costs two thirds of reading it.
   */
  readonly from?: number | undefined;
}

/**
 * One account's export, open for reading. Every list is read from the source as it is pulled: it can be left
 * early, read again, and read while media are. Bad data is a diagnostic to the `onDiagnostic` of the call.
 *
 * @example
 * ```ts
 * import { openArchive } from "@archive/reader";
 * await using archive = await openArchive("archive.zip", { onDiagnostic: (found) => console.warn(found.message) });
 * const actor = await archive.actor();
 * let last = 0;
 * for await (const { value, offset, length } of archive.outbox()) {
 *   console.log(actor?.value.preferredUsername, value.type);
 *   last = offset + length;
 *   break;
 * }
 * for await (const { index } of archive.outbox({ from: last })) console.log(index); // goes on with 1
 * if (archive.has.has("lists")) {
 *   for await (const { value } of archive.collection("lists")) console.log(value.list, value.member);
 * }
 * for await (const file of archive.media()) {
 *   for await (const { bytes } of archive.readMedia([file])) for await (const chunk of bytes) console.log(chunk.length);
 * }
 * ```
 */
export interface Archive extends AsyncDisposable {
  readonly info: ArchiveInfo;
  /** The collections that are there; absent is not empty. */
  readonly has: ReadonlySet<CollectionName>;
  /**
   * Whose archive it is; `null` when actor.json is missing or no actor. Tells each listener once what it found.
   * Private keys and the like are taken out, unless the archive was opened with `secrets`.
   */
  actor(options?: RunOptions): Promise<Item<Actor> | null>;
  /** Every item of the outbox that is a JSON object, in the archive's order; none where there is no outbox. */
  outbox(options?: OutboxOptions): AsyncIterable<Item<Activity>>;
  /**
   * Of an archive that was merged from several exports: posts that are gone from the latest, then earlier versions of
   * others, newest first; they stand in its `gone.json` and `history.json`. None in any other archive.
   */
  earlier(options?: RunOptions): AsyncIterable<EarlierItem>;
  /**
   * The members of a collection, from all files that hold it: what stands in several is given once. Nothing when
   * the archive has no such collection.
   */
  collection(name: CollectionName, options?: RunOptions): AsyncIterable<Item<Reference>>;
  /** Every entry of the container and what it is to the archive, in the container's order. */
  entries(options?: RunOptions): AsyncIterable<ArchiveEntry>;
  /** Every media file but the actor's avatar and header, also those that no post shows. */
  media(options?: RunOptions): AsyncIterable<MediaFile>;
  /**
   * The file that an attachment's `url` (or the actor's `icon`) means, also one of 0 bytes; `null` when it is
   * not in the archive.
   */
  resolveMedia(url: string): MediaFile | null;
  /**
   * Reads files in one pass, in the archive's own order. Each `bytes` is read before the next step. Whatever is
   * asked for, only media are given.
   */
  readMedia(
    files: readonly MediaFile[],
    options?: RunOptions,
  ): AsyncIterable<{ readonly file: MediaFile; readonly bytes: Bytes }>;
  /**
   * The outbox's `totalItems`, which counts what the server believed; `null` when it has none. Costs a pass
   * only where it stands behind the items and they were not read yet.
   */
  declaredTotal(options?: RunOptions): Promise<number | null>;
}

/** How the documents of an archive are read, whatever it is packed in. */
export interface ReadingOptions {
  /** Switches single guards off; see {@link Guards} for what that does. */
  readonly guards?: Partial<Guards> | undefined;
  /** Largest item of a list in bytes, 16 MiB unless told; a larger one is left out with a diagnostic. */
  readonly maxItemBytes?: number | undefined;
  /** Deepest nesting inside an item, 256 unless told; a deeper one is left out with a diagnostic. */
  readonly maxDepth?: number | undefined;
  /**
   * Bytes of the documents of a tar.gz that are kept in memory, 32 MiB unless told. A larger outbox costs a pass
   * over the file each time it is read.
   */
  readonly maxKeptBytes?: number | undefined;
  /**
   * Hand out private keys, e-mail addresses and the like inside documents too. Default false: they are taken out
   * of `value` and `raw`, and reported. Entries that are keys are never handed out.
   */
  readonly secrets?: boolean | undefined;
  /**
   * Take the visibility an export states as it stands, also where the exporter is known to get it wrong: Pixelfed
   * up to 0.12.0 marks every post public. Default false: such posts are `unknown`, which counts as direct.
   */
  readonly trustVisibility?: boolean | undefined;
  /**
   * Whose archive it is, as `user@host`, where the export does not tell: the notes of a Misskey account name
   * neither. Ignored where the export does.
   */
  readonly account?: string | undefined;
}
