import type { Visibility } from "@archive/schema";
import type { SelectReport } from "@archive/transform";
import type { MigrateDocument } from "../commands/migrate/document.js";
import type { MigrateCommandOptions } from "../commands/migrate/options.js";
import type { Session } from "../session.js";
import { columns } from "./columns.js";
import { VISIBILITY_WORDS } from "./count-table.js";
import { diagnosticLines } from "./diagnostics-text.js";
import { printable } from "./printable.js";
import { count, counted, size } from "./quantity.js";

const COLLECTION_WORDS: Readonly<Record<string, string>> = {
  following: "follows",
  blocks: "blocks",
  mutes: "mutes",
  lists: "list members",
  domainBlocks: "domain blocks",
  bookmarks: "bookmarks",
  filters: "filters",
  likes: "likes",
};

/** Says before anything is written which posts the kit is made from. */
export function migrateAnnouncement(
  { selected, byVisibility }: SelectReport,
  { to, out }: MigrateCommandOptions,
  { paintError }: Session,
): string[] {
  const parts = Object.entries(VISIBILITY_WORDS).flatMap(([visibility, words]) => {
    const number = byVisibility[visibility as Visibility];
    if (number === 0) return [];
    const part = `${count(number)} ${words}`;
    return [
      visibility === "public" || visibility === "unlisted" ? part : paintError(["bold", "yellow"], part),
    ];
  });
  const whose = parts.length === 0 ? "" : `: ${parts.join(", ")}`;
  return [`Packing for a move to ${to} in ${printable(out)}, from ${counted(selected, "post")}${whose}`];
}

/** What `migrate` prints at a terminal when it is done. */
export function migrateText(
  { losses, files, diagnostics, out }: MigrateDocument,
  session: Session,
): string[] {
  const { paint } = session;
  const { posts, collections } = losses;
  const rows: string[][] = [
    ["posts", posts.reason ?? `${count(posts.written)} of ${count(posts.selected)}`],
    ...posts.refused.map(({ reason, posts: number }) => ["", `not taken: ${count(number)} ${reason}`]),
  ];
  const missing: string[] = [];
  for (const { name, inArchive, written, reason } of collections) {
    const words = COLLECTION_WORDS[name] ?? name;
    if (inArchive === null) missing.push(words);
    else if (inArchive > 0) {
      const whole = written === inArchive ? count(written) : `${count(written)} of ${count(inArchive)}`;
      rows.push([words, reason === null ? whole : `${whole}. ${reason}`]);
    }
  }
  if (missing.length > 0) rows.push(["not there", missing.join(", ")]);
  rows.push(["files", `${count(files.files)}, ${size(files.bytes)}`]);
  const found = diagnosticLines(diagnostics, session);
  const shown = paint("cyan", printable(out.index));
  return [
    ...columns(rows, { gap: 3 }),
    ...(found.length === 0 ? [] : ["", paint("bold", "Findings"), ...found]),
    "",
    out.container === "folder"
      ? `Open ${shown} in a browser: what to do, in its order.`
      : `It is in ${paint("cyan", printable(out.path))}; begin with ${out.index} inside.`,
  ];
}
