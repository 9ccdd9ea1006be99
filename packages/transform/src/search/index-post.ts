import { plainText } from "../content/plain-text.js";
import type { SafeNode, SafeTree } from "../content/safe-tree.js";
import { toText } from "../content/to-text.js";
import type { PublishedPost } from "../post/post.js";
import type { IndexedPost } from "./indexed-post.js";

/** What an index is told of a post beside the post itself. */
export interface IndexedPlace extends Pick<IndexedPost, "page" | "year"> {
  /** Path of its first picture. It is kept only where the post may show it at once. */
  readonly picture: string | null;
}

/**
 * A selected post as the search index takes it in; `null` for a boost, which says nothing of its own.
 *
 * @example
 * ```ts
 * import { indexPost, searchPosts } from "@archive/transform/search";
 * async function* indexed() {
 *   for await (const post of selection.posts("oldest")) {
 *     const entry = indexPost(post, { page: post.key, year: post.published?.slice(0, 4) ?? "", picture: null });
 *     if (entry !== null) yield entry;
 *   }
 * }
 * const engine = await searchPosts(indexed());
 * const { results } = await engine.results(await engine.search({ query: "tide" }), 0, 10);
 * for (const { post } of results) console.log(post);
 * ```
 */
export function indexPost(post: PublishedPost, { page, year, picture }: IndexedPlace): IndexedPost | null {
  if (post.kind === "boost") return null;
  const text = post.content === null ? "" : plainText(toText(post.content));
  const links = post.content === null ? [] : linksOf(post.content);
  const { attachments } = post;
  const folded = post.sensitive || post.contentWarning !== null;
  const seconds = post.published === null ? Number.NaN : Math.floor(Date.parse(post.published) / 1000);
  return {
    page,
    year,
    seconds: Number.isNaN(seconds) ? null : seconds,
    kind: post.kind,
    language: post.language,
    title: post.title === null ? null : plainText(post.title),
    text,
    hiddenLinks: links.filter((href) => !text.includes(href)),
    links: links.length > 0,
    contentWarning: post.contentWarning === null ? null : plainText(post.contentWarning),
    altTexts: attachments.flatMap(({ alt }) => (alt === null || alt.trim() === "" ? [] : [plainText(alt)])),
    options: post.poll?.options.map(({ name }) => plainText(name)) ?? [],
    ...namesOf(post),
    media: {
      image: attachments.some(({ kind }) => kind === "image"),
      video: attachments.some(({ kind }) => kind === "video"),
      audio: attachments.some(({ kind }) => kind === "audio"),
    },
    altMissing: attachments.some(({ alt }) => alt === null || alt.trim() === ""),
    unlisted: post.audience.visibility === "unlisted",
    to: post.inReplyTo?.kind === "remote" ? firstMention(post) : null,
    picture: folded ? null : picture,
    account: post.account,
  };
}

/** The hashtags and the people that a post names. */
export function namesOf({ tags }: PublishedPost): Pick<IndexedPost, "hashtags" | "mentions"> {
  return {
    hashtags: tags.flatMap((tag) => (tag.kind === "hashtag" ? [tag.name.replace(/^#/, "")] : [])),
    mentions: tags.flatMap((tag) => (tag.kind === "mention" ? [tag.name] : [])),
  };
}

function firstMention({ tags }: PublishedPost): string | null {
  for (const tag of tags) if (tag.kind === "mention") return plainText(tag.name);
  return null;
}

function linksOf(tree: SafeTree): readonly string[] {
  const links: string[] = [];
  const open: SafeNode[] = [...tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "link" && node.role === "plain") links.push(node.href);
    if (node.type === "element" || node.type === "link") open.push(...node.children);
  }
  return links;
}
