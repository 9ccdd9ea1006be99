import { DIAGNOSTICS } from "@archive/schema";
import type { AuditDocument } from "../commands/audit/document.js";
import type { Session } from "../session.js";
import { columns } from "./columns.js";
import { diagnosticLines } from "./diagnostics-text.js";
import { printable } from "./printable.js";
import { count, counted } from "./quantity.js";

/** What `audit` prints at a terminal. */
export function auditText(document: AuditDocument, session: Session): string[] {
  const { paint } = session;
  const rest = document.diagnostics.filter(({ code }) => !code.startsWith("secret/"));
  const found = diagnosticLines(rest, session);
  return [
    paint("bold", "Alt texts"),
    ...altLines(document, session),
    "",
    paint("bold", "What leads nowhere without the server"),
    ...serverLines(document, session),
    "",
    paint("bold", "Private data in this archive"),
    ...privateLines(document, session),
    ...(found.length === 0 ? [] : ["", paint("bold", "Findings"), ...found]),
  ];
}

function altLines({ altTexts, listed }: AuditDocument, session: Session): string[] {
  const { attachments, missing, missingByYear } = altTexts;
  if (missing === 0)
    return [
      `  none missing in ${counted(attachments, "picture, film or sound", "pictures, films and sounds")}`,
    ];
  const years = Object.entries(missingByYear).map(([year, number]) => [year, count(number)]);
  return [
    `  ${count(missing)} of ${counted(attachments, "picture, film or sound", "pictures, films and sounds")} have none`,
    ...columns(years, { right: [1], gap: 3 }).map((line) => `    ${line}`),
    ...some(
      listed.altTextMissing.map(({ address }) => address),
      session,
    ),
  ];
}

function serverLines({ server, listed }: AuditDocument, session: Session): string[] {
  const host = server.host === null ? "the server" : printable(server.host);
  const rows: Row[] = [
    [server.links, "link", `in posts to pages of ${host}`],
    [server.linksToOwnPosts, "of them", "to own posts, which are in this archive", "of them"],
    [server.remoteMedia, "picture, film or sound", "on servers only", "pictures, films and sounds"],
    [server.missingMedia, "media file", "missing from the archive"],
    [server.emoji, "custom emoji", "whose pictures are not in exports", "custom emoji"],
    [server.pollsWithoutVotes, "poll", `without votes, of ${counted(server.polls, "poll")}`],
    [server.boosts, "boost", "of others' posts, of which the archive has the address only"],
    [server.repliesToOthers, "reply", "to others' posts, the same", "replies"],
    [server.quotes, "quote", "of posts"],
  ];
  const lines = rowLines(rows);
  if (lines.length === 0) return ["  nothing"];
  return [...lines, ...some([...listed.linkToServer, ...listed.mediaOnServer], session)];
}

function privateLines({ privacy, secrets, listed }: AuditDocument, session: Session): string[] {
  const { byVisibility, collections, files } = privacy;
  const lines = rowLines([
    [byVisibility.followers, "post", "for followers only"],
    [byVisibility.direct, "direct post", ""],
    [byVisibility.unknown, "post", "of which nobody knows for whom; taken for direct"],
    [privacy.peopleInDirectPosts, "person", "named in direct posts", "people"],
    [collections.bookmarks ?? 0, "bookmark", ""],
    [collections.blocks ?? 0, "blocked account", ""],
    [collections.mutes ?? 0, "muted account", ""],
    [collections.lists ?? 0, "list", "of accounts"],
    [collections.domainBlocks ?? 0, "blocked server", ""],
    [collections.filters ?? 0, "filter", ""],
    [files?.withPlace ?? 0, "media file", "telling where it was made"],
    [
      (files?.withMetadata ?? 0) - (files?.withPlace ?? 0),
      "media file",
      "with other metadata: cameras, dates, names",
    ],
  ]);
  for (const [code, number] of Object.entries(secrets))
    lines.push(`  ${session.paint("yellow", `${count(number)} × ${code}`)} ${titleOf(code)}`);
  if (lines.length === 0) lines.push("  none found");
  if (files === null) lines.push("  media files were not looked into (--no-media)");
  return [...lines, ...some([...listed.filesWithPlace, ...listed.filesWithMetadata], session)];
}

/** A number of things, what they are called, and what about them. */
type Row = readonly [number: number, one: string, what: string, many?: string];

/** Those of which there are any, one below the other. */
function rowLines(rows: readonly Row[]): string[] {
  const cells = rows
    .filter(([number]) => number > 0)
    .map(([number, one, what, many = `${one}s`]) => [count(number), `${number === 1 ? one : many} ${what}`]);
  return columns(cells, { right: [0], gap: 2 }).map((line) => `  ${line.trimEnd()}`);
}

function titleOf(code: string): string {
  return Object.entries(DIAGNOSTICS).find(([each]) => each === code)?.[1].title ?? "";
}

function some(names: readonly string[], { paint }: Session): string[] {
  return names.map((name) => `    ${paint("dim", printable(name))}`);
}
