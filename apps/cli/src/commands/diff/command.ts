import type { Command } from "commander";
import type { Runner } from "../../runner.js";
import { wholeNumber } from "../../whole-number.js";
import type { DiffCommandOptions } from "./options.js";

/** `diff <old> <new>`: what was added, edited, or is gone. */
export function diffCommand(program: Command, runner: Runner): void {
  program
    .command("diff")
    .description("tell what two exports of one account differ in: posts added, edited, gone")
    .argument("<old>", "the earlier export: zip, tar, tar.gz, folder, outbox.json, or -")
    .argument("<new>", "the later one")
    .option(
      "--max <n>",
      "list so many addresses of each kind of change (default: 10; with --json all)",
      wholeNumber,
    )
    .action(async (older: string, newer: string, options: DiffCommandOptions, command: Command) => {
      const { runDiff } = await import("./run.js");
      runner.finish(await runDiff([older, newer], options, runner.session(command)));
    });
}
