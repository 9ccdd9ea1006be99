import type { RunOptions } from "@archive/schema";
import type { Selection } from "../select/selection.js";
import type { Bytes } from "../source.js";

/** What a target is for; it decides which posts it gets by default. */
export type Purpose = "publish" | "data" | "migrate";

/** The features of posts that outputs differ in. */
export const FEATURES = [
  "formatting",
  "contentWarnings",
  "media",
  "altText",
  "focalPoints",
  "polls",
  "customEmoji",
  "mentions",
  "hashtags",
  "threads",
  "quotes",
  "boosts",
  "edits",
  "languages",
  "visibility",
  "likes",
  "bookmarks",
] as const;

/** One of {@link FEATURES}. */
export type Feature = (typeof FEATURES)[number];

/** What becomes of a feature in an output. */
export type Support = "kept" | "dropped" | { readonly degraded: string };

/** One file of an output. */
export interface OutputFile {
  /** Relative, `/` between the parts; sinks refuse anything that leads outside. */
  readonly path: string;
  readonly content: string | Uint8Array | Bytes;
}

/** An output format, with the code that writes it. */
export interface Target<Options> {
  readonly name: string;
  readonly purpose: Purpose;
  /** JSON Schema 2020-12 of its options. */
  readonly optionsSchema: { readonly [keyword: string]: unknown };
  /** What becomes of each feature: the losses, before anything is written. */
  readonly support: Readonly<Record<Feature, Support>>;
  /** The output, file by file; the sink pulls. Paths are unique. */
  render(selection: Selection, options: Options, run?: RunOptions): AsyncIterable<OutputFile>;
}
