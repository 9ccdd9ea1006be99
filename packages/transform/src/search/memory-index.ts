import { REGISTER } from "./format.js";
import { type IndexFile, SearchIndexBuilder } from "./index-builder.js";
import type { IndexedPost } from "./indexed-post.js";
import { SearchEngine } from "./search-engine.js";

/**
 * Searches posts without writing an index anywhere: its files stay in memory, as texts.
 *
 * Posts come in the order of time, those without a date last; what is found is told by its place in that order.
 *
 * @example
 * ```ts
 * import { searchPosts } from "@archive/transform/search";
 * const engine = await searchPosts(posts);
 * const { posts: numbers } = await engine.search({ query: "tide -storm" });
 * ```
 */
export async function searchPosts(
  posts: AsyncIterable<IndexedPost> | Iterable<IndexedPost>,
): Promise<SearchEngine> {
  const builder = new SearchIndexBuilder();
  const files = new Map<string, string>();
  const take = ({ name, text }: IndexFile): void => void files.set(name, jsonOf(name, text));
  for await (const post of posts) {
    builder.add(post);
    for (const file of builder.ready()) take(file);
  }
  for (const file of builder.end()) take(file);
  return SearchEngine.open(async (name) => JSON.parse(files.get(name) ?? "null"));
}

/** What a file of an index hands over when a page runs it. */
function jsonOf(name: string, script: string): string {
  const head = `${REGISTER}(${JSON.stringify(name)},`;
  return script.slice(head.length, script.lastIndexOf(");"));
}
