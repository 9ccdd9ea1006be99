import { type Command, Option } from "commander";
import { listOf } from "../../list-of.js";
import type { Runner } from "../../runner.js";
import { TARGET_NAMES } from "../../targets.js";
import { wholeNumber } from "../../whole-number.js";
import { type ConvertOptions, KINDS, VISIBILITIES } from "./options.js";

/** `convert <archive> --to <target> --out <path>`. */
export function convertCommand(program: Command, runner: Runner): void {
  program
    .command("convert")
    .description("write an archive as a web site, as Markdown and more (see: ap-archive formats)")
    .argument("<archive>", "zip, tar, tar.gz, folder, outbox.json, or - for standard input")
    .addOption(new Option("--to <target>", "what to write").choices(TARGET_NAMES).makeOptionMandatory())
    .requiredOption("--out <path>", "where to; ending in .zip or .tar it writes that, else a folder")
    .addOption(
      new Option("--visibility <list>", `which posts, by who may see them: ${VISIBILITIES.join(", ")}`)
        .default(["public", "unlisted"], "public,unlisted")
        .argParser(listOf(VISIBILITIES)),
    )
    .option("--kinds <list>", `which kinds of posts: ${KINDS.join(", ")} (default: all)`, listOf(KINDS))
    .option("--since <date>", "only posts from this date on")
    .option("--until <date>", "only posts up to this date")
    .option("--tag <name>", "only posts with this hashtag")
    .option("--lang <tag>", "only posts in this language, like en or pt-BR")
    .option("--thread <url>", "only the thread that this post belongs to")
    .option("--limit <n>", "only the newest so many", wholeNumber)
    .option("--no-media", "leave pictures, films and sound out")
    .option("--time-zone <name>", "show dates in this time zone", "UTC")
    .option("--base-url <url>", "html: where the site will be published")
    .option("--title <text>", "html: the name of the site")
    .action(async (path: string, options: ConvertOptions, command: Command) => {
      const { runConvert } = await import("./run.js");
      runner.finish(await runConvert(path, options, runner.session(command)));
    });
}
