import type { PublishedPost } from "../../post/post.js";
import type { PostRange, Selection } from "../../select/selection.js";

/**
 * The newest posts, as the months with their posts have them: for a few of very many a library would put all of
 * them in order first.
 */
export async function* newestPosts(
  selection: Selection,
  range: PostRange & { readonly limit: number },
): AsyncGenerator<PublishedPost> {
  const months = selection.months().map(({ month }) => month);
  // Posts without a date stand at the end of either order.
  const dated = months.filter((month) => month !== null).toReversed();
  let left = range.limit;
  for (const month of [...dated, ...months.filter((each) => each === null)]) {
    if (left <= 0) return;
    for await (const post of selection.posts("newest", { ...range, month, limit: left })) {
      left -= 1;
      yield post;
    }
  }
}
