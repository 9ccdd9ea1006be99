import type { CommandModel, OptionModel, ProgramModel } from "../reference/program-model.js";

/** Completion for zsh: commands and options with what they do, their words, and files everywhere else. */
export function zshCompletion({ name, options, commands }: ProgramModel): string {
  const list = commands.map(
    (command) => `    ${quoted(`${command.name}:${command.description.replaceAll(":", "\\:")}`)}`,
  );
  return `#compdef ${name}
# ${name} completion for zsh. Put it into a folder of $fpath as _${name},
# or load it with: source <(${name} completion zsh)
_${ident(name)}() {
  local -a commands everywhere
  commands=(
${list.join("\n")}
  )
  everywhere=(
${options.map((option) => `    ${optionSpec(option)}`).join("\n")}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    _arguments $everywhere
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${commands.map(commandCase).join("\n")}
    *) _files ;;
  esac
}
if [ "$funcstack[1]" = "_${ident(name)}" ]; then
  _${ident(name)} "$@"
else
  compdef _${ident(name)} ${name}
fi
`;
}

function commandCase(command: CommandModel): string {
  const specs = [...command.options.map(optionSpec), ...command.arguments.map(argumentSpec)];
  return `    ${command.name}) _arguments $everywhere ${specs.join(" \\\n      ")} ;;`;
}

function optionSpec({ long, value, description, choices, list }: OptionModel): string {
  const text = description.replace(/[[\]]/g, "\\$&").replaceAll(":", "\\:");
  const action =
    choices.length === 0
      ? "_files"
      : list
        ? `_sequence compadd - ${choices.join(" ")}`
        : `(${choices.join(" ")})`;
  const behind = value === null ? "" : `:${value.replace(/[<>[\]]/g, "")}:${action}`;
  return quoted(`${long}[${text}]${behind}`);
}

function argumentSpec({ name, choices, variadic }: CommandModel["arguments"][number]): string {
  const action = choices.length === 0 ? "_files" : `(${choices.join(" ")})`;
  return quoted(`${variadic ? "*" : ""}:${name}:${action}`);
}

/** A word in single quotes, inside which the shell sees nothing but another single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function ident(name: string): string {
  return name.replace(/\W/g, "_");
}
