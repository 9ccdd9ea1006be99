import { Command, Help } from "commander";
import { auditCommand } from "./commands/audit/command.js";
import { batchCommand } from "./commands/batch/command.js";
import { completionCommand } from "./commands/completion/command.js";
import { convertCommand } from "./commands/convert/command.js";
import { diffCommand } from "./commands/diff/command.js";
import { explainCommand } from "./commands/explain/command.js";
import { extractCommand } from "./commands/extract/command.js";
import { formatsCommand } from "./commands/formats/command.js";
import { inspectCommand } from "./commands/inspect/command.js";
import { mergeCommand } from "./commands/merge/command.js";
import { migrateCommand } from "./commands/migrate/command.js";
import { packCommand } from "./commands/pack/command.js";
import { queryCommand } from "./commands/query/command.js";
import { repairCommand } from "./commands/repair/command.js";
import { schemaCommand } from "./commands/schema/command.js";
import { serveCommand } from "./commands/serve/command.js";
import { validateCommand } from "./commands/validate/command.js";
import type { Io } from "./io.js";
import { paintFor } from "./render/paint.js";
import type { Runner } from "./runner.js";
import { openSession } from "./session.js";
import { TOOL, VERSION } from "./version.js";

const EXAMPLES = `
Examples:
  ap-archive inspect archive.zip
  ap-archive validate archive.zip
  ap-archive convert archive.zip --to html --out site
  ap-archive convert archive.zip --to markdown --since 2024-01-01 --out notes.zip

An <archive> is a zip, tar, tar.gz, folder or outbox.json, or - for standard input.
Nothing is ever fetched from the network, and the archive is never changed.`;

const HELP_HINT = "ap-archive --help lists commands, ap-archive help <command> its options";

/** The command line: commands and options, and nothing of their work. */
export function buildProgram(io: Io, finish: (exitCode: number) => void): Command {
  const usual = new Help();
  const program = new Command(TOOL);
  program
    .description("Read, check, publish and repack the export a fediverse server gave you.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .option("--json", "print one JSON document")
    .option("--quiet", "print results and errors only")
    .option("--verbose", "print more, also the stack of errors")
    .option("--no-color", "print without colours")
    .option("--salvage", "read on where a container contradicts itself, as far as it can be told")
    .option("--account <@name@host>", "whose archive it is, for exports that do not say (Misskey)")
    .option("--trust-visibility", "believe exports that are known to call everything public (old Pixelfed)")
    .option("--force", "replace what is in the way; it is kept beside, with .bak added to its name")
    .showHelpAfterError(false)
    .showSuggestionAfterError(true)
    .configureHelp({
      showGlobalOptions: true,
      helpWidth: Math.min(io.stdout.columns ?? 80, 100),
      // That a switch is off unless it is given goes without saying.
      optionDescription: (option) => usual.optionDescription(option).replace(" (default: false)", ""),
    })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      getOutHelpWidth: () => Math.min(io.stdout.columns ?? 80, 100),
      outputError: (text, write) => {
        const paint = paintFor(io.stderr, io.env, program.opts().color !== false);
        const [message = "", suggestion = HELP_HINT] = text
          .replace(/^error: /, "")
          .trim()
          .split("\n");
        write(`${paint("red", "error:")} ${message}\n  ${suggestion.replace(/^\(|\)$/g, "")}\n`);
      },
    })
    .exitOverride()
    .addHelpText("after", EXAMPLES);

  const runner: Runner = { session: (command) => openSession(command, io), finish };
  const commands = [
    inspectCommand,
    validateCommand,
    explainCommand,
    convertCommand,
    serveCommand,
    auditCommand,
    diffCommand,
    mergeCommand,
    repairCommand,
    migrateCommand,
    extractCommand,
    packCommand,
    queryCommand,
    batchCommand,
    formatsCommand,
    schemaCommand,
    completionCommand,
  ];
  for (const add of commands) add(program, runner);
  return program;
}
