import { type Command, Option } from "commander";
import type { Runner } from "../../runner.js";
import { addSelectingOptions } from "../../selecting/options.js";
import { BASE_URL } from "../../targets/shared-options.js";
import { MAX_UPLOAD } from "../../targets/wordpress.js";
import { type MigrateCommandOptions, SOFTWARE } from "./options.js";

/** `migrate <archive…> --to <software> --out <dir>`. */
export function migrateCommand(program: Command, runner: Runner): void {
  const migrate = program
    .command("migrate")
    .description("write everything for a move: files the new server imports, a checklist, dates, losses")
    .argument(
      "<archive...>",
      "zip, tar, tar.gz, folder, outbox.json, or - for standard input; several are merged",
    )
    .addOption(
      new Option("--to <software>", "what the new server runs").choices(SOFTWARE).makeOptionMandatory(),
    )
    .requiredOption("--out <dir>", "where to; ending in .zip or .tar it writes that, else a folder")
    .option("--from <date>", "the day of the move, like 2026-05-01 (default: that of the export)")
    .option(
      "--beside",
      "also read the CSVs that lie in the archive’s folder; they have to be of the same account",
    );
  addSelectingOptions(migrate);
  for (const { flags, description, parse } of [BASE_URL, MAX_UPLOAD]) {
    const option = new Option(flags, `wordpress: ${description}`);
    if (parse !== undefined) option.argParser(parse);
    migrate.addOption(option);
  }
  migrate.action(async (paths: string[], options: MigrateCommandOptions, command: Command) => {
    const { runMigrate } = await import("./run.js");
    runner.finish(await runMigrate(paths, options, runner.session(command)));
  });
}
