import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A page to be written, by its address below `reference/`. */
export interface Page {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly markdown: string;
  /** Kept out of the search, where a page only lists what others say. */
  readonly unsearched?: true;
}

/** Writes pages as Markdown files with front matter. */
export function writePages(folder: string, pages: readonly Page[]): void {
  const taken = new Set<string>();
  for (const page of pages) {
    if (taken.has(page.slug)) throw new Error(`Two pages have the address ${page.slug}`);
    taken.add(page.slug);
    const path = join(folder, `${page.slug}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, documentOf(page));
  }
}

function documentOf({ slug, title, description, markdown, unsearched }: Page): string {
  return [
    "---",
    `title: ${JSON.stringify(title)}`,
    `description: ${JSON.stringify(description)}`,
    `slug: ${JSON.stringify(`reference/${slug.replace(/(?:^|\/)index$/, "")}`.replace(/\/$/, ""))}`,
    "editUrl: false",
    ...(unsearched === true ? ["pagefind: false"] : []),
    "---",
    "",
    markdown,
    "",
  ].join("\n");
}

/** A Markdown table; `|` in cells is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A fenced block that no text inside can end. */
export function fenced(language: string, text: string): string {
  const ticks = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = "`".repeat(ticks + 1);
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}

/** Plain text as Markdown that shows it as it is. */
export function plain(text: string): string {
  return text.replaceAll("<", "&lt;").replaceAll("*", "\\*");
}

/** Text as code, whatever is in it. */
export function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}
