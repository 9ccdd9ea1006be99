import { diagnostic, type RunOptions } from "@archive/schema";
import type { PublishedPost } from "../../post/post.js";
import type { PostAddress, Selection, ThreadTree } from "../../select/selection.js";
import { FailedPost } from "../../theme/components/post.js";
import type { ThreadView } from "../../theme/components/thread-tree.js";
import { documentText, type Markup, markupOf } from "../../theme/markup.js";
import { FailedPostPage, PostPage } from "../../theme/pages/post.js";
import { ThreadPage } from "../../theme/pages/thread.js";
import { articlePath, postPath } from "../../theme/paths.js";
import { type PostCard, pageAt, type Site } from "../../theme/site.js";
import type { OutputFile } from "../target.js";
import type { Fingerprints } from "./fingerprints.js";
import { lazyFile } from "./lazy-file.js";
import type { PostCards } from "./post-cards.js";
import type { ListItem, PostList } from "./post-list.js";
import type { ReadPost } from "./read-ahead.js";
import { ThreadArticles } from "./thread-article.js";
import { ThreadViews } from "./thread-layout.js";

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
interface PostParts {
  readonly card: PostCard;
  readonly tree: ThreadTree;
  readonly earlier: PostCard | null;
  readonly later: PostCard | null;
}

/** The same with what the page shows of the thread. */
interface PostView extends Omit<PostParts, "tree"> {
  readonly thread: ThreadView | null;
  readonly article: string | null;
}

/** Writes posts: each as a page, and as an item of lists. One that fails is told of, and stands as a gap. */
export class PostWriter {
  readonly #site: Site;
  readonly #selection: Selection;
  readonly #cards: PostCards;
  readonly #prints: Fingerprints;
  readonly #run: RunOptions;
  readonly #threads: ThreadViews;
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
    this.#threads = new ThreadViews((key) => cards.get(key));
    this.#articles = new ThreadArticles((key) => cards.get(key));
  }

  /** The page of a post; `null` for a post that has none. */
  page(read: ReadPost): WrittenPost | null {
    const { post, address } = read;
    if (post.kind === "boost") return null;
    const page = pageAt(this.#site, postPath(address));
    const written = (parts: PostParts): string =>
      this.#told(
        post,
        () => documentText(<PostPage page={page} {...this.#viewOf(parts)} />),
        () => documentText(<FailedPostPage page={page} />),
      );
    return this.#told<WrittenPost | null>(
      post,
      () => {
        const parts = this.#partsOf(read);
        return parts === null
          ? null
          : {
              file: lazyFile(page.path, this.#printOf(parts), () => written(parts)),
              card: parts.card,
              print: this.#prints.shown(parts.card) + this.#begunPrint(parts),
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
    const root = tree.root.key === post.key ? this.#cards.get(post.key) : null;
    if (root === null) return;
    const parts = this.#articles.partsOf(tree);
    for (let part = 1; part <= parts; part += 1) {
      const page = pageAt(this.#site, articlePath(root.path, part));
      yield lazyFile(page.path, this.#prints.page(part, this.#threadPrint(tree)), () =>
        this.#told(
          post,
          () => documentText(<ThreadPage page={page} article={this.#articles.part(tree, root, part)} />),
          () => documentText(<FailedPostPage page={page} />),
        ),
      );
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

  #begunPrint({ card, tree }: PostParts): string {
    const begun = this.#begunBy(card, tree);
    return begun === null ? "" : ` ${begun.posts} ${begun.article}`;
  }

  #printOf({ card, tree, earlier, later }: PostParts): string | undefined {
    const prints = this.#prints;
    const thread = tree.size < 2 ? null : this.#threadPrint(tree);
    return prints.page(prints.shown(card), prints.named(earlier), prints.named(later), thread);
  }

  #threadPrint(tree: ThreadTree): string {
    return this.#prints.thread(tree, this.#threads.linesOf(tree));
  }

  #partsOf(read: ReadPost): PostParts | null {
    const card = this.#cards.of(read.post, read.address);
    if (card === null) return null;
    const { earlier, later } =
      read.earlier === undefined || read.later === undefined
        ? this.#selection.neighbours(card.key)
        : { earlier: read.earlier, later: read.later };
    return {
      card,
      tree: this.#selection.thread(card.key),
      earlier: earlier === null ? null : this.#cards.get(earlier),
      later: later === null ? null : this.#cards.get(later),
    };
  }

  #viewOf({ tree, ...parts }: PostParts): PostView {
    const thread = this.#threads.of(tree, parts.card.key);
    return { ...parts, thread, article: thread === null ? null : this.#articles.pathOf(tree) };
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
