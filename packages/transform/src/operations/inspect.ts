import {
  idOf,
  type RunOptions,
  textOf,
  timestampOf,
  typesOf,
  urlsOf,
  type Visibility,
} from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import { IdList } from "../ids/id-list.js";
import { handleOf } from "../post/build-account.js";
import { type ExaminedPost, examine } from "../post/examine.js";
import { kindOf } from "../post/facts.js";
import type { PostKind } from "../post/post.js";
import { dayClock } from "../select/time-zone.js";
import type { ArchiveSource, SourceCollection } from "../source.js";
import { emptyByVisibility } from "./by-visibility.js";
import { type MediaCounts, MediaTally } from "./media-tally.js";

/** What an archive holds: whose it is, how much of what, and what is not in it. */
export interface InspectReport {
  readonly archive: {
    readonly bytes: number;
    readonly container: string;
    readonly dialect: string;
    readonly era: string | null;
    readonly exportedAt: string | null;
  };
  /** `null` without an actor. */
  readonly account: {
    readonly id: string | null;
    readonly handle: string | null;
    readonly name: string | null;
    readonly type: string | null;
    readonly url: string | null;
    readonly joinedAt: string | null;
  } | null;
  readonly posts: {
    readonly total: number;
    readonly byKind: Readonly<Record<"post" | "reply" | "selfReply" | "boost" | "poll", number>>;
    readonly byVisibility: Readonly<Record<Visibility, number>>;
    /** By year in the time zone asked for; years without posts left out. */
    readonly byYear: Readonly<Record<string, number>>;
    readonly byLanguage: Readonly<Record<string, number>>;
    readonly edited: number;
    readonly withContentWarning: number;
    readonly first: string | null;
    readonly last: string | null;
  };
  /** Numbers of distinct entries; `null` for what the archive does not have. */
  readonly collections: Readonly<Record<SourceCollection, number | null>>;
  readonly media: MediaCounts;
}

/** How to count. */
export interface InspectOptions extends RunOptions {
  /** IANA name of the time zone that years are counted in; UTC unless told. */
  readonly timeZone?: string | undefined;
}

/**
 * Counts what an archive holds, in one pass over the outbox and constant memory. Everything is counted,
 * whatever its visibility: the report is for the archive's owner.
 *
 * @example
 * ```ts
 * import { openArchive } from "@archive/reader";
 * import { inspect } from "@archive/transform";
 *
 * await using archive = await openArchive("archive.zip");
 * const { posts } = await inspect(archive);
 * process.stdout.write(`${posts.total} posts, ${posts.byVisibility.direct} of them direct\n`);
 * ```
 */
export async function inspect(source: ArchiveSource, options: InspectOptions = {}): Promise<InspectReport> {
  const clock = dayClock(options.timeZone);
  const actor = await source.actor(options);
  const posts = new PostTally((epoch) => clock.dayOf(epoch).slice(0, 4));
  const media = new MediaTally(source, options);
  for await (const seen of examine(source, actor, options)) {
    posts.see(seen);
    media.see(seen);
    options.onProgress?.({
      file: seen.item.file,
      bytes: seen.item.offset + seen.item.length,
      items: posts.total,
    });
  }
  const collections: Record<SourceCollection, number | null> = {
    likes: null,
    bookmarks: null,
    following: null,
    followers: null,
    blocks: null,
    mutes: null,
    lists: null,
    domainBlocks: null,
    filters: null,
    dislikes: null,
  };
  for (const name of source.has) collections[name] = await countCollection(source, name, options);
  const { container, bytes, dialect, era, exportedAt } = source.info;
  const value = actor?.value ?? null;
  return {
    archive: { bytes, container, dialect, era, exportedAt },
    account:
      value === null
        ? null
        : {
            id: idOf(value),
            handle: handleOf(value),
            name: textOf(value.name),
            type: typesOf(value)[0] ?? null,
            url: urlsOf(value.url)[0] ?? null,
            joinedAt: timestampOf(value.published)?.iso ?? null,
          },
    posts: posts.report(),
    collections,
    media: await media.finish(value),
  };
}

async function countCollection(
  source: ArchiveSource,
  name: SourceCollection,
  run: RunOptions,
): Promise<number> {
  const distinct = new IdIndex();
  for await (const { value } of source.collection(name, run)) distinct.set(value.id, 1);
  return distinct.size;
}

/**
 * Counts posts as they go by. A reply whose parent was not seen yet is settled at the end, when all own ids are
 * known; until then only the parent's id and the kind it would have are kept.
 */
class PostTally {
  total = 0;
  readonly #yearOf: (epoch: number) => string;
  readonly #own = new IdIndex();
  readonly #unsettled = new IdList();
  readonly #byKind: Record<PostKind, number> = { post: 0, reply: 0, selfReply: 0, boost: 0, poll: 0 };
  readonly #byVisibility: Record<Visibility, number> = emptyByVisibility();
  readonly #byYear = new Map<string, number>();
  readonly #byLanguage = new Map<string, number>();
  #edited = 0;
  #withContentWarning = 0;
  #first: { iso: string; epoch: number } | null = null;
  #last: { iso: string; epoch: number } | null = null;

  constructor(yearOf: (epoch: number) => string) {
    this.#yearOf = yearOf;
  }

  see({ facts }: ExaminedPost): void {
    this.total += 1;
    if (facts.id !== null && facts.item.kind === "post") this.#own.set(facts.id, 1);
    const kind = kindOf(facts, (id) => this.#own.has(id));
    if (kind === "reply" && facts.parent !== null) this.#unsettled.add(facts.parent);
    else this.#byKind[kind] += 1;
    this.#byVisibility[facts.audience.visibility] += 1;
    if (facts.language !== null) bump(this.#byLanguage, facts.language);
    if (facts.item.kind === "post") {
      const updated = facts.item.object?.updated;
      if (updated !== undefined && updated !== null) this.#edited += 1;
      if (facts.contentWarning !== null) this.#withContentWarning += 1;
    }
    const { published } = facts;
    if (published === null) return;
    bump(this.#byYear, this.#yearOf(published.epoch));
    if (this.#first === null || published.epoch < this.#first.epoch) this.#first = published;
    if (this.#last === null || published.epoch > this.#last.epoch) this.#last = published;
  }

  report(): InspectReport["posts"] {
    const selfReplies = this.#unsettled.countIn(this.#own);
    return {
      total: this.total,
      byKind: {
        ...this.#byKind,
        selfReply: this.#byKind.selfReply + selfReplies,
        reply: this.#byKind.reply + this.#unsettled.size - selfReplies,
      },
      byVisibility: { ...this.#byVisibility },
      byYear: sorted(this.#byYear),
      byLanguage: sorted(this.#byLanguage),
      edited: this.#edited,
      withContentWarning: this.#withContentWarning,
      first: this.#first?.iso ?? null,
      last: this.#last?.iso ?? null,
    };
  }
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
