import type { RunOptions } from "@archive/schema";
import { type Library, readPost } from "../library/library.js";
import { publishedMedia } from "../media/published-media.js";
import type { Account } from "../post/account.js";
import type { Post, PublishedPost } from "../post/post.js";
import type { ArchiveSource } from "../source.js";
import type { Selection } from "./selection.js";
import type { Staging } from "./staging.js";
import { threadFinder } from "./threads.js";
import type { DayClock } from "./time-zone.js";

/** What a selection is made of once everything is staged. */
export interface SelectionParts {
  readonly source: ArchiveSource;
  readonly library: Library;
  readonly staging: Staging;
  readonly account: Account | null;
  readonly clock: DayClock;
}

/** The view of a filled library that targets get. */
export function makeSelection(parts: SelectionParts): Selection {
  const { source, library, staging, account, clock } = parts;
  return {
    account,
    counts: staging.counts(),
    timeZone: clock.timeZone,
    origin: { dialect: source.info.dialect, exportedAt: source.info.exportedAt },
    months: () => staging.months(),
    days: () => staging.days(),
    async *posts(order, range) {
      for (const row of library.scan(order, range)) yield publish(readPost(row));
    },
    post(key) {
      const row = library.get(key);
      return row === null ? null : publish(readPost(row));
    },
    address(key) {
      const row = library.get(key);
      return row === null ? null : { day: row.day, short: staging.shortOf(row) };
    },
    thread: threadFinder(library),
    neighbours: (key) => library.neighbours(key),
    media: (run: RunOptions = {}) => publishedMedia(source, library, run),
    mediaState(key) {
      const output = library.getMedia(key)?.output ?? null;
      return output === null ? { state: "missing" } : { state: "present", ...output };
    },
  };
}

/**
 * The one place that makes a published post. What it is given comes from the library, and nothing enters the
 * library but through the selection's filter: that is what the mark certifies.
 */
function publish(post: Post): PublishedPost {
  return post as PublishedPost;
}
