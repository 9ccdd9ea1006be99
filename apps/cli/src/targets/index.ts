import { csvKitEntry } from "./csv-kit.js";
import { csvEntry, ndjsonEntry, parquetEntry, sqliteEntry, textEntry } from "./data.js";
import {
  activitystreamsEntry,
  fep6fcdEntry,
  gotosocialEntry,
  mastodonEntry,
  misskeyEntry,
  pleromaEntry,
  sharkeyEntry,
} from "./fediverse.js";
import { atomEntry, jsonFeedEntry, rssEntry } from "./feeds.js";
import { htmlEntry } from "./html.js";
import { markdownEntry } from "./markdown.js";
import { TARGET_NAMES, type TargetName } from "./names.js";
import type { TargetEntry } from "./target-entry.js";
import { wordPressEntry } from "./wordpress.js";

const ENTRIES: Readonly<Record<TargetName, TargetEntry>> = {
  html: htmlEntry,
  markdown: markdownEntry,
  atom: atomEntry,
  rss: rssEntry,
  jsonfeed: jsonFeedEntry,
  text: textEntry,
  ndjson: ndjsonEntry,
  csv: csvEntry,
  sqlite: sqliteEntry,
  parquet: parquetEntry,
  activitystreams: activitystreamsEntry,
  mastodon: mastodonEntry,
  sharkey: sharkeyEntry,
  gotosocial: gotosocialEntry,
  pleroma: pleromaEntry,
  misskey: misskeyEntry,
  wordpress: wordPressEntry,
  "fep-6fcd": fep6fcdEntry,
  "csv-kit": csvKitEntry,
};

/** Every target, in the order of {@link TARGET_NAMES}. */
export const TARGETS: readonly TargetEntry[] = TARGET_NAMES.map((name) => ENTRIES[name]);

/** The target of a name. */
export function targetOf(name: TargetName): TargetEntry {
  return ENTRIES[name];
}
