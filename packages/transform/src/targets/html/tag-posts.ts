import type { PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import { TAG_PAGE } from "./tag-prints.js";

/** The posts of a tag, page by page: read when a page is to be written, and not when none is. */
export class TagPosts {
  readonly #selection: Selection;
  readonly #slug: string;
  #reading: AsyncIterator<PublishedPost> | null = null;
  #read = 0;

  constructor(selection: Selection, slug: string) {
    this.#selection = selection;
    this.#slug = slug;
  }

  /** The posts of a page, counted from 1. Cheap when pages are asked for in their order. */
  async part(part: number): Promise<readonly PublishedPost[]> {
    const from = (part - 1) * TAG_PAGE;
    if (this.#reading === null || this.#read > from) {
      await this.close();
      this.#reading = this.#selection.posts("oldest", { tag: this.#slug })[Symbol.asyncIterator]();
    }
    const posts: PublishedPost[] = [];
    while (this.#read < from + TAG_PAGE) {
      const next = await this.#reading.next();
      if (next.done === true) break;
      if (next.value.kind === "boost") continue;
      if (this.#read >= from) posts.push(next.value);
      this.#read += 1;
    }
    return posts;
  }

  /** Lets go of what is being read; it can be asked again after it. */
  async close(): Promise<void> {
    await this.#reading?.return?.();
    this.#reading = null;
    this.#read = 0;
  }
}
