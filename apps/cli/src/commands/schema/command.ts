import { type Command, Option } from "commander";
import type { Runner } from "../../runner.js";
import type { SchemaOptions } from "./options.js";

/** `schema [name]`: prints a JSON Schema, or lists them. */
export function schemaCommand(program: Command, runner: Runner): void {
  program
    .command("schema")
    .description("print a JSON Schema of documents, profiles or of what --json prints, or list them")
    .argument("[name]", "like Note, as2/Note, profile or output/validate; without one, all are listed")
    .addOption(
      new Option("--profile <reading>", "as2: the letter of the specification; wild: what is accepted")
        .choices(["as2", "wild"])
        .default("wild"),
    )
    .action(async (name: string | undefined, options: SchemaOptions, command: Command) => {
      const { runSchema } = await import("./run.js");
      // Named, the option also narrows the list.
      const named = command.getOptionValueSource("profile") === "cli";
      runner.finish(await runSchema(name, { ...options, named }, runner.session(command)));
    });
}
