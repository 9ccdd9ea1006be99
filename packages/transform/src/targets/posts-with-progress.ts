import type { RunOptions } from "@archive/schema";
import type { PublishedPost } from "../post/post.js";

/** To be called for each post: tells how far a file is, and throws when it is to stop. */
export function progressOf(file: string, { signal, onProgress }: RunOptions): () => void {
  let items = 0;
  return () => {
    signal?.throwIfAborted();
    items += 1;
    onProgress?.({ file, bytes: 0, items });
  };
}

/** The same posts, with progress and a look at whether to stop. */
export async function* postsWithProgress(
  posts: AsyncIterable<PublishedPost>,
  file: string,
  run: RunOptions,
): AsyncGenerator<PublishedPost> {
  const count = progressOf(file, run);
  for await (const post of posts) {
    count();
    yield post;
  }
}
