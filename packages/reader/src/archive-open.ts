import {
  type Activity,
  type Actor,
  type Diagnostic,
  diagnostic,
  isJsonObject,
  numberOf,
  type RunOptions,
  urlsOf,
  valuesOf,
} from "@archive/schema";
import type { Archive, ArchiveInfo, OutboxOptions } from "./archive.js";
import type { Bytes, Container, Entry } from "./containers/container.js";
import type { CollectionFile } from "./dialects/collection-files.js";
import { collectionMembers } from "./dialects/collection-members.js";
import type { Contents, Reshape } from "./dialects/dialect.js";
import { earlierFilesOf, earlierItems } from "./dialects/earlier-items.js";
import { nameOfType } from "./dialects/json-type.js";
import { MediaIndex } from "./dialects/media-index.js";
import { isPortrait } from "./dialects/roles.js";
import { withoutEmbeddedSecrets } from "./dialects/secrets.js";
import type { Survey } from "./dialects/survey.js";
import type {
  ArchiveEntry,
  CollectionName,
  EarlierItem,
  EntryRole,
  Item,
  MediaFile,
  Reference,
} from "./item.js";
import type { ByteTools } from "./json/byte-tools.js";
import type { JsonLimits } from "./json/limits.js";
import { mapItems } from "./json/read-items.js";
import { WrittenItem } from "./written-item.js";

/** What an {@link OpenArchive} is made of. */
export interface ArchiveParts {
  readonly container: Container;
  /** The files that lie beside the archive. */
  readonly beside: Container | null;
  readonly survey: Survey;
  readonly contents: Contents;
  readonly info: ArchiveInfo;
  /** Lists the media, the actor's own pictures among them. */
  readonly media: () => readonly MediaFile[];
  readonly collections: readonly CollectionFile[];
  /** Paths of the entries that are secret. */
  readonly hidden: ReadonlySet<string>;
  readonly reading: { readonly limits: JsonLimits; readonly tools: ByteTools; readonly secrets: boolean };
}

/** An archive over the parts that were found when it was opened. */
export class OpenArchive implements Archive {
  readonly info: ArchiveInfo;
  readonly has: ReadonlySet<CollectionName>;
  readonly #parts: ArchiveParts;
  readonly #index: MediaIndex;
  readonly #told = new WeakSet<(found: Diagnostic) => void>();
  #total: number | null | undefined;
  #media: readonly MediaFile[] | null = null;
  #reshape: Promise<Reshape> | null = null;

  constructor(parts: ArchiveParts) {
    const { info, collections, contents, media } = parts;
    this.info = info;
    this.has = new Set(collections.map(({ collection }) => collection));
    this.#parts = parts;
    this.#total = "total" in contents ? contents.total : null;
    this.#index = new MediaIndex(media, contents.root, contents.base);
  }

  /** All media but the actor's own pictures. */
  #mediaOfPosts(): readonly MediaFile[] {
    if (this.#media === null) {
      const { contents, media } = this.#parts;
      const portraits = new Set(this.#portraitPaths());
      this.#media = media().filter(({ path }) => !portraits.has(path) && !isPortrait(path, contents.root));
    }
    return this.#media;
  }

  *#portraitPaths(): Iterable<string> {
    const actor = this.#parts.contents.actor.item?.value;
    for (const image of [...valuesOf(actor?.icon), ...valuesOf(actor?.image)]) {
      const url: unknown = isJsonObject(image) ? urlsOf(image.url)[0] : image;
      const file = typeof url === "string" ? this.#index.resolve(url) : null;
      if (file !== null) yield file.path;
    }
  }

  async actor(options: RunOptions = {}): Promise<Item<Actor> | null> {
    options.signal?.throwIfAborted();
    const { onDiagnostic } = options;
    const { actor } = this.#parts.contents;
    if (onDiagnostic !== undefined && !this.#told.has(onDiagnostic)) {
      this.#told.add(onDiagnostic);
      for (const found of actor.found) onDiagnostic(found);
    }
    return actor.item;
  }

  outbox(options: OutboxOptions = {}): AsyncIterable<Item<Activity>> {
    const { items, reshape } = this.#parts.contents;
    if (items !== undefined) return items(options);
    return reshape === undefined ? this.#items(options, null) : this.#reshaped(options, reshape);
  }

  async *#reshaped(
    options: OutboxOptions,
    make: () => Promise<Reshape>,
  ): AsyncGenerator<Item<Activity>, void, undefined> {
    this.#reshape ??= make();
    yield* this.#items(options, await this.#reshape);
  }

  #items(options: OutboxOptions, reshape: Reshape | null): AsyncIterableIterator<Item<Activity>, undefined> {
    const { contents, reading, survey } = this.#parts;
    const { outbox: entry, lists: keys } = contents;
    const file = entry?.path ?? "";
    const { signal, onDiagnostic, from } = options;
    const bytes = entry === null ? emptyList() : survey.open(entry, { signal, onDiagnostic });
    let total: number | null = null;
    const listener = {
      onMember(key: string, value: unknown): void {
        if (key === "totalItems") total = numberOf(value);
      },
      onEnd: (lists: ReadonlySet<string>): void => {
        this.#total = total;
        if (lists.size === 0) onDiagnostic?.(diagnostic("outbox/not-a-collection", { file }));
      },
    };
    const { limits, tools, secrets } = reading;
    const size = entry?.size;
    return mapItems(
      bytes,
      { ...options, ...limits, ...listener, tools, file, size, from, lists: keys },
      (element) => {
        const { value, index, pointer, offset, length } = element;
        if (!isJsonObject(value)) {
          const details = { file, pointer, offset, expected: "object", actual: nameOfType(value) };
          onDiagnostic?.(diagnostic("outbox/item-not-an-object", details));
          return null;
        }
        const raw = secrets ? value : withoutEmbeddedSecrets(value, { file, pointer, offset }, onDiagnostic);
        if (reshape === null) return new WrittenItem(raw, file, element);
        const made = reshape(raw, { file, pointer, offset }, onDiagnostic);
        if (made === null) return null;
        const item = { value: made.value, raw, file, pointer, index, offset, length };
        return made.hint === undefined ? item : { ...item, hint: made.hint };
      },
    );
  }

  async *earlier(options: RunOptions = {}): AsyncGenerator<EarlierItem, void, undefined> {
    const { contents, reading, survey } = this.#parts;
    for (const entry of earlierFilesOf(contents))
      yield* earlierItems(entry, survey.open(entry, options), reading, options);
  }

  async *collection(
    name: CollectionName,
    options: RunOptions = {},
  ): AsyncGenerator<Item<Reference>, void, undefined> {
    const files = this.#parts.collections.filter(({ collection }) => collection === name);
    yield* collectionMembers(files, { ...options, ...this.#parts.reading });
  }

  async *entries(options: RunOptions = {}): AsyncGenerator<ArchiveEntry, void, undefined> {
    const { survey, collections } = this.#parts;
    const held = new Map(
      collections.filter((file) => file.survey === survey).map((file) => [file.entry.path, file.collection]),
    );
    for (const entry of survey.entries) {
      options.signal?.throwIfAborted();
      const collection = held.get(entry.path);
      const role = this.#roleOf(entry);
      // A document may be the outbox, the actor and a collection in one.
      const listed = plainEntry(entry);
      if (collection === undefined || role === "outbox" || role === "actor") yield { ...listed, role };
      else yield { ...listed, role: "collection", collection };
    }
  }

  #roleOf({ path }: Entry): EntryRole {
    const { contents, hidden } = this.#parts;
    if (hidden.has(path)) return "secret";
    if (path === contents.outbox?.path) return "outbox";
    if (path === contents.actorEntry?.path) return "actor";
    return this.#index.at(path)?.path === path ? "media" : "other";
  }

  async declaredTotal(options: RunOptions = {}): Promise<number | null> {
    if (this.#total === undefined) {
      for await (const _ of this.outbox({ signal: options.signal }));
    }
    return this.#total ?? null;
  }

  async *media(options: RunOptions = {}): AsyncGenerator<MediaFile, void, undefined> {
    for (const file of this.#mediaOfPosts()) {
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
    const { container } = this.#parts;
    for await (const { entry, bytes } of container.scan(({ path }) => wanted.has(path), options)) {
      const file = wanted.get(entry.path);
      if (file !== undefined) yield { file, bytes };
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { container, beside } = this.#parts;
    try {
      await container[Symbol.asyncDispose]();
    } finally {
      await beside?.[Symbol.asyncDispose]();
    }
  }
}

/** An entry with all it knows as properties of its own: some make it out when it is asked for, which a copy loses. */
function plainEntry({ path, rawPath, size, crc32, modified }: Entry): Entry {
  return { path, rawPath, ...(size !== undefined && { size }), crc32, modified };
}

async function* emptyList(): AsyncGenerator<Uint8Array, void, undefined> {
  yield new TextEncoder().encode("[]");
}
