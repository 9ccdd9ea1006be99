/** The names `--to` takes, in the order in which they are listed. */
export const TARGET_NAMES = [
  "html",
  "markdown",
  "atom",
  "rss",
  "jsonfeed",
  "text",
  "ndjson",
  "csv",
  "sqlite",
  "parquet",
  "activitystreams",
  "mastodon",
  "sharkey",
  "gotosocial",
  "pleroma",
  "misskey",
  "wordpress",
  "fep-6fcd",
  "csv-kit",
] as const;
/** One of {@link TARGET_NAMES}. */
export type TargetName = (typeof TARGET_NAMES)[number];
