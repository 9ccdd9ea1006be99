import type { Argument, Command, Option } from "commander";

/** An option as a person writes it. */
export interface OptionModel {
  /** `--out`; an option without a long form has its short one. */
  readonly long: string;
  readonly short: string | null;
  readonly description: string;
  /** Name of its value as help shows it, such as `<path>`; `null` for one that takes none. */
  readonly value: string | null;
  /** The words it takes; empty where it takes any. */
  readonly choices: readonly string[];
  /** Whether its value is a list of words with commas between them. */
  readonly list: boolean;
  readonly required: boolean;
  readonly byDefault: string | null;
}

/** An argument of a command. */
export interface ArgumentModel {
  readonly name: string;
  readonly description: string;
  readonly choices: readonly string[];
  readonly variadic: boolean;
  readonly required: boolean;
}

/** A command with everything its help says. */
export interface CommandModel {
  readonly name: string;
  readonly description: string;
  readonly usage: string;
  readonly arguments: readonly ArgumentModel[];
  readonly options: readonly OptionModel[];
}

/** The whole command line: what help, completion, the man page and the reference are made from. */
export interface ProgramModel {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** Options that every command takes. */
  readonly options: readonly OptionModel[];
  readonly commands: readonly CommandModel[];
}

/** Reads the model off the command definitions. */
export function programModel(program: Command): ProgramModel {
  return {
    name: program.name(),
    version: program.version() ?? "",
    description: program.description(),
    options: program.options.filter(({ hidden }) => !hidden).map(optionModel),
    commands: program.commands.map((command) => ({
      name: command.name(),
      description: command.description(),
      usage: `${program.name()} ${command.name()} ${command.usage()}`,
      arguments: command.registeredArguments.map(argumentModel),
      options: command.options.filter(({ hidden }) => !hidden).map(optionModel),
    })),
  };
}

function optionModel(option: Option): OptionModel {
  const { long, short, flags, description, argChoices, mandatory, defaultValue, defaultValueDescription } =
    option;
  const value = /[<[].*[>\]]$/.exec(flags)?.[0] ?? null;
  return {
    long: long ?? short ?? flags,
    short: long === undefined ? null : (short ?? null),
    description,
    value,
    // The words of a list stand behind the last colon of its description, where help shows them.
    choices: argChoices ?? (value === "<list>" ? wordsOf(description) : []),
    list: value === "<list>",
    required: mandatory,
    byDefault:
      defaultValueDescription ??
      (defaultValue === undefined || typeof defaultValue === "boolean" ? null : String(defaultValue)),
  };
}

function wordsOf(description: string): readonly string[] {
  const words = /: ([\w-]+(?:, [\w-]+)*)/.exec(description)?.[1];
  return words?.split(", ") ?? [];
}

function argumentModel(argument: Argument): ArgumentModel {
  return {
    name: argument.name(),
    description: argument.description,
    choices: argument.argChoices ?? [],
    variadic: argument.variadic,
    required: argument.required,
  };
}
