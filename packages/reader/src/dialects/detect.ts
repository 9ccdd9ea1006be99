import type { Entry } from "../containers/container.js";
import { activitystreams } from "./activitystreams.js";
import { csvFiles } from "./csv-files.js";
import type { Dialect, Probes } from "./dialect.js";
import { mastodon } from "./mastodon.js";

/** Every dialect that is read; the last takes what no other does. */
export const DIALECTS: readonly Dialect[] = [mastodon, csvFiles, activitystreams];

/** The dialect that fits best, and the era within it. */
export function detectDialect(
  entries: readonly Entry[],
  probes: Probes,
): { readonly dialect: Dialect; readonly era: string | null } {
  let best = { dialect: activitystreams, ...activitystreams.detect(entries, probes) };
  for (const dialect of DIALECTS) {
    const found = dialect.detect(entries, probes);
    if (found.confidence > best.confidence) best = { dialect, ...found };
  }
  return { dialect: best.dialect, era: best.era };
}
