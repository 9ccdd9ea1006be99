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
  const rows: [number, string][] = [
    [server.links, `links in posts to pages of ${host}`],
    [server.linksToOwnPosts, "of them to own posts, which are in this archive"],
    [server.remoteMedia, "pictures, films and sounds that lie on servers only"],
    [server.missingMedia, "media files that should be in the archive and are not"],
    [server.emoji, "custom emoji, whose pictures are not in exports"],
    [server.pollsWithoutVotes, `polls without their votes, of ${counted(server.polls, "poll")}`],
    [server.boosts, "boosts of others' posts, of which the archive has the address only"],
    [server.repliesToOthers, "replies to others' posts, the same"],
    [server.quotes, "quotes of posts"],
  ];
  const shown = rows.filter(([number]) => number > 0);
  if (shown.length === 0) return ["  nothing"];
  const lines = columns(
    shown.map(([number, what]) => [count(number), what]),
    { right: [0], gap: 2 },
  ).map((line) => `  ${line}`);
  return [...lines, ...some([...listed.linkToServer, ...listed.mediaOnServer], session)];
}

function privateLines({ privacy, secrets, listed }: AuditDocument, session: Session): string[] {
  const { byVisibility, collections, files } = privacy;
  const rows: [number, string][] = [
    [byVisibility.followers, "posts for followers only"],
    [byVisibility.direct, "direct posts"],
    [byVisibility.unknown, "posts of which nobody knows for whom they were; taken for direct"],
    [privacy.peopleInDirectPosts, "people named in direct posts"],
    [collections.bookmarks ?? 0, "bookmarks"],
    [collections.blocks ?? 0, "blocked accounts"],
    [collections.mutes ?? 0, "muted accounts"],
    [collections.lists ?? 0, "lists of accounts"],
    [collections.domainBlocks ?? 0, "blocked servers"],
    [collections.filters ?? 0, "filters"],
    [files?.withPlace ?? 0, "media files that say where they were made"],
    [
      (files?.withMetadata ?? 0) - (files?.withPlace ?? 0),
      "media files with other metadata: cameras, dates, names",
    ],
  ];
  const lines = columns(
    rows.filter(([number]) => number > 0).map(([number, what]) => [count(number), what]),
    { right: [0], gap: 2 },
  ).map((line) => `  ${line}`);
  for (const [code, number] of Object.entries(secrets))
    lines.push(`  ${session.paint("yellow", `${count(number)} × ${code}`)} ${titleOf(code)}`);
  if (lines.length === 0) lines.push("  none found");
  if (files === null) lines.push("  media files were not looked into (--no-media)");
  return [...lines, ...some([...listed.filesWithPlace, ...listed.filesWithMetadata], session)];
}

function titleOf(code: string): string {
  return Object.entries(DIAGNOSTICS).find(([each]) => each === code)?.[1].title ?? "";
}

function some(names: readonly string[], { paint }: Session): string[] {
  return names.map((name) => `    ${paint("dim", printable(name))}`);
}
