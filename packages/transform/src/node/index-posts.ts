// What the thread that makes a search index does; `pnpm generate` makes one script of it and all that it imports.
import { parentPort } from "node:worker_threads";
import { indexMaker } from "../search/index-maker.js";
import type { IndexedPost } from "../search/indexed-post.js";

const maker = indexMaker();

parentPort?.on("message", async (posts: readonly IndexedPost[] | null) => {
  parentPort?.postMessage(await (posts === null ? maker.rest() : maker.add(posts)));
});
