import type { PublishedPost } from "../../post/post.js";
import { Boost, Boosts, isTold } from "../../theme/components/boost.js";
import type { DayMarkup } from "../../theme/day-markup.js";
import { joinMarkup, type Markup, markupOf, Raw } from "../../theme/markup.js";
import type { Holds } from "../../theme/pages/month.js";
import type { Page } from "../../theme/site.js";

interface OpenRun {
  readonly keys: Set<string>;
  last: string;
  readonly pieces: Markup[];
}

interface OpenBoost {
  readonly post: PublishedPost;
  readonly anchor: string;
}

/**
 * Posts on their way into a page, grouped as they are read: by day, posts that go on from each other tied
 * together, boosts that follow each other folded into one line. Only markup is held.
 */
export class PostList {
  readonly page: Page;
  readonly #days: { readonly day: string | null; readonly pieces: Markup[] }[] = [];
  #run: OpenRun | null = null;
  #boosts: OpenBoost[] = [];
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

  /** Whether a post goes on from the one added last, so that it need not say so. */
  isNext(post: PublishedPost, day: string | null): boolean {
    const answered = post.inReplyTo?.kind === "own" ? post.inReplyTo.key : null;
    return this.#run !== null && this.#run.last === answered && this.day === day;
  }

  /** Adds a post that was already written. */
  add(post: PublishedPost, day: string | null, markup: Markup): void {
    this.#turnTo(day);
    this.#endBoosts();
    const answered = post.inReplyTo?.kind === "own" ? post.inReplyTo.key : null;
    if (this.#run === null || answered === null || !this.#run.keys.has(answered)) {
      this.#endRun();
      this.#run = { keys: new Set(), last: post.key, pieces: [] };
    }
    this.#run.keys.add(post.key);
    this.#run.last = post.key;
    this.#run.pieces.push(markup);
    if (post.inReplyTo?.kind === "remote") this.#replies = true;
    else this.#posts = true;
    this.#size += 1;
  }

  /** Adds a boost, unless there is nothing to say of it. */
  addBoost(post: PublishedPost, day: string | null, anchor: string): void {
    if (!isTold(this.page, post)) return;
    this.#turnTo(day);
    this.#endRun();
    this.#boosts.push({ post, anchor });
    this.#boosted = true;
    this.#size += 1;
  }

  /** Which kinds were added. */
  holds(): Holds {
    return { posts: this.#posts, replies: this.#replies, boosts: this.#boosted };
  }

  /** Everything that was added, by day. */
  days(): readonly DayMarkup[] {
    this.#endRun();
    this.#endBoosts();
    return this.#days.map(({ day, pieces }) => ({ day, posts: joinMarkup(pieces) }));
  }

  #turnTo(day: string | null): void {
    if (this.#days.length > 0 && this.day === day) return;
    this.#endRun();
    this.#endBoosts();
    this.#days.push({ day, pieces: [] });
  }

  #endRun(): void {
    if (this.#run === null) return;
    const { pieces } = this.#run;
    const markup = joinMarkup(pieces);
    this.#days
      .at(-1)
      ?.pieces.push(pieces.length > 1 ? markupOf(<Raw class="run" markup={markup} />) : markup);
    this.#run = null;
  }

  #endBoosts(): void {
    const boosts = this.#boosts;
    const [first] = boosts;
    if (first === undefined) return;
    const { page } = this;
    const markup =
      boosts.length === 1
        ? markupOf(<Boost page={page} boost={first.post} anchor={first.anchor} />)
        : markupOf(<Boosts page={page} boosts={boosts} />);
    this.#days.at(-1)?.pieces.push(markup);
    this.#boosts = [];
  }
}
