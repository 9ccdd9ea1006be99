import type { Command } from "commander";
import type { Runner } from "../../runner.js";
import type { MergeCommandOptions } from "./options.js";

/** `merge <archive…> --out <new.zip>`: several exports as one. */
export function mergeCommand(program: Command, runner: Runner): void {
  program
    .command("merge")
    .description("put several exports into one archive; what a later one no longer has is kept beside")
    .argument("<archive...>", "zip, tar, tar.gz, folder, outbox.json, or - for standard input")
    .requiredOption("--out <zip>", "the file to write; it ends in .zip")
    .action(async (paths: string[], options: MergeCommandOptions, command: Command) => {
      const { runMerge } = await import("./run.js");
      runner.finish(await runMerge(paths, options, runner.session(command)));
    });
}
