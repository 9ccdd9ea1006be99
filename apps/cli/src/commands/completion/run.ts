import type { Command } from "commander";
import { bashCompletion } from "../../completion/bash.js";
import { fishCompletion } from "../../completion/fish.js";
import { zshCompletion } from "../../completion/zsh.js";
import { EXIT } from "../../exit.js";
import { type ProgramModel, programModel } from "../../reference/program-model.js";
import type { Session } from "../../session.js";

const WRITERS: Readonly<Record<"bash" | "zsh" | "fish", (program: ProgramModel) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** Prints the completion script of a shell. */
export function runCompletion(shell: keyof typeof WRITERS, program: Command, session: Session): number {
  session.io.stdout.write(WRITERS[shell](programModel(program)));
  return EXIT.done;
}
