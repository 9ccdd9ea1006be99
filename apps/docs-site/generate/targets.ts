import { code, fenced, type Page, plain, table } from "./pages.ts";
import type { ReferenceModel, TargetModel } from "./reference-model.ts";

const PURPOSES = {
  publish: "to publish",
  data: "to work with as data",
  migrate: "to move to another server",
} as const;

/** A page for each target, and the table of losses over all. */
export function targetReference({ targets }: ReferenceModel): readonly Page[] {
  return [overview(targets), ...targets.map(pageOf)];
}

function overview(targets: readonly TargetModel[]): Page {
  const features = targets[0]?.support.map(({ words }) => words) ?? [];
  return {
    slug: "targets/index",
    title: "Outputs and their losses",
    description: "What every output keeps, changes and drops of a post.",
    markdown: [
      "No two formats hold the same. This table is made from what each output's code says of itself; `ap-archive formats` prints it too, and each run of `convert` counts what your own archive loses. [Feature by feature](./losses/), it stands there in words, with what tests saw; [round trips](./round-trips/) shows which posts come back from the formats that are read again.",
      `${MARKS.kept} kept · ${MARKS.degraded} changed (the output's page says how) · ${MARKS.dropped} dropped`,
      ...Object.entries(PURPOSES).flatMap(([purpose, says]) => {
        const own = targets.filter((target) => target.purpose === purpose);
        if (own.length === 0) return [];
        return [
          `## Outputs ${says}`,
          table(
            ["", ...own.map(({ name }) => `[${name}](./${name}/)`)],
            features.map((feature) => [
              feature,
              ...own.map(({ support }) =>
                markOf(support.find(({ words }) => words === feature)?.support ?? "dropped"),
              ),
            ]),
          ),
        ];
      }),
    ].join("\n\n"),
  };
}

const MARKS = {
  kept: '<span title="kept">● <span class="sr-only">kept</span></span>',
  degraded: '<span title="changed">◐ <span class="sr-only">changed</span></span>',
  dropped: '<span title="dropped">– <span class="sr-only">dropped</span></span>',
} as const;

function markOf(support: string): string {
  return support === "kept" ? MARKS.kept : support === "dropped" ? MARKS.dropped : MARKS.degraded;
}

function pageOf({ name, purpose, options, support }: TargetModel): Page {
  const of = (mark: string): string =>
    support
      .filter((each) => each.support === mark)
      .map(({ words }) => words)
      .join(", ");
  const changed = support.filter((each) => each.support.startsWith("degraded: "));
  return {
    slug: `targets/${name}`,
    title: `--to ${name}`,
    description: `The output ${name}, ${PURPOSES[purpose]}: its options and losses.`,
    markdown: [
      `An output ${PURPOSES[purpose]}. It takes public and unlisted posts unless \`--visibility\` asks for more.`,
      fenced("sh", `ap-archive convert archive.zip --to ${name} --out ${outOf(name)}`),
      "## What becomes of a post",
      table(
        ["", ""],
        [
          ["Kept", of("kept")],
          ...changed.map((each) => [
            `Changed: ${each.words}`,
            plain(each.support.slice("degraded: ".length)),
          ]),
          ["Dropped", of("dropped")],
        ].map(([head = "", words = ""]) => [head, words === "" ? "nothing" : words]),
      ),
      ...(options.length === 0
        ? []
        : [
            "## Options of its own",
            table(
              ["Option", "Does"],
              options.map(({ flags, description }) => [code(flags), plain(description)]),
            ),
          ]),
      "It takes the options that [choose posts](../../cli/convert/), too.",
    ].join("\n\n"),
  };
}

const FILES: Readonly<Record<string, string>> = {
  atom: "posts.atom",
  rss: "posts.rss",
  jsonfeed: "feed.json",
  text: "posts.txt",
  ndjson: "posts.ndjson",
  csv: "posts.csv",
  sqlite: "posts.db",
};

function outOf(name: string): string {
  return FILES[name] ?? name;
}
