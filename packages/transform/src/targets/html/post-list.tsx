import type { PublishedPost } from "../../post/post.js";
import type { PostAddress } from "../../select/selection.js";
import { Boost, Boosts, isTold } from "../../theme/components/boost.js";
import type { DayMarkup } from "../../theme/day-markup.js";
import { joinMarkup, type Markup, markupOf, Raw } from "../../theme/markup.js";
import type { Holds } from "../../theme/pages/month.js";
import type { Page, PostCard } from "../../theme/site.js";

/** A post in a list. */
export interface ListItem {
  readonly post: PublishedPost;
  /** `null` for a post that can't be shown. */
  readonly card: PostCard | null;
  readonly anchor: string;
  /** Whether it goes on from the post before it, so that it need not say so. */
  readonly tied: boolean;
}

type ListBoost = Pick<ListItem, "post" | "anchor">;

/** Posts that go on from each other, or boosts that follow each other. */
type Group =
  | { readonly kind: "run"; readonly keys: Set<string>; readonly items: ListItem[] }
  | { readonly kind: "boosts"; readonly boosts: ListBoost[] };

interface OpenDay {
  readonly day: string | null;
  readonly groups: Group[];
}

/**
 * Posts on their way into a page, grouped as they are read: by day, posts that go on from each other tied
 * together, boosts that follow each other folded into one line. They are written when the page is.
 */
export class PostList {
  readonly page: Page;
  readonly #days: OpenDay[] = [];
  #size = 0;
  #posts = false;
  #replies = false;
  #boosted = false;

  constructor(page: Page) {
    this.page = page;
  }

  /** Posts added so far. */
  get size(): number {
    return this.#size;
  }

  /** The day last added to. */
  get day(): string | null | undefined {
    return this.#days.at(-1)?.day;
  }

  /** Adds a post with its card; `null` for one that can't be shown, which stands as a gap. */
  add(post: PublishedPost, card: PostCard | null, { day }: PostAddress, anchor: string): void {
    const groups = this.#groupsOf(day);
    const last = groups.at(-1);
    const answered = post.inReplyTo?.kind === "own" ? post.inReplyTo.key : null;
    const goesOn = last?.kind === "run" && answered !== null && last.keys.has(answered);
    const run = goesOn ? last : { kind: "run" as const, keys: new Set<string>(), items: [] };
    if (!goesOn) groups.push(run);
    const tied = run.items.at(-1)?.post.key === answered;
    run.keys.add(post.key);
    run.items.push({ post, card, anchor, tied });
    if (post.inReplyTo?.kind === "remote") this.#replies = true;
    else this.#posts = true;
    this.#size += 1;
  }

  /** Adds a boost, unless there is nothing to say of it; tells whether it did. */
  addBoost(post: PublishedPost, day: string | null, anchor: string): boolean {
    if (!isTold(this.page, post)) return false;
    const groups = this.#groupsOf(day);
    const last = groups.at(-1);
    if (last?.kind === "boosts") last.boosts.push({ post, anchor });
    else groups.push({ kind: "boosts", boosts: [{ post, anchor }] });
    this.#boosted = true;
    this.#size += 1;
    return true;
  }

  /** Which kinds were added. */
  holds(): Holds {
    return { posts: this.#posts, replies: this.#replies, boosts: this.#boosted };
  }

  /** Everything that was added, by day, each post as it is to be written. */
  days(write: (item: ListItem) => Markup): readonly DayMarkup[] {
    return this.#days.map(({ day, groups }) => ({
      day,
      posts: joinMarkup(groups.map((group) => this.#written(group, write))),
    }));
  }

  #groupsOf(day: string | null): Group[] {
    const last = this.#days.at(-1);
    if (last !== undefined && last.day === day) return last.groups;
    const groups: Group[] = [];
    this.#days.push({ day, groups });
    return groups;
  }

  #written(group: Group, write: (item: ListItem) => Markup): Markup {
    const { page } = this;
    if (group.kind === "run") {
      const markup = joinMarkup(group.items.map(write));
      return group.items.length > 1 ? markupOf(<Raw class="run" markup={markup} />) : markup;
    }
    const [first, second] = group.boosts;
    return first !== undefined && second === undefined
      ? markupOf(<Boost page={page} boost={first.post} anchor={first.anchor} />)
      : markupOf(<Boosts page={page} boosts={group.boosts} />);
  }
}
