import { brokenFixtures } from "@archive/fixtures";
import { type DiagnosticPage, diagnosticPages } from "@archive/schema/reference";
import { exampleOf } from "./examples.ts";
import { type Shown, shownByCode } from "./found.ts";
import { code, fenced, type Page, plain, table } from "./pages.ts";

/**
 * A page for each diagnostic code, and one that lists them by area. Each shows the smallest thing that provokes its
 * code, and what the command prints of that.
 *
 * @param command The built command.
 */
export async function diagnosticReference(command: string): Promise<readonly Page[]> {
  const fixtures = await brokenFixtures();
  const shown = await shownByCode(command, fixtures);
  const examples = new Map(fixtures.map((fixture) => [fixture.code, exampleOf(fixture)]));
  const pages = diagnosticPages();
  return [
    overview(pages),
    ...pages.map((page) => pageOf(page, examples.get(page.code), shown.get(page.code))),
  ];
}

function pageOf(
  { code: name, rule, slug }: DiagnosticPage,
  example: string | undefined,
  shown: Shown | undefined,
): Page {
  return {
    slug,
    title: name,
    description: rule.title,
    markdown: [
      `**${plain(rule.title)}.** ${SEVERITIES[rule.severity]}`,
      "## Why",
      plain(rule.explanation),
      ...(example === undefined ? [] : ["## Example", example]),
      ...(shown === undefined ? [] : ["## As it is shown", ...shownLines(shown)]),
      ...(rule.hint === "" ? [] : ["## What to do", plain(rule.hint)]),
      ...(rule.docs === undefined ? [] : [`[What the specification says](${rule.docs})`]),
      `In a terminal, \`ap-archive explain ${name}\` says the same.`,
    ].join("\n\n"),
  };
}

function shownLines({ command, text }: Shown): readonly string[] {
  return [
    command === null
      ? "No file by itself brings this about. When it comes up, it is told like this, with its place:"
      : `What ${code(command)} prints of it:`,
    fenced("text", text),
  ];
}

const SEVERITIES = {
  error: "An error, unless a profile has it otherwise.",
  warning: "A warning, unless a profile has it otherwise.",
  info: "For information, unless a profile has it otherwise.",
} as const;

function overview(pages: readonly DiagnosticPage[]): Page {
  const areas = [...new Set(pages.map(({ area }) => area))];
  return {
    slug: "diagnostic/index",
    title: "Diagnostics",
    description: `What ${pages.length} findings mean, why they turn up, and what to do about them.`,
    markdown: [
      "What the toolkit finds in an archive has a code that stays the same. Each code has a page: what it means, where such " +
        "data comes from, the smallest example, and how to mend it. `ap-archive explain <code>` prints the same in a terminal.",
      "An *error* breaks what the format demands, a *warning* is odd or lossy, and an *information* is worth knowing. The " +
        "[profile](../../guides/validate-in-ci/) decides which is which.",
      ...areas.flatMap((area) => [
        `## ${area}`,
        table(
          ["Code", "Severity", "Says"],
          pages
            .filter((page) => page.area === area)
            .map((page) => [
              `[${code(page.code)}](./${page.code}/)`,
              page.rule.severity,
              plain(page.rule.title),
            ]),
        ),
      ]),
    ].join("\n\n"),
    unsearched: true,
  };
}
