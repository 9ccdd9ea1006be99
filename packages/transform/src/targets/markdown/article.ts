import type { PublishedPost } from "../../post/post.js";
import type { MarkdownSplit } from "./options.js";

/** Where a file stands. */
export interface Place {
  /** Path of the file. */
  readonly path: string;
  /** Address on the built site, without a slash in front; `null` where files are read as they are. */
  readonly url: string | null;
}

/** Where an article stands, whatever the flavor makes of it. */
export interface ArticlePlace {
  readonly split: MarkdownSplit;
  /** `YYYY`, `MM` and `DD`; of a month without the day; all `null` without a date. */
  readonly year: string | null;
  readonly month: string | null;
  readonly day: string | null;
  /** Tells it from the others of its day; `null` for whole days and months. */
  readonly short: string | null;
  /** `2024/05/09-abcdefgh`, `2024/05/09`, `2024/05`, `undated/abcdefgh` or `undated`. */
  readonly stem: string;
}

/** Where a program looks for articles and media. */
export interface ArticlePaths {
  /** Path of an article's file. */
  articlePath(place: ArticlePlace): string;
  /** Folder of media files, where the program looks for them. */
  readonly mediaFolder: string;
  /**
   * Address of an article and folder of media on the site that is built, without a slash in front; `null` where
   * files are not built but read, and point at each other by their paths.
   */
  readonly site: {
    articleUrl(place: ArticlePlace): string;
    readonly mediaUrl: string;
    /** Relative addresses in Markdown mean something else to it. */
    readonly fromRoot?: true;
  } | null;
}

/** A post within an article. */
export interface Entry {
  readonly post: PublishedPost;
  /** 0 for the thread itself, 1 for a branch of it, 2 for a branch of that. */
  readonly depth: number;
  /** Whether a branch begins here. */
  readonly branches: boolean;
}

/** What one file holds. */
export interface Article {
  readonly name: ArticlePlace;
  readonly place: Place;
  readonly title: string;
  /** Whether the title was made, for a program that needs one; its author gave none. */
  readonly madeTitle: boolean;
  /** UTC, ISO 8601. */
  readonly date: string | null;
  /** When the last of it was written or edited; `null` unless later than `date`. */
  readonly updated: string | null;
  /** Its posts in the order of reading; of a whole day or month only the first, for the rest is streamed. */
  readonly entries: readonly Entry[];
  /** Whether it is a day or a month. */
  readonly digest: boolean;
}
