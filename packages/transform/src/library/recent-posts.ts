import type { Post, PostKey } from "../post/post.js";
import type { RowPlace } from "./library.js";

/** How many posts are kept; a reply to oneself is nearly always written soon after what it answers. */
const KEPT = 64;

/** A post with where it stands. */
export interface PlacedPost {
  readonly post: Post;
  readonly place: RowPlace;
}

/**
 * The posts that were read last. Whoever reads posts in the order of time asks where they stand, and for their
 * parents again and again, and finds them here without a look-up.
 *
 * A plain list and no `Map`: the tables that a map leaves behind as it changes keep their posts alive until a full
 * collection, which made reading half as fast again.
 */
export class RecentPosts {
  readonly #posts: (PlacedPost | undefined)[] = new Array<PlacedPost | undefined>(KEPT).fill(undefined);
  #next = 0;

  add(post: PlacedPost): void {
    this.#posts[this.#next] = post;
    this.#next = (this.#next + 1) % KEPT;
  }

  get(key: PostKey): PlacedPost | undefined {
    return this.#posts.find((placed) => placed?.place.key === key);
  }

  /** For a post of which another version takes the place. */
  forget(key: PostKey): void {
    for (const [at, placed] of this.#posts.entries()) {
      if (placed?.place.key === key) this.#posts[at] = undefined;
    }
  }
}
