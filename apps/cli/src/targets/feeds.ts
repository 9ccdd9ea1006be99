import { BASE_URL, TITLE } from "./shared-options.js";
import { bound, type TargetEntry } from "./target-entry.js";

/** The options of feeds as they come out of the command line. */
interface FeedValues {
  readonly out: string;
  readonly baseUrl?: string;
  readonly title?: string;
  readonly media: boolean;
}

/** `--to atom`, `--to rss`, `--to jsonfeed`. */
export const atomEntry: TargetEntry = feedEntry("atom", /\.(?:atom|xml)$/i);
export const rssEntry: TargetEntry = feedEntry("rss", /\.(?:rss|xml)$/i);
export const jsonFeedEntry: TargetEntry = feedEntry("jsonfeed", /\.json$/i);

/** With the name of a file as `--out`, the feed is one file; else a folder with media and archive documents. */
function feedEntry(name: "atom" | "rss" | "jsonfeed", file: RegExp): TargetEntry {
  const target = async () => {
    const { atomTarget, jsonFeedTarget, rssTarget } = await import("@archive/transform/feeds");
    return { atom: atomTarget, rss: rssTarget, jsonfeed: jsonFeedTarget }[name];
  };
  const isSingleFile = (out: string): boolean => file.test(out);
  return {
    name,
    options: [BASE_URL, TITLE],
    isSingleFile,
    facts: target,
    async bind(command) {
      const { out, baseUrl, title, media } = command.opts<FeedValues>();
      return bound(await target(), { baseUrl, title, media, single: isSingleFile(out) });
    },
  };
}
