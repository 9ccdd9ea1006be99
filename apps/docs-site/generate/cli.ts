import { code, fenced, type Page, plain, table } from "./pages.ts";
import type { CommandModel, OptionModel, ReferenceModel } from "./reference-model.ts";

const EXITS: readonly (readonly [string, string])[] = [
  ["0", "done; warnings and missing media included"],
  [
    "1",
    "done, but `validate` found an error, a file could not be copied, or a part of a damaged archive was lost",
  ],
  ["2", "wrong usage, or `--out` exists and is not an earlier output of the same command"],
  ["3", "the archive can't be read"],
  ["4", "the output can't be written"],
  ["130", "interrupted"],
];

/** A page for each command, and one that lists them. */
export function cliReference({ program, examples, endless }: ReferenceModel): readonly Page[] {
  return [
    {
      slug: "cli/index",
      title: "Commands",
      description: `The ${program.commands.length} commands of ${program.name}, their options and exit codes.`,
      markdown: [
        `\`${program.name}\` ${lower(program.description)} An \`<archive>\` is a zip, tar, tar.gz, folder or \`outbox.json\`, told by its content and not by its name; \`-\` is standard input. Nothing is fetched from the network, and the archive is never changed.`,
        ":::note[How to run it]",
        "Nothing is on npm yet. In a clone that was built, `ap-archive` stands for `node apps/cli/dist/bin.js`; see [getting started](../../getting-started/).",
        ":::",
        table(
          ["Command", "Does"],
          program.commands.map(({ name, description }) => [
            `[\`${name}\`](./${name}/)`,
            plain(capital(description)),
          ]),
        ),
        "## Options of every command",
        options(program.options),
        "## Exit codes",
        table(["Code", "Means"], EXITS),
        "## Output",
        "The result goes to stdout; progress and messages go to stderr, progress only to a terminal. `--json` prints one JSON document, and `ap-archive schema output/<command>` prints its JSON Schema. `NO_COLOR` leaves colours out.",
        "## Shell completion and the man page",
        "`ap-archive completion bash` (or `zsh`, `fish`) prints a script; its first lines say where it belongs. The package ships a man page: `man ap-archive` once it is installed, `man apps/cli/dist/ap-archive.1` in a clone.",
      ].join("\n\n"),
    },
    ...program.commands.map((command) =>
      commandPage(command, examplesOf(examples[command.name] ?? [], endless.includes(command.name))),
    ),
  ];
}

function commandPage(
  { name, description, usage, arguments: given, options: own }: CommandModel,
  examples: readonly string[],
): Page {
  const named = given.filter((each) => each.description !== "" || each.choices.length > 0);
  return {
    slug: `cli/${name}`,
    title: `ap-archive ${name}`,
    description: capital(description),
    markdown: [
      description === "" ? "" : `${plain(capital(description))}.`.replace(/\.\.$/, "."),
      fenced("text", usage),
      ...examples,
      ...(named.length === 0
        ? []
        : [
            "## Arguments",
            table(
              ["Argument", "Is"],
              named.map((each) => [
                code(`<${each.name}${each.variadic ? "…" : ""}>`),
                [plain(each.description), each.choices.map(code).join(", ")].filter(Boolean).join(": "),
              ]),
            ),
          ]),
      ...(own.length === 0 ? [] : ["## Options", options(own)]),
      "[Options of every command](../#options-of-every-command) · [exit codes](../#exit-codes)",
    ].join("\n\n"),
  };
}

/** What stands behind the language of a block says how its tests run it. */
function examplesOf(lines: readonly string[], isEndless: boolean): readonly string[] {
  const language = isEndless ? 'sh not-run="goes on until Ctrl-C; it has a test of its own"' : "sh";
  return lines.length === 0 ? [] : ["## Examples", fenced(language, lines.join("\n"))];
}

function options(all: readonly OptionModel[]): string {
  return table(
    ["Option", "Does", "Default"],
    all.map(({ long, short, value, description, choices, list, required, byDefault }) => [
      code(`${short === null ? "" : `${short}, `}${long}${value === null ? "" : ` ${value}`}`),
      plain(description) + (choices.length > 0 && !list ? `: ${choices.map(code).join(", ")}` : ""),
      required ? "must be given" : byDefault === null ? "" : code(byDefault),
    ]),
  );
}

/** Help begins with a small letter, a page with a capital one. */
function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}

function lower(text: string): string {
  return `${text[0]?.toLowerCase() ?? ""}${text.slice(1)}`.replace(/^read, check/, "reads, checks");
}
