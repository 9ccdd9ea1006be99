import type { RunOptions } from "@archive/schema";
import type { PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";

/** All posts, oldest first, with progress and a look at whether to stop. */
export async function* postsWithProgress(
  selection: Selection,
  file: string,
  { signal, onProgress }: RunOptions,
): AsyncGenerator<PublishedPost> {
  let items = 0;
  for await (const post of selection.posts("oldest")) {
    signal?.throwIfAborted();
    items += 1;
    onProgress?.({ file, bytes: 0, items });
    yield post;
  }
}
