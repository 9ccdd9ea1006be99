import {
  type Activity,
  type Actor,
  ArchiveError,
  type Diagnostic,
  diagnostic,
  idOf,
  isJsonObject,
  numberOf,
  type RunOptions,
} from "@archive/schema";
import type { Bytes, Container, ContainerKind, Entry } from "./containers/container.js";
import { activitystreams } from "./dialects/activitystreams.js";
import { type ActorDocument, readActor } from "./dialects/actor-document.js";
import { detectDialect } from "./dialects/detect.js";
import { exportedAt } from "./dialects/exported-at.js";
import { mediaOf } from "./dialects/media-files.js";
import { MediaIndex } from "./dialects/media-index.js";
import { looksLikeOutbox, PROBED_BYTES, probeOutbox } from "./dialects/outbox-probe.js";
import { type Places, placesOf } from "./dialects/place.js";
import { isPortrait } from "./dialects/roles.js";
import { type Survey, survey } from "./dialects/survey.js";
import type { CollectionName, Item, MediaFile, Reference } from "./item.js";
import { readItems } from "./json/read-items.js";

/** What is known of an archive once it is open. */
export interface ArchiveInfo {
  readonly container: ContainerKind;
  /** Size of the packed source in bytes; of a folder, the sum of its files. */
  readonly bytes: number;
  /** The exporter's way of laying it out: `mastodon`, or `activitystreams` where no exporter is known by it. */
  readonly dialect: string;
  /** The exporter's span of versions, such as `3.1-4.1`; `null` where it does not show. */
  readonly era: string | null;
  /** UTC, ISO 8601; from the file's name, else from the times of its entries; `null` where neither tells. */
  readonly exportedAt: string | null;
}

/**
 * One account's export, open for reading. Every list is read from the source as it is pulled: it can be left
 * early, read again, and read while media are. Bad data is a diagnostic to the `onDiagnostic` of the call.
 */
export interface Archive extends AsyncDisposable {
  readonly info: ArchiveInfo;
  /** The collections that are there; absent is not empty. */
  readonly has: ReadonlySet<CollectionName>;
  /** Whose archive it is; `null` when actor.json is missing or no actor. Tells each listener once what it found. */
  actor(options?: RunOptions): Promise<Item<Actor> | null>;
  /** Every item of the outbox that is a JSON object, in the archive's order. */
  outbox(options?: RunOptions): AsyncIterable<Item<Activity>>;
  /** The addresses in a collection; nothing when the archive has no such collection. */
  collection(name: CollectionName, options?: RunOptions): AsyncIterable<Item<Reference>>;
  /** Every media file but the actor's avatar and header, also those that no post shows. */
  media(options?: RunOptions): AsyncIterable<MediaFile>;
  /**
   * The file that an attachment's `url` (or the actor's `icon`) means, also one of 0 bytes; `null` when it is
   * not in the archive.
   */
  resolveMedia(url: string): MediaFile | null;
  /** Reads files in one pass, in the archive's own order. Each `bytes` is read before the next step. */
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

/** What {@link archiveIn} is told beside the container. */
export interface ArchiveInOptions extends RunOptions {
  /** Name of the file or folder, without its path. */
  readonly name?: string | undefined;
  /** Names of entries that the container left out because they are encrypted. */
  readonly encrypted?: readonly string[] | undefined;
}

/**
 * Opens the archive in a container. The archive owns the container from then on and closes it.
 *
 * @throws ArchiveError `archive/no-outbox`, `archive/encrypted`, and `archive/not-an-archive` for a bare JSON
 * document that is neither a collection nor a list of activities.
 */
export async function archiveIn(container: Container, options: ArchiveInOptions = {}): Promise<Archive> {
  const { name = null, encrypted = [], signal } = options;
  const report = options.onDiagnostic ?? (() => {});
  const { layout } = activitystreams;
  const documents = new Set([layout.outbox, layout.actor, ...Object.values(layout.collections)]);
  const listed = await survey(container, documents, { signal, onDiagnostic: options.onDiagnostic });
  const places = placesOf(listed.entries, layout, encrypted, report);
  let locked = false;
  const head = listed.head(places.outbox, PROBED_BYTES, {
    signal,
    onDiagnostic({ code }) {
      locked ||= code === "entry/encrypted";
    },
  });
  const probe = await probeOutbox(head);
  if (locked) throw new ArchiveError("archive/encrypted");
  if (container.kind === "json" && !looksLikeOutbox(probe)) throw new ArchiveError("archive/not-an-archive");
  const actor = await readActor(listed, places.actor, { signal });
  const { dialect, era } = detectDialect(places.entries, {
    container: container.kind,
    root: places.root,
    actor: actor.item?.raw ?? null,
    envelope: probe.envelope,
    items: probe.items,
  });
  const info: ArchiveInfo = {
    container: container.kind,
    bytes: container.bytes,
    dialect: dialect.name,
    era,
    exportedAt: exportedAt(name, [places.outbox, places.actor]),
  };
  const declared = probe.envelope.get("totalItems");
  const total = declared === undefined && !head.whole ? undefined : numberOf(declared);
  const media = await mediaOf(container, places.entries, { signal });
  return new OpenArchive({ container, survey: listed, places, info, actor, media, total });
}

interface Parts {
  readonly container: Container;
  readonly survey: Survey;
  readonly places: Places;
  readonly info: ArchiveInfo;
  readonly actor: ActorDocument;
  readonly media: readonly MediaFile[];
  /** `undefined`: not read that far. */
  readonly total: number | null | undefined;
}

class OpenArchive implements Archive {
  readonly info: ArchiveInfo;
  readonly has: ReadonlySet<CollectionName>;
  readonly #container: Container;
  readonly #survey: Survey;
  readonly #places: Places;
  readonly #actor: ActorDocument;
  readonly #media: readonly MediaFile[];
  readonly #index: MediaIndex;
  readonly #told = new WeakSet<(found: Diagnostic) => void>();
  #total: number | null | undefined;

  constructor({ container, survey, places, info, actor, media, total }: Parts) {
    this.info = info;
    this.has = new Set(places.collections.keys());
    this.#container = container;
    this.#survey = survey;
    this.#places = places;
    this.#actor = actor;
    this.#total = total;
    this.#index = new MediaIndex(media, places.root);
    const portraits = new Set(this.#portraitPaths());
    this.#media = media.filter(({ path }) => !portraits.has(path) && !isPortrait(path, places.root));
  }

  *#portraitPaths(): Iterable<string> {
    const raw = this.#actor.item?.raw;
    for (const image of [raw?.icon, raw?.image]) {
      const url: unknown = isJsonObject(image) ? image.url : image;
      const file = typeof url === "string" ? this.#index.resolve(url) : null;
      if (file !== null) yield file.path;
    }
  }

  async actor(options: RunOptions = {}): Promise<Item<Actor> | null> {
    options.signal?.throwIfAborted();
    const { onDiagnostic } = options;
    if (onDiagnostic !== undefined && !this.#told.has(onDiagnostic)) {
      this.#told.add(onDiagnostic);
      for (const found of this.#actor.found) onDiagnostic(found);
    }
    return this.#actor.item;
  }

  async *outbox(options: RunOptions = {}): AsyncGenerator<Item<Activity>, void, undefined> {
    const entry = this.#places.outbox;
    const file = entry.path;
    for await (const { value, index, pointer, offset, length } of this.#itemsOf(entry, options)) {
      if (isJsonObject(value)) yield { value, raw: value, file, pointer, index, offset, length };
      else {
        const actual = nameOfType(value);
        options.onDiagnostic?.(
          diagnostic("outbox/item-not-an-object", { file, pointer, offset, expected: "object", actual }),
        );
      }
    }
  }

  async *collection(
    name: CollectionName,
    options: RunOptions = {},
  ): AsyncGenerator<Item<Reference>, void, undefined> {
    const entry = this.#places.collections.get(name);
    if (entry === undefined) return;
    const file = entry.path;
    for await (const { value, index, pointer, offset, length } of this.#itemsOf(entry, options)) {
      const id = idOf(value);
      if (id === null) {
        const actual = nameOfType(value);
        options.onDiagnostic?.(
          diagnostic("reference/invalid", { file, pointer, offset, expected: "an address", actual }),
        );
        continue;
      }
      const raw = isJsonObject(value) ? value : { id };
      yield { value: { id }, raw, file, pointer, index, offset, length };
    }
  }

  async *#itemsOf(entry: Entry, options: RunOptions): ReturnType<typeof readItems> {
    const isOutbox = entry === this.#places.outbox;
    let total: number | null = null;
    const bytes = this.#survey.open(entry, { signal: options.signal, onDiagnostic: options.onDiagnostic });
    yield* readItems(bytes, {
      ...options,
      file: entry.path,
      size: entry.size,
      onMember(key, value) {
        if (key === "totalItems") total = numberOf(value);
      },
      onEnd: (lists) => {
        if (isOutbox) this.#total = total;
        if (lists.size > 0) return;
        const code = isOutbox ? "outbox/not-a-collection" : "collection/not-a-collection";
        options.onDiagnostic?.(diagnostic(code, { file: entry.path }));
      },
    });
  }

  async declaredTotal(options: RunOptions = {}): Promise<number | null> {
    if (this.#total === undefined) {
      for await (const _ of this.#itemsOf(this.#places.outbox, { signal: options.signal }));
    }
    return this.#total ?? null;
  }

  async *media(options: RunOptions = {}): AsyncGenerator<MediaFile, void, undefined> {
    for (const file of this.#media) {
      options.signal?.throwIfAborted();
      yield file;
    }
  }

  resolveMedia(url: string): MediaFile | null {
    return this.#index.resolve(url);
  }

  async *readMedia(
    files: readonly MediaFile[],
    options: RunOptions = {},
  ): AsyncGenerator<{ readonly file: MediaFile; readonly bytes: Bytes }, void, undefined> {
    // Only what is media goes out, whatever is asked for: neither documents nor keys.
    const wanted = new Map<string, MediaFile>();
    for (const { path } of files) {
      const file = this.#index.at(path);
      if (file !== null) wanted.set(file.path, file);
    }
    if (wanted.size === 0) return;
    for await (const { entry, bytes } of this.#container.scan(({ path }) => wanted.has(path), options)) {
      const file = wanted.get(entry.path);
      if (file !== undefined) yield { file, bytes };
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#container[Symbol.asyncDispose]();
  }
}

function nameOfType(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
