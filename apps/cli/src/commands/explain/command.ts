import type { Command } from "commander";
import type { Runner } from "../../runner.js";

/** `explain <code>`: what a finding means and how to mend it. */
export function explainCommand(program: Command, runner: Runner): void {
  program
    .command("explain")
    .description("tell what the code of a finding means, and how to mend it")
    .argument("<code>", "as validate and inspect print it, like media/missing")
    .action(async (code: string, _: unknown, command: Command) => {
      const { runExplain } = await import("./run.js");
      runner.finish(runExplain(code, runner.session(command)));
    });
}
