import { type Command, Option } from "commander";
import type { Runner } from "../../runner.js";
import { wholeNumber } from "../../whole-number.js";
import { FORMATS, type ValidateOptions } from "./options.js";

/** `validate <archive or .json…>`: what is wrong, where, and what to do about it. */
export function validateCommand(program: Command, runner: Runner): void {
  program
    .command("validate")
    .description("check an archive, or single documents; exit code 1 when there is an error")
    .argument("<archive or .json...>", "an archive (- for standard input), or any number of JSON documents")
    .option(
      "--profile <name or file>",
      "what to hold it against (default: what its software writes, or wild)",
    )
    .addOption(new Option("--format <format>", "how findings are printed").choices(FORMATS).default("pretty"))
    .option("--strict", "count warnings as errors", false)
    .option("--max <n>", "show at most so many findings of each code", wholeNumber, 20)
    .option("--show-content", "quote posts that are not public too; not for logs", false)
    .action(async (paths: string[], options: ValidateOptions, command: Command) => {
      const { runValidate } = await import("./run.js");
      runner.finish(await runValidate(paths, options, runner.session(command)));
    });
}
