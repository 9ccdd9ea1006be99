import type { IndexedKind } from "./format.js";

/** A post as an index takes it in. Only posts of a selection become one. */
export interface IndexedPost {
  /** Path of its page, without `/index.html`. */
  readonly page: string;
  /** `YYYY` in the selection's time zone; `""` without a date. */
  readonly year: string;
  /** Seconds since 1970; `null` without a date. */
  readonly seconds: number | null;
  readonly kind: IndexedKind;
  readonly language: string | null;
  readonly title: string | null;
  readonly text: string;
  /** Addresses the text links to that its words do not show; mentions and hashtags left out. */
  readonly hiddenLinks: readonly string[];
  /** Whether it links anywhere beside mentions and hashtags. */
  readonly links: boolean;
  readonly contentWarning: string | null;
  readonly altTexts: readonly string[];
  readonly options: readonly string[];
  readonly hashtags: readonly string[];
  readonly mentions: readonly string[];
  readonly media: { readonly image: boolean; readonly video: boolean; readonly audio: boolean };
  readonly altMissing: boolean;
  readonly unlisted: boolean;
  /** Whom it answers, by name. */
  readonly to: string | null;
  /** Path of a picture in the site that may be shown at once. */
  readonly picture: string | null;
  /** Who wrote it, as the selection numbers its accounts. */
  readonly account: number;
}
