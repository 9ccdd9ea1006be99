import { type IndexFile, SearchIndexBuilder } from "./index-builder.js";
import type { IndexedPost } from "./indexed-post.js";

/** Files that are handed out at once when all posts are in. */
const FEW = 16;

/** Makes a search index of posts that come in pieces, in the order of time: here, or in another thread. */
export interface IndexMaker {
  /** Takes posts in, and gives the files that are full with them. Earlier pieces need not be answered yet. */
  add(posts: readonly IndexedPost[]): Promise<readonly IndexFile[]>;
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
 * import { indexMaker, indexPost } from "@archive/transform/search";
 * const maker = indexMaker();
 * for await (const post of selection.posts("oldest")) {
 *   const entry = indexPost(post, { page: post.key, year: "", picture: null });
 *   if (entry === null) continue;
 *   for (const { name, text } of await maker.add([entry])) await write(`${name}.js`, text);
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
      for (const post of posts) builder.add(post);
      return builder.ready();
    },
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
