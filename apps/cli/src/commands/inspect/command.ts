import type { Command } from "commander";
import type { Runner } from "../../runner.js";

/** `inspect <archive…>`: what an archive holds, and what it does not. */
export function inspectCommand(program: Command, runner: Runner): void {
  program
    .command("inspect")
    .description("tell whose archive it is, what is in it and what is not")
    .argument("<archive...>", "zip, tar, tar.gz, folder, outbox.json, or - for standard input")
    .option("--time-zone <name>", "count years in this time zone", "UTC")
    .action(async (paths: string[], options: { timeZone: string }, command: Command) => {
      const { runInspect } = await import("./run.js");
      runner.finish(await runInspect({ paths, ...options }, runner.session(command)));
    });
}
