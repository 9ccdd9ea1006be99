import type { Activity, Actor, JsonObject, RunOptions } from "@archive/schema";
import { shortHash } from "../ids/keys.js";
import { handleOf } from "../post/build-account.js";
import { isSafePath } from "../sinks/safe-path.js";
import type { ArchiveSource, Bytes, SourceCollection, SourceItem } from "../source.js";
import { jsonCollection } from "./json-stream.js";
import { COLLECTION_FILES, type UnitedCounts, unitedMembers } from "./merge-collections.js";
import { AccountExports } from "./merge-exports.js";
import { type MergedPaths, MergeLog, MergeOrder, type MergeState, mergedItem } from "./merge-items.js";
import { MediaPlan } from "./merge-media.js";
import { type MergedProfiles, mergedProfiles } from "./merge-profiles.js";
import type { MergedAccount } from "./merged-account.js";

/** Takes a file of the merged archive. */
export type PutFile = (path: string, content: Bytes | Uint8Array, size?: number) => Promise<void>;

const CONTEXT = "https://www.w3.org/ns/activitystreams";

interface AccountMergeParts {
  readonly id: string | null;
  readonly handle: string | null;
  readonly folder: string;
  readonly exports: AccountExports;
  readonly actor: SourceItem<Actor> | null;
  readonly media: MediaPlan;
  readonly profiles: MergedProfiles;
}

/** What a look at every item said: what becomes of each, and how many there are of what. */
interface Decision {
  readonly log: MergeLog;
  readonly items: MergedAccount["items"];
  readonly profiles: number;
  readonly bySource: ReadonlyMap<ArchiveSource, number>;
}

/** The exports of one account on their way into one archive. */
export class AccountMerge {
  readonly #parts: AccountMergeParts;

  private constructor(parts: AccountMergeParts) {
    this.#parts = parts;
  }

  static async of(
    id: string | null,
    group: readonly ArchiveSource[],
    inFolder: boolean,
    run: RunOptions,
  ): Promise<AccountMerge> {
    const exports = await AccountExports.of(group, run);
    const actor = await exports.merged.actor(run);
    const media = await MediaPlan.of(exports.newestFirst, run);
    const profiles = await mergedProfiles(exports.newestFirst, media, quietly(run));
    const handle = actor === null ? null : handleOf(actor.value);
    const name = handle?.slice(1).toLowerCase() ?? "";
    const folder = isSafePath(name) && !name.includes("/") ? name : shortHash(id ?? "");
    return new AccountMerge({
      ...{ id, handle, exports, actor, media, profiles },
      folder: inFolder ? `${folder}/` : "",
    });
  }

  /** Writes all files of the account. */
  async write(put: PutFile, run: RunOptions): Promise<MergedAccount> {
    const { id, handle, folder, exports, media, profiles } = this.#parts;
    const silent = quietly(run);
    const decision = await this.#decide(run);
    await this.#writeItems(put, decision, silent);
    for await (const { path, size, bytes } of media.files(run)) await put(`${folder}${path}`, bytes, size);
    const collections = await this.#writeCollections(put, silent);
    if (profiles.latest !== null)
      await put(`${folder}actor.json`, new TextEncoder().encode(JSON.stringify(profiles.latest)));
    return {
      ...{ id, handle, folder, collections },
      exports: exports.merged.exports.map(({ source, date }) => ({
        exportedAt: date,
        items: decision.bySource.get(source) ?? 0,
      })),
      items: decision.items,
      profiles: decision.profiles,
      media: media.counts,
    };
  }

  async #decide(run: RunOptions): Promise<Decision> {
    const items = { read: 0, current: 0, gone: 0, earlier: 0, same: 0 };
    const bySource = new Map<ArchiveSource, number>();
    let profiles = 0;
    const order = new MergeOrder();
    const log = new MergeLog();
    for await (const item of this.#items(run)) {
      const state = order.decide(item, this.#documentOf(item));
      log.push(state);
      const source = this.#parts.exports.ownerOf(item);
      if (source === undefined) profiles += state === "earlier" ? 1 : 0;
      else {
        items.read += 1;
        items[state] += 1;
        bySource.set(source, (bySource.get(source) ?? 0) + 1);
      }
    }
    return { log, items, profiles, bySource };
  }

  /** Every item of every export, newest first, then the profiles; in the same order each time. */
  async *#items(run: RunOptions): AsyncGenerator<SourceItem<Activity>> {
    yield* this.#parts.exports.merged.outbox(run);
    yield* this.#parts.profiles.earlier;
  }

  /** An item as it is written. */
  #documentOf(item: SourceItem<Activity>): JsonObject {
    const { exports, media, actor } = this.#parts;
    const source = exports.ownerOf(item);
    return mergedItem(item, actor?.value ?? null, source === undefined ? NOWHERE : media.pathsOf(source));
  }

  async #writeItems(put: PutFile, decision: Decision, run: RunOptions): Promise<void> {
    const { items, profiles, log } = decision;
    const { folder, exports, actor } = this.#parts;
    const context = actor?.raw["@context"] ?? CONTEXT;
    const updated = exports.newestFirst[0]?.info.exportedAt;
    const write = async (
      name: string,
      state: MergeState,
      totalItems: number,
      more: JsonObject = {},
    ): Promise<void> => {
      const head = { "@context": context, id: name, type: "OrderedCollection", ...more, totalItems };
      await put(`${folder}${name}`, jsonCollection(head, "orderedItems", this.#documents(state, log, run)));
    };
    await write("outbox.json", "current", items.current, updated ? { updated } : {});
    if (items.gone > 0) await write("gone.json", "gone", items.gone);
    if (items.earlier + profiles > 0) await write("history.json", "earlier", items.earlier + profiles);
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
    const { folder, exports } = this.#parts;
    const united: Partial<Record<SourceCollection, UnitedCounts>> = {};
    for (const name of [...exports.merged.has].sort()) {
      const counts: UnitedCounts = { members: 0, onlyEarlier: 0 };
      const file = COLLECTION_FILES[name];
      const head = { "@context": CONTEXT, id: file, type: "OrderedCollection" };
      const members = unitedMembers(exports.newestFirst, name, counts, run);
      await put(`${folder}${file}`, jsonCollection(head, "orderedItems", members));
      united[name] = counts;
    }
    return united;
  }
}

const NOWHERE: MergedPaths = { pathFor: () => null };

/** What was told once is not told again with each further pass. */
function quietly({ signal, onProgress }: RunOptions): RunOptions {
  return { signal, onProgress };
}
