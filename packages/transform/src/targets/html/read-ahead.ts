import type { PostKey, PublishedPost } from "../../post/post.js";
import type { PostAddress, Selection } from "../../select/selection.js";
import type { PostCards } from "./post-cards.js";

/** A post with what the posts around it in the order of reading are; `undefined` where that was not seen. */
export interface ReadPost {
  readonly post: PublishedPost;
  readonly address: PostAddress;
  readonly earlier: PostKey | undefined;
  readonly later: PostKey | undefined;
}

/** How many posts are read before one is written. Runs of boosts are seldom longer. */
const AHEAD = 24;

/**
 * The posts of a month, oldest first, each with its neighbours: they are read anyway, and asking the library for
 * each of them again would take as long as writing them.
 */
export async function* readAhead(
  selection: Selection,
  cards: PostCards,
  month: string | null,
): AsyncGenerator<ReadPost> {
  const waiting: { readonly post: PublishedPost; readonly address: PostAddress }[] = [];
  let earlier: PostKey | undefined;
  const next = (): ReadPost | null => {
    const first = waiting.shift();
    if (first === undefined) return null;
    const later = waiting.find(({ post }) => post.kind !== "boost")?.post.key;
    const read = { ...first, earlier, later };
    if (first.post.kind !== "boost") earlier = first.post.key;
    return read;
  };
  for await (const post of selection.posts("oldest", { month })) {
    const address = selection.address(post.key);
    if (address === null) continue;
    try {
      cards.of(post, address);
    } catch {
      // Told of where its own page is written.
    }
    waiting.push({ post, address });
    const read = waiting.length > AHEAD ? next() : null;
    if (read !== null) yield read;
  }
  for (let read = next(); read !== null; read = next()) yield read;
}
