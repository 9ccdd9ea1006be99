import type { MergedAccount } from "@archive/transform";
import type { MergeDocument } from "../commands/merge/document.js";
import type { Session } from "../session.js";
import { columns } from "./columns.js";
import { diagnosticLines } from "./diagnostics-text.js";
import { printable } from "./printable.js";
import { count, counted } from "./quantity.js";

/** What `merge` prints at a terminal. */
export function mergeText(document: MergeDocument, session: Session): string[] {
  const { paint } = session;
  const { accounts, archives, out, files, diagnostics } = document;
  const lines = [
    `${paint("green", "Written")} ${counted(archives.length, "archive")} as one, ${counted(files, "file")}, to ${paint("bold", printable(out))}`,
  ];
  for (const account of accounts) lines.push("", ...accountLines(account, session));
  const others = archives.filter(({ other }) => other > 0);
  if (others.length > 0) lines.push("");
  for (const { path, other } of others) {
    lines.push(
      `  left out of ${printable(path)}: ${counted(other, "file")} that belong to no part of an archive`,
    );
  }
  const found = diagnosticLines(diagnostics, session);
  return found.length === 0 ? lines : [...lines, "", ...found];
}

function accountLines(
  { handle, id, folder, exports, items, ...rest }: MergedAccount,
  session: Session,
): string[] {
  const { paint } = session;
  const who = printable(handle ?? id ?? "Somebody without a name");
  const rows: [number, string][] = [
    [items.current, "in outbox.json"],
    [items.gone, "gone from the latest export, in gone.json"],
    [items.earlier, "earlier versions, in history.json"],
    [items.same, "the same in several exports"],
  ];
  const { media } = rest;
  const lines = [
    `${paint("bold", who)}${folder === "" ? "" : `  in ${printable(folder)}`}`,
    ...exports.map(
      ({ exportedAt, items: held }) =>
        `  ${exportedAt?.slice(0, 10) ?? "undated   "}  ${counted(held, "item")}`,
    ),
    `  ${counted(items.read, "item")} read:`,
    ...columns(
      rows.filter(([number], at) => at === 0 || number > 0).map(([number, what]) => [count(number), what]),
      { right: [0], gap: 2 },
    ).map((line) => `    ${line}`),
  ];
  if (rest.profiles > 0) lines.push(`  ${counted(rest.profiles, "earlier profile")} in history.json`);
  for (const [name, counts] of Object.entries(rest.collections)) {
    const { members, onlyEarlier } = counts;
    if (members > 0)
      lines.push(
        `  ${name}: ${count(members)}${onlyEarlier > 0 ? `, ${count(onlyEarlier)} of them in earlier exports only` : ""}`,
      );
  }
  if (media.read > 0) {
    const facts = [
      media.united > 0 ? `${count(media.united)} held twice` : null,
      media.restored > 0 ? `${count(media.restored)} empty ones restored from another export` : null,
      media.renamed > 0 ? `${count(media.renamed)} renamed` : null,
    ].filter((fact) => fact !== null);
    lines.push(
      `  media: ${counted(media.written, "file")}${facts.length === 0 ? "" : ` (${facts.join(", ")})`}`,
    );
  }
  return lines;
}
