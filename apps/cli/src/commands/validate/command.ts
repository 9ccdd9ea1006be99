import { type Command, Option } from "commander";
import type { Runner } from "../../runner.js";
import { wholeNumber } from "../../whole-number.js";

/** `validate <archive>`: what is wrong with an archive, where, and what to do about it. */
export function validateCommand(program: Command, runner: Runner): void {
  program
    .command("validate")
    .description("check an archive's structure and references; exit code 1 when there is an error")
    .argument("<archive>", "zip, tar, tar.gz, folder, outbox.json, or - for standard input")
    .addOption(
      new Option("--format <format>", "how findings are printed")
        .choices(["pretty", "json"])
        .default("pretty"),
    )
    .option("--strict", "count warnings as errors", false)
    .option("--max <n>", "show at most so many findings of each code", wholeNumber, 20)
    .action(
      async (
        path: string,
        options: { format: "pretty" | "json"; strict: boolean; max: number },
        command: Command,
      ) => {
        const { runValidate } = await import("./run.js");
        runner.finish(await runValidate({ path, ...options }, runner.session(command)));
      },
    );
}
