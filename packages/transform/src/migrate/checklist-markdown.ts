import type { Checklist, Line } from "./checklist.js";

/** The list as plain text that is Markdown too. */
export function checklistMarkdown(checklist: Checklist): string {
  return [
    `# ${checklist.title}`,
    "",
    ...checklist.intro.map(lineText),
    ...checklist.sections.flatMap(({ title, kind, lines }) => [
      "",
      `## ${title}`,
      "",
      ...lines.map((line) => `${kind === "todo" ? "- [ ]" : "-"} ${lineText(line)}`),
    ]),
    "",
  ].join("\n");
}

/** Our own words hold no markup; what comes from elsewhere stands in code, and holds no backtick. */
function lineText(line: Line): string {
  return line
    .map((part) => {
      if (typeof part === "string") return part;
      return "note" in part ? `(${part.note})` : `\`${part.code.replaceAll("`", "'")}\``;
    })
    .join("");
}
