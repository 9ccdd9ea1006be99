import type { Command } from "commander";
import type { Runner } from "../../runner.js";
import { wholeNumber } from "../../whole-number.js";
import type { AuditCommandOptions } from "./options.js";

/** `audit <archive>`: alt texts, references that die with the server, private data. */
export function auditCommand(program: Command, runner: Runner): void {
  program
    .command("audit")
    .description("tell which alt texts are missing, what dies with the server, what in it is private")
    .argument("<archive>", "zip, tar, tar.gz, folder, outbox.json, or - for standard input")
    .option("--no-media", "do not look into pictures, films and sound for places and other metadata")
    .option("--max <n>", "list so many addresses and files (default: 5; with --json all)", wholeNumber)
    .action(async (path: string, options: AuditCommandOptions, command: Command) => {
      const { runAudit } = await import("./run.js");
      runner.finish(await runAudit(path, options, runner.session(command)));
    });
}
