import type { Command } from "commander";
import type { Runner } from "../../runner.js";

/** `formats`: what can be read and written, and what each target loses. */
export function formatsCommand(program: Command, runner: Runner): void {
  program
    .command("formats")
    .description("list the archives it reads, the targets it writes, and what each target loses")
    .action(async (_: unknown, command: Command) => {
      const { runFormats } = await import("./run.js");
      runner.finish(await runFormats(runner.session(command)));
    });
}
