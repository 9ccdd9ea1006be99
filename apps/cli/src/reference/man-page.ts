import type { ArgumentModel, CommandModel, OptionModel, ProgramModel } from "./program-model.js";

const EXITS: readonly (readonly [string, string])[] = [
  ["0", "Done. Warnings and missing media included."],
  [
    "1",
    "Done, but validate found an error, a file could not be copied, or a part of a damaged archive was lost.",
  ],
  ["2", "Wrong usage, or the output exists and is not an earlier output of the same command."],
  ["3", "The archive can't be read."],
  ["4", "The output can't be written."],
  ["130", "Interrupted."],
];

/** The manual page of section 1, in the language of man(7). Without a date, so that each build is the same. */
export function manPage(program: ProgramModel): string {
  const { name, version, description, options, commands } = program;
  return `${[
    `.TH ${quoted(name.toUpperCase())} 1 "" ${quoted(`${name} ${version}`)} "User Commands"`,
    ".nh",
    ".SH NAME",
    `${text(name)} \\- ${text(description.replace(/\.$/, ""))}`,
    ".SH SYNOPSIS",
    `.B ${text(name)}`,
    ".I command",
    "[\\fIarguments\\fR] [\\fIoptions\\fR]",
    ".SH DESCRIPTION",
    text(description),
    ".PP",
    "An archive is a zip, tar, tar.gz, folder or outbox.json, told by its content and not by its name;",
    "\\- is standard input. Nothing is fetched from the network, and the archive is never changed.",
    "What only some may see stays out of what is published unless it is asked for by name.",
    ".SH COMMANDS",
    ...commands.flatMap(commandPart),
    ".SH OPTIONS OF EVERY COMMAND",
    ...options.flatMap(optionPart),
    ".SH EXIT STATUS",
    ...EXITS.flatMap(([code, means]) => [".TP", `.B ${code}`, text(means)]),
    ".SH ENVIRONMENT",
    ".TP",
    ".B NO_COLOR",
    "When set and not empty, nothing is printed in colours.",
    ".SH SEE ALSO",
    `.BR ${text(name)} " help " \\fIcommand\\fR`,
  ].join("\n")}\n`;
}

function commandPart({ name, description, usage, arguments: given, options }: CommandModel): string[] {
  return [
    `.SS ${quoted(name)}`,
    sentence(description),
    ".PP",
    `.B ${text(usage)}`,
    ...given.filter(({ description: says }) => says !== "").flatMap(argumentPart),
    ...options.flatMap(optionPart),
  ];
}

function argumentPart({ name, description, choices, variadic }: ArgumentModel): string[] {
  return [
    ".TP",
    `.I ${text(`<${name}${variadic ? "..." : ""}>`)}`,
    sentence(withChoices(description, choices)),
  ];
}

function optionPart({
  long,
  short,
  value,
  description,
  choices,
  list,
  required,
  byDefault,
}: OptionModel): string[] {
  const names = short === null ? long : `${short}, ${long}`;
  const more = [
    ...(required ? ["Required."] : []),
    ...(byDefault === null ? [] : [`Default: ${byDefault}.`]),
  ].join(" ");
  return [
    ".TP",
    `\\fB${text(names)}\\fR${value === null ? "" : ` \\fI${text(value)}\\fR`}`,
    sentence(list ? description : withChoices(description, choices)),
    ...(more === "" ? [] : [text(more)]),
  ];
}

function withChoices(description: string, choices: readonly string[]): string {
  return choices.length === 0 ? description : `${description}: ${choices.join(", ")}`;
}

function sentence(words: string): string {
  if (words === "") return "\\&";
  const whole = `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;
  return text(/[.!?]$/.test(whole) ? whole : `${whole}.`);
}

/** An argument of a macro. */
function quoted(words: string): string {
  return `"${text(words).replaceAll('"', "\\(dq")}"`;
}

/** Text that groff prints as it is: no escape, no hyphen made of a minus, no line that is a request. */
function text(words: string): string {
  return words
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll("\u2019", "\\(cq")
    .replaceAll("\u2026", "...")
    .replace(/\s+/g, " ")
    .replace(/^(?=[.'])/, "\\&");
}
