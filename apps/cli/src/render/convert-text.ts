import type { Visibility } from "@archive/schema";
import type { LeftOutReason, OutputReport } from "@archive/transform";
import type { ConvertDocument } from "../commands/convert/document.js";
import type { Loss } from "../commands/convert/losses.js";
import type { ConvertOptions } from "../commands/convert/options.js";
import type { Session } from "../session.js";
import type { TargetFacts } from "../targets/target-entry.js";
import { FEATURE_WORDS } from "../targets/words.js";
import { columns } from "./columns.js";
import { VISIBILITY_WORDS } from "./count-table.js";
import { diagnosticLines } from "./diagnostics-text.js";
import { printable } from "./printable.js";
import { count, counted, listed, size } from "./quantity.js";

const REASONS: Readonly<Record<LeftOutReason, string>> = {
  visibility: "not of a visibility asked for",
  kind: "of another kind",
  date: "of another time",
  tag: "without the hashtag",
  language: "in another language",
  thread: "of another thread",
  limit: "beyond the limit",
  gone: "deleted, or no longer in a later export",
  boostOfWithheld: "boosts of posts that are left out",
  duplicate: "in the archive twice",
};

/** Says before anything is written who may read it. */
export function announcement(
  report: Pick<ConvertDocument["posts"], "written" | "byVisibility">,
  { withoutPosts }: Pick<TargetFacts, "withoutPosts">,
  options: ConvertOptions,
  session: Session,
): string[] {
  const { paintError } = session;
  const where = `as ${options.to} to ${printable(options.out)}`;
  if (withoutPosts === true) return [`Writing what the account follows, blocks and keeps ${where}`];
  const parts: string[] = [];
  for (const [visibility, words] of Object.entries(VISIBILITY_WORDS)) {
    const number = report.byVisibility[visibility as Visibility];
    if (number === 0) continue;
    const part = `${count(number)} ${words}`;
    // What only some may read is about to be written where others may: that has to be seen.
    parts.push(
      visibility === "public" || visibility === "unlisted" ? part : paintError(["bold", "yellow"], part),
    );
  }
  const what = counted(report.written, "post");
  const whose = parts.length === 0 ? "" : `: ${parts.join(", ")}`;
  return [`Writing ${what} ${where}${whose}`];
}

/** What `convert` prints at a terminal when it is done. */
export function convertText(
  document: ConvertDocument,
  { withoutPosts }: Pick<TargetFacts, "withoutPosts">,
  session: Session,
): string[] {
  const { posts, media, files, out, lost } = document;
  const { paint } = session;
  const rows: string[][] = [["files", fileText(files)]];
  // Where none could be, nobody has to be told how many there are not, and why.
  if (withoutPosts !== true) rows.unshift(["posts", `${count(posts.written)} of ${count(posts.read)}`]);
  if (media.copied + media.missing > 0) {
    const missing = media.missing > 0 ? `, ${count(media.missing)} missing` : "";
    rows.push(["media", `${count(media.copied)} copied${missing}`]);
  }
  const leftOut = Object.entries(REASONS)
    .map(([reason, words]) => [posts.leftOut[reason as LeftOutReason], words] as const)
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${count(number)} ${words}`);
  if (withoutPosts !== true && leftOut.length > 0) rows.push(["left out", listed(leftOut)]);
  const refused = (withoutPosts === true ? [] : posts.refused).map(
    ({ reason, posts: number }) => `${count(number)} ${reason}`,
  );
  for (const [at, text] of refused.entries()) rows.push([at === 0 ? "not taken" : "", text]);

  const found = diagnosticLines(document.diagnostics, session);
  return [
    ...columns(rows, { gap: 3 }),
    ...(lost.length === 0 ? [] : ["", paint("bold", "Lost on the way"), ...lossLines(lost)]),
    ...(found.length === 0 ? [] : ["", paint("bold", "Findings"), ...found]),
    "",
    whereText(out, paint),
  ];
}

function fileText({ files, bytes, unchanged, keptEdited }: OutputReport): string {
  const facts = [
    unchanged > 0 ? `${count(unchanged)} as they were` : null,
    keptEdited > 0 ? `${count(keptEdited)} kept as you changed them` : null,
  ].filter((fact) => fact !== null);
  return [`${count(files)}, ${size(bytes)}`, ...facts].join("; ");
}

function lossLines(lost: readonly Loss[]): string[] {
  const rows = lost.map(({ feature, support, posts }) => [
    FEATURE_WORDS[feature],
    counted(posts, "post"),
    support.replace(/^degraded: /, ""),
  ]);
  return columns(rows, { gap: 3 }).map((line) => `  ${line}`);
}

function whereText({ path, index, container }: ConvertDocument["out"], paint: Session["paint"]): string {
  const shown = paint("cyan", printable(index !== null && container === "folder" ? index : path));
  if (index === null) return `It is in ${shown}`;
  return container === "folder"
    ? `Open ${shown} in a browser.`
    : `It is in ${shown}; begin with ${index} inside.`;
}
