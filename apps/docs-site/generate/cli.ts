import { code, fenced, type Page, plain, table } from "./pages.ts";
import type { CommandModel, OptionModel, ReferenceModel } from "./reference-model.ts";

/** Runs to begin with, by command. Those with a path run as they are shown, against the sample; a test does. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  inspect: ["ap-archive inspect archive.zip", "ap-archive inspect archive.zip --json"],
  validate: ["ap-archive validate archive.zip", "ap-archive validate archive.zip --format sarif > findings.sarif"],
  explain: ["ap-archive explain media/missing"],
  convert: [
    "ap-archive convert archive.zip --to html --out site",
    "ap-archive convert archive.zip --to markdown --flavor hugo --out blog",
    "ap-archive convert archive.zip --to atom --out posts.atom",
  ],
  serve: ["ap-archive serve archive.zip --no-media"],
  extract: ["ap-archive extract archive.zip --out folder"],
  pack: ["ap-archive pack folder --out packed.zip"],
  query: ['ap-archive query archive.zip "select count(*) as posts from posts"'],
  batch: ["ap-archive batch exports --to html --out sites"],
  formats: ["ap-archive formats"],
  schema: ["ap-archive schema Note", "ap-archive schema output/validate"],
  completion: ["ap-archive completion bash > ap-archive.bash"],
  merge: ["ap-archive merge january.zip june.zip --out both.zip"],
  diff: ["ap-archive diff january.zip june.zip"],
  audit: ["ap-archive audit archive.zip"],
  repair: ["ap-archive repair archive.zip --out repaired.zip"],
};

const EXITS: readonly (readonly [string, string])[] = [
  ["0", "done; warnings and missing media included"],
  ["1", "done, but `validate` found an error, a file could not be copied, or a part of a damaged archive was lost"],
  ["2", "wrong usage, or `--out` exists and is not an earlier output of the same command"],
  ["3", "the archive can't be read"],
  ["4", "the output can't be written"],
  ["130", "interrupted"],
];

/** A page for each command, and one that lists them. */
export function cliReference({ program }: ReferenceModel): readonly Page[] {
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
          program.commands.map(({ name, description }) => [`[\`${name}\`](./${name}/)`, plain(description)]),
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
    ...program.commands.map(commandPage),
  ];
}

function commandPage({ name, description, usage, arguments: given, options: own }: CommandModel): Page {
  const named = given.filter((each) => each.description !== "" || each.choices.length > 0);
  return {
    slug: `cli/${name}`,
    title: `ap-archive ${name}`,
    description,
    markdown: [
      `${plain(description)}.`.replace(/\.\.$/, "."),
      fenced("text", usage),
      ...(EXAMPLES[name] === undefined ? [] : ["## Examples", fenced("sh", EXAMPLES[name].join("\n"))]),
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

function lower(text: string): string {
  return `${text[0]?.toLowerCase() ?? ""}${text.slice(1)}`.replace(/^read, check/, "reads, checks");
}
