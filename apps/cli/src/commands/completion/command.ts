import { Argument, type Command } from "commander";
import type { Runner } from "../../runner.js";

const SHELLS = ["bash", "zsh", "fish"] as const;

/** `completion <shell>`: a script that a shell loads. */
export function completionCommand(program: Command, runner: Runner): void {
  program
    .command("completion")
    .description("print the completion script of a shell")
    .addArgument(new Argument("<shell>", "which shell").choices(SHELLS))
    .action(async (shell: (typeof SHELLS)[number], _: unknown, command: Command) => {
      const { runCompletion } = await import("./run.js");
      runner.finish(runCompletion(shell, program, runner.session(command)));
    });
}
