import type { PublishedPost } from "../post/post.js";
import type { EarlierIndex } from "./earlier-index.js";
import { type IndexFile, SearchIndexBuilder } from "./index-builder.js";
import { type IndexedPlace, indexPost } from "./index-post.js";

/** Files that are handed out at once when all posts are in. */
const FEW = 16;

/** A post on its way into an index. */
export interface PostToIndex {
  readonly post: PublishedPost;
  readonly place: IndexedPlace;
}

/** Makes a search index of posts that come in pieces, in the order of time: here, or in another thread. */
export interface IndexMaker {
  /**
   * Takes posts in, boosts left out, and gives the files that are full with them. Earlier pieces need not be
   * answered yet.
   */
  add(posts: Iterable<PostToIndex>): Promise<readonly IndexFile[]>;
  /** Begins with the posts of an earlier index, before any is added. */
  goOnFrom(earlier: EarlierIndex): void;
  /** When all posts are in, the next few of the files that are left; none when there are none any more. */
  rest(): Promise<readonly IndexFile[]>;
  /** Nothing will be asked any more; safe to call at any time. */
  stop(): void;
}

/**
 * Makes an index here.
 *
 * @example
 * ```ts
 * import { indexMaker } from "@archive/transform/search";
 * const maker = indexMaker();
 * for await (const post of selection.posts("oldest")) {
 *   const place = { page: post.key, year: "", picture: null };
 *   for (const { name, text } of await maker.add([{ post, place }])) await write(`${name}.js`, text);
 * }
 * for (let files = await maker.rest(); files.length > 0; files = await maker.rest()) {
 *   for (const { name, text } of files) await write(`${name}.js`, text);
 * }
 * ```
 */
export function indexMaker(): IndexMaker {
  const builder = new SearchIndexBuilder();
  const left = builder.end();
  return {
    async add(posts) {
      for (const { post, place } of posts) {
        const entry = indexPost(post, place);
        if (entry !== null) builder.add(entry);
      }
      return builder.ready();
    },
    goOnFrom: (earlier) => builder.goOnFrom(earlier),
    async rest() {
      const files: IndexFile[] = [];
      for (let next = left.next(); next.done !== true; next = left.next()) {
        files.push(next.value);
        if (files.length === FEW) break;
      }
      return files;
    },
    stop() {},
  };
}
