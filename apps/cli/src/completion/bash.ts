import type { CommandModel, OptionModel, ProgramModel } from "../reference/program-model.js";

/** Completion for bash: commands, options, their words, and files everywhere else. */
export function bashCompletion({ name, options, commands }: ProgramModel): string {
  const cases = commands.map(
    (command) => `    ${command.name}) options="${flagsOf([...command.options, ...options])}" ;;`,
  );
  return `# ${name} completion for bash. Put it into ~/.local/share/bash-completion/completions/${name},
# or load it with: source <(${name} completion bash)
_${ident(name)}() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" options="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      -*) ;;
      *) command="\${COMP_WORDS[i]}"; break ;;
    esac
  done
  COMPREPLY=()
  if [[ -z "$command" && "$word" != -* ]]; then
    COMPREPLY=($(compgen -W "${commands.map((command) => command.name).join(" ")}" -- "$word"))
    return
  fi
  case "$command:$before" in
${commands.flatMap(valueCases).join("\n")}
  esac
  case "$command" in
${cases.join("\n")}
    *) options="${flagsOf(options)}" ;;
  esac
  if [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
    return
  fi
  case "$command" in
${commands.flatMap(argumentCase).join("\n")}
    *) COMPREPLY=($(compgen -f -- "$word")); compopt -o filenames 2>/dev/null ;;
  esac
}
complete -F _${ident(name)} ${name}
`;
}

/** Words behind an option; of a list, those behind the last comma. */
function valueCases({ name, options }: CommandModel): string[] {
  return options
    .filter(({ choices }) => choices.length > 0)
    .map(({ long, choices, list }) =>
      list
        ? `    ${name}:${long}) local head=""; [[ "$word" == *,* ]] && head="\${word%,*},"; COMPREPLY=($(compgen -P "$head" -W "${choices.join(" ")}" -- "\${word##*,}")); return ;;`
        : `    ${name}:${long}) COMPREPLY=($(compgen -W "${choices.join(" ")}" -- "$word")); return ;;`,
    );
}

function argumentCase(command: CommandModel): string[] {
  const choices = command.arguments.flatMap((argument) => argument.choices);
  if (choices.length === 0) return [];
  return [`    ${command.name}) COMPREPLY=($(compgen -W "${choices.join(" ")}" -- "$word")) ;;`];
}

function flagsOf(options: readonly OptionModel[]): string {
  return options.map(({ long }) => long).join(" ");
}

function ident(name: string): string {
  return name.replace(/\W/g, "_");
}
