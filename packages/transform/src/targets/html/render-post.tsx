import { diagnostic, type RunOptions } from "@archive/schema";
import type { PublishedPost } from "../../post/post.js";
import type { PostAddress, Selection } from "../../select/selection.js";
import { FailedPost, ListedPost } from "../../theme/components/post.js";
import type { ThreadView } from "../../theme/components/thread-tree.js";
import { documentText, type Markup, markupOf } from "../../theme/markup.js";
import { FailedPostPage, PostPage } from "../../theme/pages/post.js";
import { postPath } from "../../theme/paths.js";
import { type Page, type PostCard, pageAt, type Site } from "../../theme/site.js";
import type { PostCards } from "./post-cards.js";
import type { PostList } from "./post-list.js";
import { threadViews } from "./thread-layout.js";

/** From how many posts on a list says that a post begins a thread. */
const THREAD = 3;

/** Writes posts: each as a page, and as an item of lists. One that fails is told of, and stands as a gap. */
export class PostWriter {
  readonly #site: Site;
  readonly #selection: Selection;
  readonly #cards: PostCards;
  readonly #run: RunOptions;
  readonly #threadView: ReturnType<typeof threadViews>;

  constructor(site: Site, selection: Selection, cards: PostCards, run: RunOptions) {
    this.#site = site;
    this.#selection = selection;
    this.#cards = cards;
    this.#run = run;
    this.#threadView = threadViews((key) => cards.get(key));
  }

  /** The page of a post, and whether it is the page that was meant; `null` for a post that has none. */
  page(
    post: PublishedPost,
    address: PostAddress,
  ): { readonly path: string; readonly content: string; readonly whole: boolean } | null {
    if (post.kind === "boost") return null;
    const page = pageAt(this.#site, postPath(address));
    try {
      const card = this.#cards.of(post, address);
      if (card === null) return null;
      return { path: page.path, content: documentText(this.#pageOf(page, card)), whole: true };
    } catch (error) {
      this.#failed(post, error);
      return { path: page.path, content: documentText(<FailedPostPage page={page} />), whole: false };
    }
  }

  /** A post as the next item of a list. */
  item(
    list: PostList,
    post: PublishedPost,
    address: PostAddress,
    anchor: string,
    cut: "whole" | "short",
  ): Markup {
    const { page } = list;
    const tied = list.isNext(post, address.day);
    try {
      const card = this.#cards.of(post, address);
      if (card !== null) {
        const { size, root } = this.#selection.thread(post.key);
        const thread = size >= THREAD && root.key === post.key ? size : null;
        return markupOf(
          <ListedPost page={page} card={card} anchor={anchor} cut={cut} tied={tied} thread={thread} />,
        );
      }
    } catch {
      // Its page failed for the same reason, and that was told.
    }
    return markupOf(<FailedPost page={page} anchor={anchor} />);
  }

  #pageOf(page: Page, card: PostCard) {
    const { earlier, later } = this.#selection.neighbours(card.key);
    const thread: ThreadView | null = this.#threadView(this.#selection.thread(card.key), card.key);
    return (
      <PostPage
        page={page}
        card={card}
        thread={thread}
        earlier={earlier === null ? null : this.#cards.get(earlier)}
        later={later === null ? null : this.#cards.get(later)}
      />
    );
  }

  #failed(post: PublishedPost, error: unknown): void {
    this.#run.onDiagnostic?.(
      diagnostic("output/item-failed", {
        id: post.id,
        // An error's message may quote the text it failed on; its name does not.
        actual: error instanceof Error ? error.name : typeof error,
      }),
    );
  }
}
