import type { InspectDocument } from "../commands/inspect/document.js";
import type { Session } from "../session.js";
import { columns } from "./columns.js";

const EXPORT_PAGE = "Preferences → Import and export → Data export";

/** What a Mastodon archive can lack, and under which name its CSV stands on the settings page. */
const ON_EXPORT_PAGE = [
  ["following", "the accounts you follow", "Follows"],
  ["lists", "your lists", "Lists"],
  ["blocks", "the accounts you block", "Blocks"],
  ["mutes", "the accounts you mute", "Mutes"],
  ["domainBlocks", "the domains you block", "Domain blocks"],
  ["bookmarks", "your bookmarks", "Bookmarks"],
] as const;

/** What is not in the archive, and where to get it while the account is there. */
export function absentLines(
  { archive, account, collections, posts }: InspectDocument,
  { paint }: Session,
): string[] {
  const missing = ON_EXPORT_PAGE.filter(([name]) => collections[name] === null);
  const lines: string[] = [];
  if (account === null) lines.push("  the profile (actor.json)");
  if (posts.total === 0) lines.push("  posts");
  if (archive.dialect === "mastodon" && missing.length > 0) {
    lines.push(
      ...columns(
        missing.map(([, what, csv]) => [what, `CSV “${csv}”`]),
        { gap: 3 },
      ).map((line) => `  ${line}`),
      paint("dim", `  Get them on your server while you can: ${EXPORT_PAGE}`),
    );
  } else if (missing.length > 0) {
    lines.push(`  ${missing.map(([, what]) => what).join(", ")}`);
  }
  if (archive.dialect === "mastodon") {
    lines.push(
      paint(
        "dim",
        "  No Mastodon server exports your followers, posts of others, or earlier versions of edited posts.",
      ),
    );
  }
  return lines.length === 0 ? [] : ["Not in this archive", ...lines];
}

/** How to get a newer archive. */
export function ageLines({ archive }: InspectDocument, { paint }: Session): string[] {
  if (archive.dialect !== "mastodon") return [];
  const next = archive.exportedAt === null ? null : addDays(archive.exportedAt, 7);
  return [
    "A newer one",
    `  ${next === null ? "Seven days after an export" : `From ${next} on`} you can ask for the next: ${EXPORT_PAGE}`,
    paint("dim", "  Download it soon: servers delete exports after about a week, and download links expire."),
  ];
}

function addDays(iso: string, days: number): string | null {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? null : new Date(time + days * 86_400_000).toISOString().slice(0, 10);
}
