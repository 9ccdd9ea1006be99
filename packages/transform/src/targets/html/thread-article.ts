import type { SafeNode, SafeTree } from "../../content/safe-tree.js";
import { clip, excerpt, toText } from "../../content/to-text.js";
import type { PostKey } from "../../post/post.js";
import type { ThreadTree } from "../../select/selection.js";
import type { Article, Segment } from "../../theme/pages/thread.js";
import { articlePath } from "../../theme/paths.js";
import type { PostCard } from "../../theme/site.js";
import { mainChain } from "./thread-layout.js";

/** From how many posts in a row on a thread is written as an article. */
const SHORTEST = 4;
/** Posts on one page of an article. */
const FULL = 120;
const LONGEST_HEADING = 60;
const LONGEST_TITLE = 72;

/** Words a minute, and characters a minute of scripts without spaces. */
const WORDS = 220;
const SIGNS = 500;

/** What all pages of an article say. */
interface ArticleFacts extends ArticleTitle {
  readonly minutes: number;
}

interface ArticleTitle {
  readonly title: string | null;
  /** Whether it is a heading of the first post's own. */
  readonly own: boolean;
}

/** Tells which threads are articles, and makes those. */
export class ThreadArticles {
  readonly #card: (key: PostKey) => PostCard | null;
  readonly #chains = new WeakMap<ThreadTree, readonly PostKey[]>();
  readonly #facts = new WeakMap<ThreadTree, ArticleFacts>();

  constructor(card: (key: PostKey) => PostCard | null) {
    this.#card = card;
  }

  /** Path of the article that a thread is; `null` for one that is too short. */
  pathOf(tree: ThreadTree): string | null {
    if (this.#chainOf(tree).length < SHORTEST) return null;
    const root = this.#card(tree.root.key);
    return root === null ? null : articlePath(root.path);
  }

  /** How many pages the article of a thread has; 0 where it is none. */
  partsOf(tree: ThreadTree): number {
    const { length } = this.#chainOf(tree);
    return length < SHORTEST ? 0 : Math.ceil(length / FULL);
  }

  /** A page of a thread's article, counted from 1. Made of the thread's posts and how they are laid out, and of nothing else. */
  part(tree: ThreadTree, root: PostCard, part: number): Article {
    const chain = this.#chainOf(tree);
    const { title, own, minutes } = this.#factsOf(tree, root);
    const from = (part - 1) * FULL;
    const segments = chain.slice(from, from + FULL).flatMap((key, index) => {
      const card = this.#card(key);
      const number = from + index + 1;
      return card === null ? [] : [segmentOf(card, number, number === 1 && own)];
    });
    const parts = this.partsOf(tree);
    return { root, title, minutes, part, parts, size: tree.size, chain: chain.length, segments };
  }

  #factsOf(tree: ThreadTree, root: PostCard): ArticleFacts {
    const known = this.#facts.get(tree);
    if (known !== undefined) return known;
    const facts = { ...titleOf(root), minutes: this.#minutesOf(this.#chainOf(tree)) };
    this.#facts.set(tree, facts);
    return facts;
  }

  #chainOf(tree: ThreadTree): readonly PostKey[] {
    if (tree.size < SHORTEST) return [];
    const known = this.#chains.get(tree);
    if (known !== undefined) return known;
    const chain = mainChain(tree);
    this.#chains.set(tree, chain);
    return chain;
  }

  #minutesOf(chain: readonly PostKey[]): number {
    let minutes = 0;
    for (const key of chain) {
      const content = this.#card(key)?.post.content ?? null;
      if (content === null) continue;
      const text = toText(content);
      const signs = text.match(/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/gu)?.length ?? 0;
      minutes += signs / SIGNS + (text.match(/\S+/gu)?.length ?? 0) / WORDS;
    }
    return Math.max(1, Math.round(minutes));
  }
}

/** The first line of the first post when it is a short one, else its first words. */
function titleOf({ post, label }: PostCard): ArticleTitle {
  const { contentWarning, title, content } = post;
  // What stands behind a warning is no title.
  if (contentWarning !== null) return { title: label, own: false };
  if (title !== null) return { title: clip(title, LONGEST_TITLE), own: false };
  if (content === null) return { title: label, own: false };
  const heading = headingOf(content);
  return heading === null
    ? { title: firstSentence(content) ?? (excerpt(content, LONGEST_TITLE) || label), own: false }
    : { title: heading, own: true };
}

// An ending after a short word may be that of an abbreviation.
const SENTENCE = /^(?:.{12,}?(?<=\p{L}{4}["”’)]?)[.!?…](?=\s)|.{6,}?[。！？])/u;

/** The sentence a text begins with, where it is short enough for a title. */
function firstSentence(content: SafeTree): string | null {
  const [line = ""] = toText(content).trim().split("\n");
  const sentence = SENTENCE.exec(line)?.[0].replace(/\s+/g, " ") ?? "";
  return sentence === "" || sentence.length > LONGEST_TITLE ? null : sentence.replace(/[.。]$/u, "");
}

function segmentOf(card: PostCard, number: number, isTitle: boolean): Segment {
  const { content, contentWarning } = card.post;
  const heading = content === null || contentWarning !== null ? null : headingOf(content);
  if (content === null || heading === null) return { card, number, heading: null, rest: content };
  return { card, number, heading: isTitle ? null : heading, rest: content.slice(1) };
}

/** A short line of its own before more text, without a link in it: people write headings like that. */
function headingOf(content: SafeTree): string | null {
  const [first, ...rest] = content;
  if (first?.type !== "element" || !/^(?:p|h[1-6])$/.test(first.name) || rest.length === 0) return null;
  if (!first.children.every(isPlain)) return null;
  const text = toText([first]).trim();
  return text === "" || text.includes("\n") || text.length > LONGEST_HEADING || /[,;:]$/.test(text)
    ? null
    : text;
}

function isPlain(node: SafeNode): boolean {
  return (
    node.type === "text" || (node.type === "element" && node.name !== "span" && node.children.every(isPlain))
  );
}
