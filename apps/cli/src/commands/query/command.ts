import type { Command } from "commander";
import type { Runner } from "../../runner.js";
import { addSelectingOptions } from "../../selecting/options.js";
import type { QueryOptions } from "./options.js";

/** `query <archive> <sql>`. */
export function queryCommand(program: Command, runner: Runner): void {
  const query = program
    .command("query")
    .description("ask an archive in SQL (tables: post, hashtag, mention, attachment, poll, post_fts …)")
    .argument("<archive>", "zip, tar, tar.gz, folder, outbox.json, or - for standard input")
    .argument("<sql>", 'a SELECT, like "SELECT month, posts FROM month"; .schema prints the tables')
    .option("--csv", "print the rows as CSV");
  addSelectingOptions(query);
  query.action(async (path: string, sql: string, options: QueryOptions, command: Command) => {
    const { runQuery } = await import("./run.js");
    runner.finish(await runQuery({ path, sql, options }, runner.session(command)));
  });
}
