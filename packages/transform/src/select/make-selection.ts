import { isJsonObject, type JsonObject, type RunOptions } from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import { tagSlug } from "../ids/tag-slug.js";
import type { Library } from "../library/library.js";
import { type MediaOptions, PictureCopies } from "../media/picture-copies.js";
import { publishedMedia } from "../media/published-media.js";
import type { Account } from "../post/account.js";
import type { Post, PublishedPost } from "../post/post.js";
import type { SourceCollection } from "../source.js";
import type { Origin } from "./origins.js";
import { type DocumentRules, redactActor, redactMember } from "./redacted-document.js";
import type { CollectionMember, PublishedMedia, Selection, TagCount } from "./selection.js";
import type { Staging } from "./staging.js";
import { countTags } from "./tag-counts.js";
import { rootFinder, threadFinder } from "./threads.js";
import type { DayClock } from "./time-zone.js";

/** What a selection is made of once everything is staged. */
export interface SelectionParts {
  readonly origins: readonly Origin[];
  readonly library: Library;
  readonly staging: Staging;
  readonly accounts: readonly Account[];
  readonly clock: DayClock;
  readonly documents: boolean;
  readonly pictures: MediaOptions;
  readonly collections: ReadonlySet<SourceCollection>;
  readonly rulesOf: (origin: Origin) => DocumentRules;
}

/** The view of a filled library that targets get. */
export function makeSelection(parts: SelectionParts): Selection {
  const { origins, library, staging, accounts, clock, rulesOf } = parts;
  const copied = new IdIndex();
  const threadRoot = rootFinder(library);
  let tags: { readonly all: readonly TagCount[]; readonly slugs: ReadonlySet<string> } | null = null;
  const tagsOnce = (): NonNullable<typeof tags> => {
    if (tags === null) {
      const all = countTags(library);
      tags = { all, slugs: new Set(all.map(({ slug }) => slug)) };
    }
    return tags;
  };
  return {
    account: accounts[0] ?? null,
    accounts,
    counts: staging.counts(),
    timeZone: clock.timeZone,
    origin: {
      dialect: origins[0]?.source.info.dialect ?? "activitystreams",
      exportedAt: origins.map(({ source }) => source.info.exportedAt).reduce(later, null),
    },
    months: () => staging.months(),
    days: () => staging.days(),
    async *posts(order, range) {
      for (const post of library.posts(order, range)) yield publish(post);
    },
    tags: () => tagsOnce().all,
    slugOf(name) {
      const slug = tagSlug(name);
      return slug !== null && tagsOnce().slugs.has(slug) ? slug : null;
    },
    post(key) {
      const post = library.post(key);
      return post === null ? null : publish(post);
    },
    address(key) {
      const row = library.place(key);
      return row === null ? null : { day: row.day, short: staging.shortOf(row) };
    },
    thread: threadFinder(library, threadRoot),
    threadRoot,
    neighbours: (key) => library.neighbours(key),
    media: (run: RunOptions = {}) => mediaOf(origins, library, copied, run, parts.pictures),
    as2(key) {
      const json = parts.documents ? library.getDocument(key) : null;
      const document: unknown = json === null ? null : JSON.parse(json);
      return isJsonObject(document) ? document : null;
    },
    actorDocument(account = 0): JsonObject | null {
      const origin = origins[account];
      if (!parts.documents || origin === undefined || origin.actor === null) return null;
      return redactActor(origin.actor.raw, rulesOf(origin));
    },
    collection(name, run) {
      const having = origins.filter(({ source }) => source.has.has(name));
      return having.length === 0 || !parts.collections.has(name) ? null : members(having, name, rulesOf, run);
    },
    mediaState(key) {
      // Pages ask for each file again and again, and most archives hold few of them, or none was asked for.
      const output = copied.has(key) ? (library.getMedia(key)?.output ?? null) : null;
      return output === null ? { state: "missing" } : { state: "present", ...output };
    },
  };
}

function later(a: string | null, b: string | null): string | null {
  return a !== null && (b === null || a > b) ? a : b;
}

async function* mediaOf(
  origins: readonly Origin[],
  library: Library,
  copied: IdIndex,
  run: RunOptions,
  options: MediaOptions,
): AsyncGenerator<PublishedMedia> {
  // One for all archives: two can hold the same picture.
  const copies = new PictureCopies(options, run);
  for (const { source, account } of origins) {
    const own: Pick<Library, "scanMedia" | "putMedia"> = {
      putMedia(media) {
        library.putMedia(media);
        if (media.output !== null) copied.set(media.key, 1);
      },
      *scanMedia() {
        for (const media of library.scanMedia()) if (media.source === account) yield media;
      },
    };
    yield* publishedMedia(source, own, run, copies);
  }
}

async function* members(
  origins: readonly Origin[],
  name: SourceCollection,
  rulesOf: (origin: Origin) => DocumentRules,
  run: RunOptions | undefined,
): AsyncGenerator<CollectionMember> {
  for (const origin of origins) {
    const rules = rulesOf(origin);
    for await (const { value } of origin.source.collection(name, run)) {
      const member = redactMember({ ...value }, rules);
      if (member !== null && typeof member.id === "string") yield { ...member, id: member.id };
    }
  }
}

/**
 * The one place that makes a published post. What it is given comes from the library, and nothing enters the
 * library but through the selection's filter: that is what the mark certifies.
 */
function publish(post: Post): PublishedPost {
  return post as PublishedPost;
}
