import type { Command } from "commander";
import type { Runner } from "../../runner.js";
import type { PackOptions } from "../extract/options.js";

/** `pack <dir> --out <zip>`: deterministic packing. */
export function packCommand(program: Command, runner: Runner): void {
  program
    .command("pack")
    .description("pack a folder as a zip: the same files give the same bytes, always")
    .argument("<dir>", "the folder of an unpacked archive")
    .requiredOption("--out <zip>", "the file to write; it ends in .zip")
    .option("--include-secrets", "also private keys and lists of sign-in addresses", false)
    .action(async (path: string, options: PackOptions, command: Command) => {
      const { runPack } = await import("./run.js");
      runner.finish(await runPack(path, options, runner.session(command)));
    });
}
