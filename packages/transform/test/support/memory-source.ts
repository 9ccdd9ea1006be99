import { isJsonObject, type JsonObject } from "@archive/schema";
import type { ArchiveSource, SourceCollection, SourceItem, SourceMedia } from "@archive/transform";

/** What a source in memory is made of. */
export interface MemoryArchive {
  readonly actor?: JsonObject;
  readonly activities?: readonly unknown[];
  readonly likes?: readonly string[];
  /** Members of collections beside the likes. */
  readonly collections?: Readonly<Partial<Record<SourceCollection, readonly Reference[]>>>;
  readonly media?: Readonly<Record<string, Uint8Array>>;
  readonly dialect?: string;
  readonly exportedAt?: string;
}

type Reference = { readonly id: string; readonly [property: string]: unknown };

const TESS = {
  id: "https://social.example/users/tess",
  type: "Person",
  preferredUsername: "tess",
  name: "Tess",
  followers: "https://social.example/users/tess/followers",
};

/** An archive source without any file: what tests of the core start from. */
export function memorySource(archive: MemoryArchive): ArchiveSource {
  const {
    actor = TESS,
    activities = [],
    likes,
    media = {},
    dialect = "mastodon",
    exportedAt,
    collections = {},
  } = archive;
  const files = new Map(Object.entries(media).map(([path, bytes]) => [path, { path, size: bytes.length }]));
  const members = new Map<string, readonly Reference[]>(Object.entries(collections));
  if (likes !== undefined)
    members.set(
      "likes",
      likes.map((id) => ({ id })),
    );
  const has = new Set([...members.keys()] as SourceCollection[]);
  return {
    info: { container: "folder", bytes: 0, dialect, era: null, exportedAt: exportedAt ?? null },
    has,
    actor: () => Promise.resolve(item(actor, "actor.json", 0)),
    async *outbox() {
      for (const [index, activity] of activities.entries()) {
        if (isJsonObject(activity)) yield item(activity, "outbox.json", index);
      }
    },
    declaredTotal: () => Promise.resolve(null),
    async *collection(name) {
      for (const [index, value] of (members.get(name) ?? []).entries())
        yield { ...item({}, `${name}.json`, index), value };
    },
    async *media() {
      yield* files.values();
    },
    resolveMedia: (url) => files.get(url.replace(/^\//, "")) ?? null,
    async *readMedia(wanted: readonly SourceMedia[]) {
      for (const file of wanted) {
        const bytes = media[file.path] ?? new Uint8Array();
        yield { file, bytes: chunks(bytes) };
      }
    },
  };
}

function item<T extends JsonObject>(value: T, file: string, index: number): SourceItem<T> {
  return {
    value,
    raw: value,
    file,
    pointer: `/orderedItems/${index}`,
    index,
    offset: index * 100,
    length: 100,
  };
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

/** Everything an async iterable gives. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of items) all.push(each);
  return all;
}
