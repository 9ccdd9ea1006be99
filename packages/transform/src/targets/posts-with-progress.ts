import type { RunOptions } from "@archive/schema";
import type { PublishedPost } from "../post/post.js";

/** The same posts, with progress and a look at whether to stop. */
export async function* postsWithProgress(
  posts: AsyncIterable<PublishedPost>,
  file: string,
  { signal, onProgress }: RunOptions,
): AsyncGenerator<PublishedPost> {
  let items = 0;
  for await (const post of posts) {
    signal?.throwIfAborted();
    items += 1;
    onProgress?.({ file, bytes: 0, items });
    yield post;
  }
}
