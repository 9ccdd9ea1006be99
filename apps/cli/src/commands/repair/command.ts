import type { Command } from "commander";
import type { Runner } from "../../runner.js";
import { wholeNumber } from "../../whole-number.js";
import type { RepairCommandOptions } from "./options.js";

/** `repair <archive> --out <new>`: a sound copy of a damaged archive. */
export function repairCommand(program: Command, runner: Runner): void {
  program
    .command("repair")
    .description("copy a damaged archive, and put right what can be put right; lists each change")
    .argument("<archive>", "zip, tar, tar.gz, folder, outbox.json, or - for standard input")
    .option("--out <path>", "where the copy goes: a file that ends in .zip, or a folder")
    .option("--dry-run", "only tell what would be changed, and write nothing", false)
    .option("--include-secrets", "also private keys and lists of sign-in addresses", false)
    .option("--max <n>", "list so many changes (default: 20; with --json all)", wholeNumber)
    .action(async (path: string, options: RepairCommandOptions, command: Command) => {
      const { runRepair } = await import("./run.js");
      runner.finish(await runRepair(path, options, runner.session(command)));
    });
}
