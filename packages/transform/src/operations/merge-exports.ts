import type { Activity, JsonObject, RunOptions } from "@archive/schema";
import { type MergedSource, mergeSources } from "../select/merge-sources.js";
import type { ArchiveSource, SourceItem } from "../source.js";

/** The exports of one account as one archive, of whose items it is still known which export each came from. */
export class AccountExports {
  readonly merged: MergedSource;
  readonly newestFirst: readonly ArchiveSource[];
  readonly #owners: WeakMap<JsonObject, ArchiveSource>;

  private constructor(merged: MergedSource, owners: WeakMap<JsonObject, ArchiveSource>) {
    this.merged = merged;
    this.newestFirst = merged.exports.map(({ source }) => source).reverse();
    this.#owners = owners;
  }

  static async of(group: readonly ArchiveSource[], run: RunOptions): Promise<AccountExports> {
    const owners = new WeakMap<JsonObject, ArchiveSource>();
    const noting = group.map((source) => remembering(source, owners));
    return new AccountExports(await mergeSources(noting, run), owners);
  }

  /** The export that an item came from; `undefined` of one that no export holds. */
  ownerOf({ raw }: SourceItem<Activity>): ArchiveSource | undefined {
    return this.#owners.get(raw);
  }
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

async function* each<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}
