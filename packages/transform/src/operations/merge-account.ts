import { type Activity, type Actor, idOf, type JsonObject, type RunOptions } from "@archive/schema";
import { shortHash } from "../ids/keys.js";
import { handleOf } from "../post/build-account.js";
import { type MergedSource, mergeSources } from "../select/merge-sources.js";
import { isSafePath } from "../sinks/safe-path.js";
import type { ArchiveSource, Bytes, SourceCollection, SourceItem } from "../source.js";
import { jsonCollection } from "./json-stream.js";
import { COLLECTION_FILES, type UnitedCounts, unitedMembers } from "./merge-collections.js";
import {
  type MergedPaths,
  MergeLog,
  MergeOrder,
  type MergeState,
  mergedItem,
  withPictures,
} from "./merge-items.js";
import { MediaPlan, type MergedMedia } from "./merge-media.js";

/** What became of the exports of one account. */
export interface MergedAccount {
  /** `null` where no export says whose it is. */
  readonly id: string | null;
  readonly handle: string | null;
  /** Its folder in the merged archive, with a slash at its end; empty where it is the only account. */
  readonly folder: string;
  /** Oldest first. */
  readonly exports: readonly { readonly exportedAt: string | null; readonly items: number }[];
  /** Items: `read` is the sum of the others. */
  readonly items: {
    readonly read: number;
    /** In outbox.json: what the latest export has. */
    readonly current: number;
    /** In gone.json: what only earlier exports have. */
    readonly gone: number;
    /** In history.json: other versions of those. */
    readonly earlier: number;
    /** Equal to one of the others. */
    readonly same: number;
  };
  /** Earlier profiles that differ from the latest, in history.json. */
  readonly profiles: number;
  readonly collections: Readonly<Partial<Record<SourceCollection, Readonly<UnitedCounts>>>>;
  readonly media: MergedMedia;
}

/** Takes a file of the merged archive. */
export type PutFile = (path: string, content: Bytes | Uint8Array, size?: number) => Promise<void>;

/** Stands for the file of an item that no export holds: an earlier profile. */
const PROFILE = "actor.json";

/** The exports of one account on their way into one archive. */
export class AccountMerge {
  readonly #id: string | null;
  readonly #merged: MergedSource;
  readonly #owners: WeakMap<JsonObject, ArchiveSource>;
  readonly #actor: SourceItem<Actor> | null;
  readonly #media: MediaPlan;
  readonly #folder: string;
  #profiles: Profiles = { latest: null, earlier: [] };

  private constructor(parts: {
    readonly id: string | null;
    readonly merged: MergedSource;
    readonly owners: WeakMap<JsonObject, ArchiveSource>;
    readonly actor: SourceItem<Actor> | null;
    readonly media: MediaPlan;
    readonly folder: string;
  }) {
    this.#id = parts.id;
    this.#merged = parts.merged;
    this.#owners = parts.owners;
    this.#actor = parts.actor;
    this.#media = parts.media;
    this.#folder = parts.folder;
  }

  static async of(
    id: string | null,
    group: readonly ArchiveSource[],
    inFolder: boolean,
    run: RunOptions,
  ): Promise<AccountMerge> {
    const owners = new WeakMap<JsonObject, ArchiveSource>();
    const merged = await mergeSources(
      group.map((source) => remembering(source, owners)),
      run,
    );
    const newestFirst = newestFirstOf(merged);
    const actor = await merged.actor(run);
    const media = await MediaPlan.of(newestFirst, run);
    const handle = actor === null ? null : handleOf(actor.value);
    const name = handle?.slice(1).toLowerCase() ?? "";
    const folder = isSafePath(name) && !name.includes("/") ? name : shortHash(id ?? "");
    return new AccountMerge({ id, merged, owners, actor, media, folder: inFolder ? `${folder}/` : "" });
  }

  async write(put: PutFile, run: RunOptions): Promise<MergedAccount> {
    const silent: RunOptions = { signal: run.signal, onProgress: run.onProgress };
    this.#profiles = await this.#readProfiles(silent);
    const items = { read: 0, current: 0, gone: 0, earlier: 0, same: 0 };
    const bySource = new Map<ArchiveSource, number>();
    let profiles = 0;
    const order = new MergeOrder();
    const log = new MergeLog();
    for await (const item of this.#items(run)) {
      const state = order.decide(item, this.#documentOf(item));
      log.push(state);
      const source = this.#owners.get(item.raw);
      if (source === undefined) profiles += state === "earlier" ? 1 : 0;
      else {
        items.read += 1;
        items[state] += 1;
        bySource.set(source, (bySource.get(source) ?? 0) + 1);
      }
    }
    const newest = newestFirstOf(this.#merged)[0];
    const context = this.#actor?.raw["@context"] ?? "https://www.w3.org/ns/activitystreams";
    const at = (name: string): string => `${this.#folder}${name}`;
    const collection = (name: string, total: number, elements: AsyncIterable<unknown>): Bytes =>
      jsonCollection(
        {
          "@context": context,
          id: name,
          type: "OrderedCollection",
          ...(name === "outbox.json" && newest?.info.exportedAt && { updated: newest.info.exportedAt }),
          totalItems: total,
        },
        "orderedItems",
        elements,
      );
    await put(
      at("outbox.json"),
      collection("outbox.json", items.current, this.#documents("current", log, silent)),
    );
    if (items.gone > 0)
      await put(at("gone.json"), collection("gone.json", items.gone, this.#documents("gone", log, silent)));
    if (items.earlier + profiles > 0) {
      const earlier = this.#documents("earlier", log, silent);
      await put(at("history.json"), collection("history.json", items.earlier + profiles, earlier));
    }
    for await (const { path, size, bytes } of this.#media.files(run)) await put(at(path), bytes, size);
    const collections = await this.#writeCollections(put, silent);
    const { latest } = this.#profiles;
    if (latest !== null) await put(at("actor.json"), new TextEncoder().encode(JSON.stringify(latest)));
    return {
      id: this.#id,
      handle: this.#actor === null ? null : handleOf(this.#actor.value),
      folder: this.#folder,
      exports: this.#merged.exports.map(({ source, date }) => ({
        exportedAt: date,
        items: bySource.get(source) ?? 0,
      })),
      items,
      profiles,
      collections,
      media: this.#media.counts,
    };
  }

  /** Every item of every export, newest first, then the profiles; in the same order each time. */
  async *#items(run: RunOptions): AsyncGenerator<SourceItem<Activity>> {
    yield* this.#merged.outbox(run);
    for (const [index, value] of this.#profiles.earlier.entries()) {
      const place = { file: PROFILE, pointer: "", index, offset: 0, length: 0 };
      yield { value, raw: value, ...place, later: { state: "superseded" } };
    }
  }

  /** An item as it is written. */
  #documentOf(item: SourceItem<Activity>): JsonObject {
    const source = this.#owners.get(item.raw);
    const paths = source === undefined ? NOWHERE : this.#media.pathsOf(source);
    return mergedItem(item, this.#actor?.value ?? null, paths);
  }

  async *#documents(wanted: MergeState, log: MergeLog, run: RunOptions): AsyncGenerator<unknown> {
    let place = 0;
    for await (const item of this.#items(run)) {
      const state = log.at(place);
      place += 1;
      if (state !== wanted) continue;
      const document = this.#documentOf(item);
      if (wanted === "current") yield document;
      else if (wanted === "gone" && item.later?.state === "gone")
        yield { goneSince: item.later.since, item: document };
      else yield { item: document };
    }
  }

  async #writeCollections(put: PutFile, run: RunOptions): Promise<MergedAccount["collections"]> {
    const united: Partial<Record<SourceCollection, UnitedCounts>> = {};
    for (const name of [...this.#merged.has].sort()) {
      const counts: UnitedCounts = { members: 0, onlyEarlier: 0 };
      const file = COLLECTION_FILES[name];
      const head = {
        "@context": "https://www.w3.org/ns/activitystreams",
        id: file,
        type: "OrderedCollection",
      };
      const members = unitedMembers(newestFirstOf(this.#merged), name, counts, run);
      await put(`${this.#folder}${file}`, jsonCollection(head, "orderedItems", members));
      united[name] = counts;
    }
    return united;
  }

  async #readProfiles(run: RunOptions): Promise<Profiles> {
    let latest: JsonObject | null = null;
    let last = "";
    const earlier: Activity[] = [];
    for (const source of newestFirstOf(this.#merged)) {
      const actor = await source.actor(run);
      if (actor === null) continue;
      const document = withPictures(actor.raw, this.#media.pathsOf(source));
      const text = JSON.stringify(document);
      if (latest === null) latest = document;
      else if (text !== last) {
        const { exportedAt: published } = source.info;
        earlier.push({ type: "Update", actor: idOf(actor.value), published, object: document });
      }
      last = text;
    }
    return { latest, earlier };
  }
}

/** The profiles of all exports. */
interface Profiles {
  readonly latest: JsonObject | null;
  /** Those that differ from the next, newest first. */
  readonly earlier: readonly Activity[];
}

const NOWHERE: MergedPaths = { pathFor: () => null };

function newestFirstOf(merged: MergedSource): readonly ArchiveSource[] {
  return merged.exports.map(({ source }) => source).reverse();
}

async function* each<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

/** A source that notes of each item which export it came from. */
function remembering(source: ArchiveSource, owners: WeakMap<JsonObject, ArchiveSource>): ArchiveSource {
  async function* noted(items: AsyncIterable<SourceItem<Activity>>): AsyncGenerator<SourceItem<Activity>> {
    for await (const item of items) {
      owners.set(item.raw, self);
      yield item;
    }
  }
  const self: ArchiveSource = {
    info: source.info,
    has: source.has,
    actor: (run) => source.actor(run),
    outbox: (run) => noted(source.outbox(run)),
    earlier: (run) => noted(source.earlier?.(run) ?? each([])),
    declaredTotal: (run) => source.declaredTotal(run),
    collection: (name, run) => source.collection(name, run),
    media: (run) => source.media(run),
    resolveMedia: (url) => source.resolveMedia(url),
    readMedia: (files, run) => source.readMedia(files, run),
  };
  return self;
}
