import type { Command } from "commander";
import { listOf } from "../../list-of.js";
import { PARTS } from "../../parts.js";
import type { Runner } from "../../runner.js";
import type { ExtractOptions } from "./options.js";

/** `extract <archive> --out <dir>`: safe unpacking. */
export function extractCommand(program: Command, runner: Runner): void {
  program
    .command("extract")
    .description("unpack an archive, each file as it is and nothing outside --out")
    .argument("<archive>", "zip, tar, tar.gz, folder, outbox.json, or - for standard input")
    .requiredOption("--out <dir>", "the folder to unpack to")
    .option(
      "--only <list>",
      `only these parts: ${PARTS.join(", ")} (default: all but secrets)`,
      listOf(PARTS),
    )
    .option("--no-media", "leave pictures, films and sound out")
    .option("--include-secrets", "also private keys and lists of sign-in addresses", false)
    .action(async (path: string, options: ExtractOptions, command: Command) => {
      const { runExtract } = await import("./run.js");
      runner.finish(await runExtract(path, options, runner.session(command)));
    });
}
