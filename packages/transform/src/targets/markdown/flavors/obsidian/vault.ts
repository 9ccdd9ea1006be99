import { linkAddress } from "../../../../content/address.js";
import { linkDestination } from "../../../../content/markdown-text.js";
import type { OutputFile } from "../../../target.js";
import { frontMatter } from "../../front-matter.js";
import { relativePath } from "../../places.js";
import { wordsOf } from "../../render-post.js";
import type { ListLine, Output } from "../flavor.js";
import { profileOf } from "../generator.js";
import { obsidianDialect } from "./dialect.js";

const words = wordsOf(obsidianDialect);

/** The note a person has; `null` for what is no handle. */
export function personName(handle: string): string | null {
  const name = handle.startsWith("@") ? handle : `@${handle}`;
  return /^@[\w-](?:[\w.-]{0,98}[\w-])?(?:@[\w-](?:[\w.-]{0,98}[\w-])?)?$/.test(name) ? name : null;
}

/** A note for each person that is named for the first time. */
export function* peopleNotes(lines: readonly ListLine[], output: Output): Generator<OutputFile> {
  for (const { people } of lines) {
    for (const person of people) {
      const name = personName(person.name);
      // Two spellings of one name would be one file on many systems; Obsidian finds it by either.
      if (name === null || output.people.has(name.toLowerCase())) continue;
      output.people.set(name.toLowerCase(), 1);
      const url = person.url === null ? null : linkAddress(person.url);
      const text = words.start(name);
      const body = url === null ? text : `[${text}](${linkDestination(url)})`;
      yield {
        path: `People/${name}.md`,
        content: `${frontMatter({ handle: name, url: url ?? undefined })}\n${body}\n`,
      };
    }
  }
}

/** The notes of a month and of its days. */
export function* monthNotes(month: string | null, lines: readonly ListLine[]): Generator<OutputFile> {
  const days = new Map<string, ListLine[]>();
  for (const line of lines) {
    if (line.day !== null) days.set(line.day, [...(days.get(line.day) ?? []), line]);
  }
  for (const [day, its] of days) yield list(`Daily/${day}.md`, day, its);
  yield list(monthPath(month), month ?? "Without a date", lines);
}

function monthPath(month: string | null): string {
  return `Months/${month ?? "Without a date"}.md`;
}

function list(path: string, title: string, lines: readonly ListLine[]): OutputFile {
  const items = lines.map((line) => {
    const link = `[${words.line(line.label)}](${linkDestination(relativePath(path, line.path))})`;
    return line.day === null || line.day === title ? `- ${link}` : `- ${line.day}: ${link}`;
  });
  return {
    path,
    content: `${frontMatter({ date: /^\d{4}-\d{2}-\d{2}$/.test(title) ? title : undefined })}\n${items.join("\n")}\n`,
  };
}

/** The first note of the vault, and what Obsidian is told of it. */
export function* vaultFiles(output: Output): Generator<OutputFile> {
  const { data, body } = profileOf(output);
  const months = output.selection.months().map(({ month }) => {
    const path = monthPath(month);
    return `- [${month ?? "Without a date"}](${linkDestination(path)})`;
  });
  const front = frontMatter({ handle: data.handle, url: data.profile_url });
  const parts = [
    `# ${words.line(output.title) || "Posts"}`,
    body,
    months.length === 0 ? "" : "## Months",
    months.join("\n"),
  ];
  yield { path: "Home.md", content: `${front}\n${parts.filter((part) => part !== "").join("\n\n")}\n` };
  yield json(".obsidian/app.json", {
    attachmentFolderPath: "attachments",
    newFileLocation: "current",
    useMarkdownLinks: true,
    newLinkFormat: "relative",
  });
  yield json(".obsidian/daily-notes.json", { folder: "Daily", format: "YYYY-MM-DD" });
}

function json(path: string, data: unknown): OutputFile {
  return { path, content: `${JSON.stringify(data, null, 2)}\n` };
}
