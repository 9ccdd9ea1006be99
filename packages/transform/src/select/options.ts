import type { Visibility } from "@archive/schema";
import type { Library } from "../library/library.js";
import type { ImageOptions } from "../media/image-worker.js";
import type { PostKind } from "../post/post.js";
import type { SourceCollection } from "../source.js";
import type { Selection } from "./selection.js";

/** What to select; everything left out is not asked for. */
export interface SelectOptions {
  /** Where selected posts are staged. The caller makes it and disposes of it. */
  readonly library: Library;
  /** `["public", "unlisted"]` unless told otherwise. */
  readonly visibility?: readonly Visibility[] | undefined;
  readonly kinds?: readonly PostKind[] | undefined;
  /** From this date or time on: `YYYY-MM-DD` (midnight in the time zone) or ISO 8601. */
  readonly since?: string | undefined;
  /** Up to and with this date, or before this time. */
  readonly until?: string | undefined;
  /** Posts with this hashtag, with or without `#`, in any spelling of case. */
  readonly tag?: string | undefined;
  /** Posts in this language; `en` also means `en-GB`. */
  readonly language?: string | undefined;
  /** The self-thread around the post with this id or address. */
  readonly thread?: string | undefined;
  /** The newest so many of what the rest of the options leave. */
  readonly limit?: number | undefined;
  /** IANA name of the time zone that days and months are counted in; UTC unless told. */
  readonly timeZone?: string | undefined;
  /** Whether media files are taken along; `true` unless told. */
  readonly media?: boolean | undefined;
  /** Smaller copies of pictures for the output; none unless told. */
  readonly images?: ImageOptions | undefined;
  /** Whether pictures themselves are copied where smaller copies stand for them; `true` unless told. */
  readonly keepOriginals?: boolean | undefined;
  /** Keeps the AS2 documents too, for {@link Selection.as2}; off unless told: it doubles what is staged. */
  readonly documents?: boolean | undefined;
  /** The collections an output may have; none unless told. */
  readonly collections?: readonly SourceCollection[] | undefined;
  /** Takes earlier versions of posts along. */
  readonly history?: boolean | undefined;
  /** Takes posts along that later exports no longer have, or that an activity beside them deletes. */
  readonly gone?: boolean | undefined;
}

/** Why posts were left out, for the person at the terminal; never for an output. */
export type LeftOutReason =
  | "visibility"
  | "kind"
  | "date"
  | "tag"
  | "language"
  | "thread"
  | "limit"
  /** A later export no longer has it, or an activity in the outbox deletes it. */
  | "gone"
  /** A boost of one's own post that was withheld: a line that could say nothing. */
  | "boostOfWithheld"
  /** Another copy of a post, or an earlier version of it. */
  | "duplicate";

/** What came in and what was selected, for the person at the terminal; never for an output. */
export interface SelectReport {
  /** Posts and boosts in the archive. */
  readonly items: number;
  readonly selected: number;
  /** `items` minus `selected`, by the first reason that held. */
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
  /** Of what is selected. */
  readonly byVisibility: Readonly<Record<Visibility, number>>;
}

/** The posts chosen, and the account of the choice. */
export interface SelectResult {
  readonly selection: Selection;
  readonly report: SelectReport;
}
