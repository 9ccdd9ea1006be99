import { type IndexFile, SearchIndexBuilder } from "./index-builder.js";
import type { IndexedPost } from "./indexed-post.js";
import { chunkJson } from "./script-chunk.js";
import { SearchEngine } from "./search-engine.js";

/** Where the files of an index stay while it is asked. */
export interface IndexStore {
  set(name: string, json: string): void;
  /** `undefined` for a file that is not there. */
  get(name: string): string | undefined | Promise<string | undefined>;
}

/**
 * Searches posts without writing an index anywhere: its files stay in memory, as texts, or in a store of one's own.
 *
 * Posts come in the order of time, those without a date last; what is found is told by its place in that order.
 *
 * @example
 * ```ts
 * import { indexPost, searchPosts } from "@archive/transform/search";
 * const entries = [];
 * for await (const post of selection.posts("oldest")) {
 *   entries.push(indexPost(post, { page: post.key, year: "", picture: null }) ?? []);
 * }
 * const engine = await searchPosts(entries.flat());
 * const { posts } = await engine.search({ query: "tide -storm" });
 * console.log(`${posts.length} found`);
 * ```
 */
export async function searchPosts(
  posts: AsyncIterable<IndexedPost> | Iterable<IndexedPost>,
  files: IndexStore = new Map<string, string>(),
): Promise<SearchEngine> {
  const builder = new SearchIndexBuilder();
  const take = ({ name, text }: IndexFile): void => void files.set(name, chunkJson(name, text));
  for await (const post of posts) {
    builder.add(post);
    for (const file of builder.ready()) take(file);
  }
  for (const file of builder.end()) take(file);
  return SearchEngine.open(async (name) => JSON.parse((await files.get(name)) ?? "null"));
}
