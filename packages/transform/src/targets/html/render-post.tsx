import { diagnostic, type RunOptions } from "@archive/schema";
import type { PublishedPost } from "../../post/post.js";
import type { PostAddress, Selection, ThreadTree } from "../../select/selection.js";
import { FailedPost } from "../../theme/components/post.js";
import type { ThreadView } from "../../theme/components/thread-tree.js";
import { documentText, type Markup, markupOf } from "../../theme/markup.js";
import { FailedPostPage, PostPage } from "../../theme/pages/post.js";
import { type Article, ThreadPage } from "../../theme/pages/thread.js";
import { articlePath, postPath } from "../../theme/paths.js";
import { type PostCard, pageAt, type Site } from "../../theme/site.js";
import type { OutputFile } from "../target.js";
import type { Fingerprints } from "./fingerprints.js";
import { lazyFile } from "./lazy-file.js";
import type { PostCards } from "./post-cards.js";
import type { ListItem, PostList } from "./post-list.js";
import type { ReadPost } from "./read-ahead.js";
import { ThreadArticles } from "./thread-article.js";
import { threadViews } from "./thread-layout.js";

/** From how many posts on a list says that a post begins a thread. */
const THREAD = 3;

/** A post on its way: its page, and what lists are made from where it stands in them. */
export interface WrittenPost {
  readonly file: OutputFile;
  /** `null` for a post that can't be shown. */
  readonly card: PostCard | null;
  /** Names what an item of a list is made from; `null` for a post that can't be shown. */
  readonly print: string | null;
}

/** What the page of a post is made from. */
interface PostView {
  readonly card: PostCard;
  readonly thread: ThreadView | null;
  readonly article: string | null;
  readonly earlier: PostCard | null;
  readonly later: PostCard | null;
}

/** Writes posts: each as a page, and as an item of lists. One that fails is told of, and stands as a gap. */
export class PostWriter {
  readonly #site: Site;
  readonly #selection: Selection;
  readonly #cards: PostCards;
  readonly #prints: Fingerprints;
  readonly #run: RunOptions;
  readonly #threadView: ReturnType<typeof threadViews>;
  readonly #articles: ThreadArticles;

  constructor(
    site: Site,
    selection: Selection,
    cards: PostCards,
    { prints, run }: { readonly prints: Fingerprints; readonly run: RunOptions },
  ) {
    this.#site = site;
    this.#selection = selection;
    this.#cards = cards;
    this.#prints = prints;
    this.#run = run;
    this.#threadView = threadViews((key) => cards.get(key));
    this.#articles = new ThreadArticles((key) => cards.get(key));
  }

  /** The page of a post; `null` for a post that has none. */
  page(read: ReadPost): WrittenPost | null {
    const { post, address } = read;
    if (post.kind === "boost") return null;
    const page = pageAt(this.#site, postPath(address));
    const written = (view: PostView): string =>
      this.#told(
        post,
        () => documentText(<PostPage page={page} {...view} />),
        () => documentText(<FailedPostPage page={page} />),
      );
    return this.#told<WrittenPost | null>(
      post,
      () => {
        const tree = this.#selection.thread(post.key);
        const view = this.#viewOf(read, tree);
        return view === null
          ? null
          : {
              file: lazyFile(page.path, this.#printOf(view), () => written(view)),
              card: view.card,
              print: this.#prints.shown(view.card) + this.#threadPrint(view.card, tree),
            };
      },
      () => ({
        file: { path: page.path, content: documentText(<FailedPostPage page={page} />) },
        card: null,
        print: null,
      }),
    );
  }

  /** The posts of a list as its items. */
  items(list: PostList, cut: "whole" | "short"): ReturnType<PostList["days"]> {
    return list.days((item) => this.#item(list, item, cut));
  }

  /** The thread that begins with a post as one article, when it is long enough to be one. */
  *article(post: PublishedPost): Generator<OutputFile> {
    if (post.kind === "boost") return;
    const tree = this.#selection.thread(post.key);
    if (tree.size < THREAD || tree.root.key !== post.key) return;
    try {
      for (const article of this.#articles.of(tree)) {
        const page = pageAt(this.#site, articlePath(article.root.path, article.part));
        yield lazyFile(page.path, this.#articlePrint(article), () =>
          documentText(<ThreadPage page={page} article={article} />),
        );
      }
    } catch (error) {
      this.#failed(post, error);
      const root = this.#cards.get(post.key);
      if (root === null) return;
      const page = pageAt(this.#site, articlePath(root.path));
      yield { path: page.path, content: documentText(<FailedPostPage page={page} />) };
    }
  }

  /** The card of a post for a list; `null` when it can't be shown. Its page failed for the same reason, and that was told. */
  card(post: PublishedPost, address: PostAddress): PostCard | null {
    try {
      return this.#cards.of(post, address);
    } catch {
      return null;
    }
  }

  #item(list: PostList, { card, anchor, tied }: ListItem, cut: "whole" | "short"): Markup {
    const { page } = list;
    try {
      if (card !== null) {
        const begun = this.#begunBy(card, this.#selection.thread(card.key));
        const href = begun === null ? "" : (begun.article ?? `${card.path}#thread`);
        const thread = begun === null ? null : { posts: begun.posts, href: page.href(href) };
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

  /** The thread that begins with a post, when it is one that lists speak of. */
  #begunBy(
    card: PostCard,
    tree: ThreadTree,
  ): { readonly posts: number; readonly article: string | null } | null {
    if (tree.size < THREAD || tree.root.key !== card.key) return null;
    return { posts: tree.size, article: this.#articles.pathOf(tree) };
  }

  #threadPrint(card: PostCard, tree: ThreadTree): string {
    const begun = this.#begunBy(card, tree);
    return begun === null ? "" : ` ${begun.posts} ${begun.article}`;
  }

  #printOf({ card, thread, article, earlier, later }: PostView): string | undefined {
    const prints = this.#prints;
    const around =
      thread === null
        ? null
        : [thread.size, thread.branches, prints.named(thread.start), prints.tree(thread.items), article];
    return prints.page(prints.shown(card), prints.named(earlier), prints.named(later), around);
  }

  #articlePrint({ segments, root, ...said }: Article): string | undefined {
    const prints = this.#prints;
    return prints.page(
      said,
      prints.shown(root),
      segments.map(({ card, number, heading }) => [prints.shown(card), number, heading]),
    );
  }

  #viewOf(read: ReadPost, tree: ThreadTree): PostView | null {
    const card = this.#cards.of(read.post, read.address);
    if (card === null) return null;
    const { earlier, later } =
      read.earlier === undefined || read.later === undefined
        ? this.#selection.neighbours(card.key)
        : { earlier: read.earlier, later: read.later };
    const thread = this.#threadView(tree, card.key);
    return {
      card,
      thread,
      article: thread === null ? null : this.#articles.pathOf(tree),
      earlier: earlier === null ? null : this.#cards.get(earlier),
      later: later === null ? null : this.#cards.get(later),
    };
  }

  /** What is made of a post, or what stands for it when that fails; the failure is told. */
  #told<T>(post: PublishedPost, make: () => T, instead: () => T): T {
    try {
      return make();
    } catch (error) {
      this.#failed(post, error);
      return instead();
    }
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
