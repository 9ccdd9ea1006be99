import type { Post } from "../../post/post.js";
import type { Target } from "../target.js";
import { ROW_OPTIONS_SCHEMA, type RowOptions } from "./options.js";
import { postRecord } from "./post-record.js";
import { RECORD_SUPPORT } from "./support.js";
import { postChunks } from "./text-chunks.js";

const FILE = "posts.ndjson";

/**
 * One JSON object a line, oldest first: for `jq`, DuckDB and programs. {@link POST_RECORD_SCHEMA} describes a line.
 *
 * @example
 * ```ts
 * import { ndjsonTarget } from "@archive/transform/data";
 * for await (const { path, content } of ndjsonTarget.render(selection, {})) await write(path, content);
 * ```
 */
export const ndjsonTarget: Target<RowOptions> = {
  name: "ndjson",
  purpose: "data",
  singleFile: true,
  optionsSchema: ROW_OPTIONS_SCHEMA,
  support: RECORD_SUPPORT,
  async *render(selection, _, run = {}) {
    const write = (post: Post): string => `${JSON.stringify(postRecord(post, selection))}\n`;
    yield { path: FILE, content: postChunks(selection, { path: FILE, write }, run) };
  },
};
