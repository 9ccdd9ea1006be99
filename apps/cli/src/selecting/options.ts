import type { PostKind } from "@archive/transform";
import { type Command, Option } from "commander";
import { listOf } from "../list-of.js";
import { wholeNumber } from "../whole-number.js";

/** What `--visibility` takes. */
const VISIBILITIES = ["public", "unlisted", "followers", "direct"] as const;
/** What `--kinds` takes. */
const KINDS = ["post", "reply", "selfReply", "boost", "poll"] as const;

/** The options that choose posts, as they come out of the command line. */
export interface SelectingOptions {
  readonly visibility: readonly (typeof VISIBILITIES)[number][];
  readonly kinds?: readonly PostKind[];
  readonly since?: string;
  readonly until?: string;
  readonly tag?: string;
  readonly lang?: string;
  readonly thread?: string;
  readonly limit?: number;
  readonly includeGone?: boolean;
  readonly includeHistory?: boolean;
  readonly includeLikes?: boolean;
  readonly includeBookmarks?: boolean;
  readonly media: boolean;
  readonly timeZone: string;
}

/** Adds the options that choose posts to a command. */
export function addSelectingOptions(command: Command): void {
  command
    .addOption(
      new Option("--visibility <list>", `which posts, by who may see them: ${VISIBILITIES.join(", ")}`)
        .default(["public", "unlisted"], "public,unlisted")
        .argParser(listOf(VISIBILITIES)),
    )
    .option("--kinds <list>", `which kinds of posts: ${KINDS.join(", ")} (default: all)`, listOf(KINDS))
    .option("--since <date>", "only posts from this date on")
    .option("--until <date>", "only posts up to this date")
    .option("--tag <name>", "only posts with this hashtag")
    .option("--lang <tag>", "only posts in this language, like en or pt-BR")
    .option("--thread <url>", "only the thread that this post belongs to")
    .option("--limit <n>", "only the newest so many", wholeNumber)
    .option(
      "--include-gone",
      "also posts that were deleted: of several exports, what a later one no longer has",
    )
    .option("--include-history", "also earlier versions of edited posts, where the archive has them")
    .option("--include-likes", "also what the person liked")
    .option("--include-bookmarks", "also what the person bookmarked")
    .option("--no-media", "leave pictures, films and sound out")
    .option("--time-zone <name>", "show dates in this time zone", "UTC");
}
