import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import type { Runner } from "../../runner.js";
import { addSelectingOptions } from "../../selecting/options.js";
import { TARGET_NAMES } from "../../targets/names.js";
import { addTargetOptions } from "../../targets/options.js";
import { wholeNumber } from "../../whole-number.js";
import type { BatchOptions } from "./options.js";
import { shard } from "./shard.js";

/** `batch <inputs…> --to <target> --out <dir>`. */
export function batchCommand(program: Command, runner: Runner): void {
  const batch = program
    .command("batch")
    .description("convert many archives, each by itself; what was done is not done again")
    .argument(
      "<inputs...>",
      "folders of archives, patterns like 'exports/**/*.zip', archives, or - for a list of paths",
    )
    .addOption(new Option("--to <target>", "what to write").choices(TARGET_NAMES).makeOptionMandatory())
    .requiredOption("--out <dir>", "a folder; the output of each archive has its archive’s name in it")
    .addOption(
      new Option(
        "--jobs <n>",
        "how many archives at once, each by a process that keeps to one core and takes one after the other",
      )
        .argParser(wholeNumber)
        .default(availableParallelism(), "as many as there are cores"),
    )
    .option(
      "--shard <i/n>",
      "only the i-th of n parts of the list, so that n machines can share the work",
      shard,
    );
  addSelectingOptions(batch);
  addTargetOptions(batch);
  batch.action(async (inputs: string[], options: BatchOptions, command: Command) => {
    const { runBatch } = await import("./run.js");
    runner.finish(await runBatch(inputs, options, command, runner.session(command)));
  });
}
