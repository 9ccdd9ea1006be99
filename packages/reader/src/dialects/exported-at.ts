import { timestampOf } from "@archive/schema";
import type { Entry } from "../containers/container.js";

/** `archive-20240501100000-0a1b….zip`, as Mastodon names its exports; their folders when unpacked as well. */
const MASTODON_NAME = /(?:^|[^0-9a-z])archive-(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)-[0-9a-f]{4,}/i;

/** `archive-ada-20240501T100000-….zip`, as Pleroma and Akkoma do: no separators, and base64 behind. */
const PLEROMA_NAME = /(?:^|[^0-9a-z])archive-.+-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/i;

/** `notes-2024-05-01-10-00-00.json`, as Misskey and its forks do, by the clock on the server's wall. */
const MISSKEY_NAME = /^(?:notes|data-request)-(\d{4})-(\d\d)-(\d\d)-(\d\d)-(\d\d)-(\d\d)/i;

/**
 * When an archive was exported, UTC: from the name the server gave the file, else from the newest of the
 * entries that are written last, else `null`.
 */
export function exportedAt(name: string | null, documents: readonly (Entry | null)[]): string | null {
  const named = momentIn(name, [MASTODON_NAME, PLEROMA_NAME]);
  if (named !== null) return named;
  const times = documents.flatMap((entry) => timestampOf(entry?.modified) ?? []);
  // The time an archive without times gets, and clocks that were never set.
  const newest = times.filter(({ epoch }) => epoch > EARLIEST).sort((a, b) => b.epoch - a.epoch)[0];
  return newest === undefined ? null : `${new Date(newest.epoch).toISOString().slice(0, 19)}Z`;
}

/** No server exported ActivityStreams before 2018; zip and tar count from 1980 and 1970. */
const EARLIEST = Date.UTC(2010);

/** When a file of Misskey's was written by its name. The time has no zone there: UTC is assumed. */
export function localMoment(name: string | null): string | null {
  return momentIn(name, [MISSKEY_NAME]);
}

function momentIn(name: string | null, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const stamp = name === null ? null : pattern.exec(name);
    if (stamp === null) continue;
    const [, year, month, day, hour, minute, second] = stamp;
    const named = timestampOf(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    if (named !== null) return named.iso;
  }
  return null;
}
