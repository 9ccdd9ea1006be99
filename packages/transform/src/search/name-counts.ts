import { fold } from "./fold.js";
import type { IndexedPost } from "./indexed-post.js";

/** How often hashtags and people are named in posts, for what a search page suggests. */
export class NameCounts {
  readonly tags: Map<string, number>;
  readonly mentions: Map<string, number>;

  constructor(
    tags: Iterable<readonly [string, number]> = [],
    mentions: Iterable<readonly [string, number]> = [],
  ) {
    this.tags = new Map(tags);
    this.mentions = new Map(mentions);
  }

  add({ hashtags, mentions }: Pick<IndexedPost, "hashtags" | "mentions">): void {
    for (const name of hashtags) if (!/\s/.test(name)) count(this.tags, name);
    for (const name of mentions) {
      const term = mentionTerm(name);
      if (term !== null) count(this.mentions, term);
    }
  }
}

/** The term by which posts that mention someone are found; `null` for a name that no query can hold. */
export function mentionTerm(name: string): string | null {
  const term = `@${fold(name.replace(/^@/, ""))}`;
  return /\s/.test(term) ? null : term;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
