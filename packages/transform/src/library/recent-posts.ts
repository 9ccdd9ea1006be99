import type { Post, PostKey } from "../post/post.js";

/** How many posts are kept; a reply to oneself is nearly always written soon after what it answers. */
const KEPT = 64;

/**
 * The posts that were read last. Whoever reads posts in the order of time asks for their parents again and again, and
 * finds them here without a look-up.
 *
 * A plain list and no `Map`: the tables that a map leaves behind as it changes keep their posts alive until a full
 * collection, which made reading half as fast again.
 */
export class RecentPosts {
  readonly #posts: (Post | undefined)[] = new Array<Post | undefined>(KEPT).fill(undefined);
  #next = 0;

  add(post: Post): void {
    this.#posts[this.#next] = post;
    this.#next = (this.#next + 1) % KEPT;
  }

  get(key: PostKey): Post | undefined {
    return this.#posts.find((post) => post?.key === key);
  }

  /** For a post of which another version takes the place. */
  forget(key: PostKey): void {
    for (const [at, post] of this.#posts.entries()) if (post?.key === key) this.#posts[at] = undefined;
  }
}
