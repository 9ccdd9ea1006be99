// What the packing thread does; `pnpm generate` makes one script of it and all that it imports.
import { parentPort } from "node:worker_threads";
import { type PendingPosts, packPosts } from "../library/packing.js";
import { compressSync } from "./zstandard.js";

parentPort?.on("message", (posts: PendingPosts) => {
  const packed = compressSync(packPosts(posts));
  parentPort?.postMessage(packed, [packed.buffer]);
});
