import { diagnostic, type RunOptions } from "@archive/schema";
import type { PublishedPost } from "../../post/post.js";
import type { PostAddress, Selection } from "../../select/selection.js";
import { FailedPost } from "../../theme/components/post.js";
import type { ThreadView } from "../../theme/components/thread-tree.js";
import { documentText, type Markup, markupOf } from "../../theme/markup.js";
import { FailedPostPage, PostPage } from "../../theme/pages/post.js";
import { ThreadPage } from "../../theme/pages/thread.js";
import { articlePath, postPath } from "../../theme/paths.js";
import { type Page, type PostCard, pageAt, type Site } from "../../theme/site.js";
import type { OutputFile } from "../target.js";
import type { PostCards } from "./post-cards.js";
import type { PostList } from "./post-list.js";
import type { ReadPost } from "./read-ahead.js";
import { ThreadArticles } from "./thread-article.js";
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
  readonly #articles: ThreadArticles;

  constructor(site: Site, selection: Selection, cards: PostCards, run: RunOptions) {
    this.#site = site;
    this.#selection = selection;
    this.#cards = cards;
    this.#run = run;
    this.#threadView = threadViews((key) => cards.get(key));
    this.#articles = new ThreadArticles((key) => cards.get(key));
  }

  /** The page of a post, and whether it is the page that was meant; `null` for a post that has none. */
  page(read: ReadPost): { readonly path: string; readonly content: string; readonly whole: boolean } | null {
    const { post, address } = read;
    if (post.kind === "boost") return null;
    const page = pageAt(this.#site, postPath(address));
    try {
      const card = this.#cards.of(post, address);
      if (card === null) return null;
      return { path: page.path, content: documentText(this.#pageOf(page, card, read)), whole: true };
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
        const thread = this.#threadFrom(page, card);
        const { ListedPost } = this.#site.components;
        return markupOf(
          <ListedPost page={page} card={card} anchor={anchor} cut={cut} tied={tied} thread={thread} />,
        );
      }
    } catch {
      // Its page failed for the same reason, and that was told.
    }
    return markupOf(<FailedPost page={page} anchor={anchor} />);
  }

  /** The thread that begins with a post as one article, when it is long enough to be one. */
  *article(post: PublishedPost): Generator<OutputFile> {
    if (post.kind === "boost") return;
    const tree = this.#selection.thread(post.key);
    if (tree.size < THREAD || tree.root.key !== post.key) return;
    try {
      for (const article of this.#articles.of(tree)) {
        const page = pageAt(this.#site, articlePath(article.root.path, article.part));
        yield { path: page.path, content: documentText(<ThreadPage page={page} article={article} />) };
      }
    } catch (error) {
      this.#failed(post, error);
      const root = this.#cards.get(post.key);
      if (root === null) return;
      const page = pageAt(this.#site, articlePath(root.path));
      yield { path: page.path, content: documentText(<FailedPostPage page={page} />) };
    }
  }

  #threadFrom(page: Page, card: PostCard): { readonly posts: number; readonly href: string } | null {
    const tree = this.#selection.thread(card.key);
    if (tree.size < THREAD || tree.root.key !== card.key) return null;
    const article = this.#articles.pathOf(tree);
    const href = article === null ? `${page.href(card.path)}#thread` : page.href(article);
    return { posts: tree.size, href };
  }

  #pageOf(page: Page, card: PostCard, read: ReadPost) {
    const { earlier, later } =
      read.earlier === undefined || read.later === undefined
        ? this.#selection.neighbours(card.key)
        : { earlier: read.earlier, later: read.later };
    const tree = this.#selection.thread(card.key);
    const thread: ThreadView | null = this.#threadView(tree, card.key);
    return (
      <PostPage
        page={page}
        card={card}
        thread={thread}
        article={thread === null ? null : this.#articles.pathOf(tree)}
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
