// What the thread that makes a search index does; `pnpm generate` makes one script of it and all that it imports.
import { parentPort } from "node:worker_threads";
import { parsePost } from "../library/post-row.js";
import type { PublishedPost } from "../post/post.js";
import type { EarlierIndex } from "../search/earlier-index.js";
import { indexMaker, type PostToIndex } from "../search/index-maker.js";

/** A post as it travels: its row, which costs a copy where an object would be taken apart and put together again. */
export type TravellingPost = readonly [row: string, page: string, year: string, picture: string | null];

const maker = indexMaker();

/** What the thread is told; it answers all but that it is to go on from an earlier index. */
export type Told =
  | { readonly posts: readonly TravellingPost[] }
  | { readonly earlier: EarlierIndex }
  | "rest";

parentPort?.on("message", async (told: Told) => {
  if (told === "rest") parentPort?.postMessage(await maker.rest());
  else if ("earlier" in told) maker.goOnFrom(told.earlier);
  else parentPort?.postMessage(await maker.add(arriving(told.posts)));
});

/** One by one: a post is let go of before the next one is read. */
function* arriving(posts: readonly TravellingPost[]): Generator<PostToIndex> {
  for (const [row, page, year, picture] of posts) {
    // It was published where it set out: what marks such a post is a type, and types do not travel.
    yield { post: parsePost(row) as PublishedPost, place: { page, year, picture } };
  }
}
