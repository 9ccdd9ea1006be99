import { createReadStream } from "node:fs";
import { join } from "node:path";
import { ROW_OPTIONS_SCHEMA, type RowOptions } from "../../targets/data/options.js";
import { RECORD_SUPPORT } from "../../targets/data/support.js";
import type { Target } from "../../targets/target.js";
import { tempFolder } from "../temp-folder.js";
import { writeDatabase } from "./write-database.js";

/**
 * One SQLite file with tables for posts, hashtags, mentions, media and polls, a full-text index (`post_fts`) and
 * views by month, hashtag and thread: for SQL, Datasette and notebooks. The tables say in comments what they hold.
 *
 * @example
 * ```ts
 * import { sqliteTarget } from "@archive/transform/sqlite";
 * for await (const { path, content } of sqliteTarget.render(selection, {})) await write(path, content);
 * ```
 */
export const sqliteTarget: Target<RowOptions> = {
  name: "sqlite",
  purpose: "data",
  singleFile: true,
  optionsSchema: ROW_OPTIONS_SCHEMA,
  support: { ...RECORD_SUPPORT, focalPoints: "dropped", customEmoji: { degraded: "in the text, as :code:" } },
  async *render(selection, _, run = {}) {
    using folder = tempFolder();
    const path = join(folder.path, "posts.sqlite");
    await writeDatabase(path, selection, run);
    yield { path: "posts.sqlite", content: createReadStream(path, { signal: run.signal }) };
  },
};
