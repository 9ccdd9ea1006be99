import { type Library, type LibraryRow, readPost } from "../library/library.js";
import type { Post, PostKey } from "../post/post.js";

/** How many are remembered: a month or a thread, in most archives. */
const MOST = 512;

interface Recent {
  readonly row: LibraryRow;
  post: Post | null;
}

/**
 * The posts that were read last. Whoever writes pages asks for a post's address, neighbours and thread right after
 * the post itself: half of all that is read, and parsed, is here already.
 */
export class RecentPosts {
  readonly #library: Pick<Library, "get">;
  readonly #recent = new Map<PostKey, Recent>();

  constructor(library: Pick<Library, "get">) {
    this.#library = library;
  }

  /** The post of a row that was just read. */
  postOf(row: LibraryRow): Post {
    return postIn(this.#recent.get(row.key) ?? this.#remember(row));
  }

  post(key: PostKey): Post | null {
    const found = this.#find(key);
    return found === null ? null : postIn(found);
  }

  row(key: PostKey): LibraryRow | null {
    return this.#find(key)?.row ?? null;
  }

  #find(key: PostKey): Recent | null {
    const known = this.#recent.get(key);
    if (known !== undefined) return known;
    const row = this.#library.get(key);
    return row === null ? null : this.#remember(row);
  }

  #remember(row: LibraryRow): Recent {
    const recent: Recent = { row, post: null };
    this.#recent.set(row.key, recent);
    if (this.#recent.size > MOST) {
      // The one that came in first; a Map keeps that order.
      for (const key of this.#recent.keys()) {
        this.#recent.delete(key);
        break;
      }
    }
    return recent;
  }
}

function postIn(recent: Recent): Post {
  recent.post ??= readPost(recent.row);
  return recent.post;
}
