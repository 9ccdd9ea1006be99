import type { CommandModel, OptionModel, ProgramModel } from "../reference/program-model.js";

/** Completion for fish: commands and options with what they do, their words, and files everywhere else. */
export function fishCompletion({ name, options, commands }: ProgramModel): string {
  const lines = [
    `# ${name} completion for fish. Put it into ~/.config/fish/completions/${name}.fish,`,
    `# or load it with: ${name} completion fish | source`,
    ...commands.map(
      (command) =>
        `complete -c ${name} -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.description)}`,
    ),
    ...options.map((option) => `complete -c ${name} ${optionSpec(option)}`),
    ...commands.flatMap((command) => commandLines(name, command)),
  ];
  return `${lines.join("\n")}\n`;
}

function commandLines(name: string, command: CommandModel): string[] {
  const when = `complete -c ${name} -n '__fish_seen_subcommand_from ${command.name}'`;
  const words = command.arguments.flatMap(({ choices }) => choices);
  return [
    ...command.options.map((option) => `${when} ${optionSpec(option)}`),
    ...(words.length === 0 ? [] : [`${when} -f -a ${quoted(words.join(" "))}`]),
  ];
}

function optionSpec({ long, value, description, choices, list }: OptionModel): string {
  const words = list ? `(__fish_append , ${choices.join(" ")})` : choices.join(" ");
  const behind = value === null ? "" : choices.length === 0 ? " -r" : ` -x -a ${quoted(words)}`;
  return `-l ${long.replace(/^--/, "")}${behind} -d ${quoted(description)}`;
}

/** A word in single quotes; fish knows two escapes inside them. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
