import { type Command, Option } from "commander";
import type { Runner } from "../../runner.js";
import { addSelectingOptions } from "../../selecting/options.js";
import { TARGET_NAMES } from "../../targets/names.js";
import { addTargetOptions } from "../../targets/options.js";
import type { ConvertOptions } from "./options.js";

/** `convert <archive…> --to <target> --out <path>`. */
export function convertCommand(program: Command, runner: Runner): void {
  const convert = program
    .command("convert")
    .description("write an archive as a web site, as Markdown and more (see: ap-archive formats)")
    .argument(
      "<archive...>",
      "zip, tar, tar.gz, folder, outbox.json, or - for standard input; several are merged",
    )
    .addOption(new Option("--to <target>", "what to write").choices(TARGET_NAMES).makeOptionMandatory())
    .requiredOption("--out <path>", "where to; ending in .zip or .tar it writes that, else a folder");
  addSelectingOptions(convert);
  addTargetOptions(convert);
  convert.action(async (paths: string[], options: ConvertOptions, command: Command) => {
    const { runConvert } = await import("./run.js");
    runner.finish(await runConvert(paths, options, command, runner.session(command)));
  });
}
