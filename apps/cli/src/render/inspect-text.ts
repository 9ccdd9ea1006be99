import type { CodeReport } from "@archive/schema";
import type { InspectDocument } from "../commands/inspect/document.js";
import type { Session } from "../session.js";
import { absentLines, ageLines } from "./absent-text.js";
import { bar, columns, sideBySide } from "./columns.js";
import { countTable, KIND_WORDS, VISIBILITY_WORDS } from "./count-table.js";
import { diagnosticLines } from "./diagnostics-text.js";
import { printable } from "./printable.js";
import { count, counted, size } from "./quantity.js";

const SOFTWARE: Readonly<Record<string, string>> = {
  activitystreams: "unknown (plain ActivityStreams)",
  "fep-6fcd": "FEP-6fcd",
  csv: "CSV files",
  bookwyrm: "BookWyrm",
  gotosocial: "GoToSocial",
  peertube: "PeerTube",
  writefreely: "WriteFreely",
};

/** What `inspect` prints at a terminal. */
export function inspectText(
  document: InspectDocument,
  codes: readonly CodeReport[],
  session: Session,
): readonly string[] {
  const { paint } = session;
  const found = diagnosticLines(codes, session);
  const sections = [
    heading(document, session),
    archiveLines(document),
    document.posts.total > 0 ? postLines(document, session) : [],
    yearLines(document, session),
    languageLines(document),
    collectionLines(document),
    mediaLines(document),
    absentLines(document, session),
    found.length === 0 ? [] : ["Findings", ...found],
    ageLines(document, session),
  ].filter((lines) => lines.length > 0);
  return sections.flatMap((lines, index) => {
    const [title = "", ...rest] = lines;
    return [...(index === 0 ? [] : [""]), index === 0 ? title : boldTitle(title, paint), ...rest];
  });
}

/** Titles begin at the margin, and so do those of a second column. */
function boldTitle(line: string, paint: Session["paint"]): string {
  return line.replace(/\S+(?: \S+)*/g, (title) => paint("bold", title));
}

function heading({ account, archive }: InspectDocument, { paint }: Session): string[] {
  if (account === null) return [paint("bold", `${printable(archive.path)} says nothing of whose it is`)];
  const { name, handle, url, type, joinedAt, id } = account;
  const who = [name, handle]
    .filter((word) => word !== null && word !== "")
    .map((word) => printable(word ?? ""));
  const joined = joinedAt === null ? null : `joined ${day(joinedAt)}`;
  const facts = [url ?? id, type, joined].filter((fact) => fact !== null).map((fact) => printable(fact));
  const [first = printable(id ?? "Somebody without a name"), second = ""] = who;
  return [
    `${paint("bold", first)}${second === "" ? "" : `  ${paint("cyan", second)}`}`,
    paint("dim", facts.join(" · ")),
  ];
}

function archiveLines({ archive, posts }: InspectDocument): string[] {
  const { dialect, era } = archive;
  const software = SOFTWARE[dialect] ?? `${dialect.slice(0, 1).toUpperCase()}${dialect.slice(1)}`;
  const rows = [
    ["file", printable(archive.path)],
    ["packed as", `${archive.container}, ${size(archive.bytes)}`],
    ["written by", era === null ? software : `${software} ${era.replace("-", "–")}`],
    ["exported", archive.exportedAt === null ? "not known" : day(archive.exportedAt)],
  ];
  if (posts.first !== null && posts.last !== null)
    rows.push(["covers", `${day(posts.first)} to ${day(posts.last)}`]);
  return ["Archive", ...indent(columns(rows, { gap: 3 }))];
}

function postLines({ posts }: InspectDocument, { width }: Session): string[] {
  const kinds = countTable(`${counted(posts.total, "post")}`, KIND_WORDS, posts.byKind);
  const visibility = countTable("Who may see them", VISIBILITY_WORDS, posts.byVisibility, ["unknown"]);
  const facts = [
    [posts.edited, "edited"],
    [posts.withContentWarning, "with a content warning"],
  ] as const;
  const told = facts.filter(([number]) => number > 0).map(([number, what]) => `${count(number)} ${what}`);
  return [
    ...sideBySide(kinds, visibility, width),
    ...(told.length === 0 ? [] : ["", `  ${told.join(", ")}`]),
  ];
}

function yearLines({ posts }: InspectDocument, { width, paint }: Session): string[] {
  const years = Object.entries(posts.byYear);
  if (years.length === 0) return [];
  const most = Math.max(...years.map(([, number]) => number));
  const numbers = Math.max(...years.map(([, number]) => count(number).length));
  const room = Math.min(48, width - numbers - 12);
  return [
    "By year",
    ...years.map(
      ([year, number]) =>
        `  ${year}   ${count(number).padStart(numbers)}  ${paint("cyan", bar(number / most, Math.max(room, 8)))}`,
    ),
  ];
}

function languageLines({ posts }: InspectDocument): string[] {
  const languages = Object.entries(posts.byLanguage).sort(([, a], [, b]) => b - a);
  if (languages.length === 0) return [];
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });
  const rows = languages.slice(0, 8).map(([tag, number]) => [languageName(names, tag), count(number)]);
  const more = languages.length - rows.length;
  return [
    "Languages",
    ...indent(columns(rows, { right: [1], gap: 3 })),
    ...(more > 0 ? [`  and ${counted(more, "more language")}`] : []),
  ];
}

function languageName(names: Intl.DisplayNames, tag: string): string {
  try {
    return printable(names.of(tag) ?? tag);
  } catch {
    return printable(tag);
  }
}

function collectionLines({ collections }: InspectDocument): string[] {
  const words: Readonly<Record<keyof typeof collections, string>> = {
    likes: "likes",
    bookmarks: "bookmarks",
    following: "follows",
    followers: "followers",
    blocks: "blocked accounts",
    mutes: "muted accounts",
    lists: "lists",
    domainBlocks: "blocked domains",
    filters: "filters",
    dislikes: "dislikes",
  };
  const rows: string[][] = [];
  for (const [name, word] of Object.entries(words)) {
    const number = collections[name as keyof typeof collections];
    if (number !== null) rows.push([word, count(number)]);
  }
  return rows.length === 0 ? [] : ["Collections", ...indent(columns(rows, { right: [1], gap: 3 }))];
}

function mediaLines({ media }: InspectDocument): string[] {
  if (media.referenced + media.orphaned + media.remote === 0) return [];
  const rows = [
    ["present", count(media.present), size(media.bytes)],
    ["missing", count(media.missing), media.missing > 0 ? "posts refer to them, the archive lacks them" : ""],
    ["orphaned", count(media.orphaned), media.orphaned > 0 ? "no post refers to them" : ""],
    ["without alt text", count(media.withoutAltText), ""],
  ];
  if (media.remote > 0) rows.push(["on other servers", count(media.remote), "they go when those servers go"]);
  return ["Media", ...indent(columns(rows, { right: [1], gap: 3 }))];
}

/** The day of an ISO 8601 date. */
function day(iso: string): string {
  return iso.slice(0, 10);
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
