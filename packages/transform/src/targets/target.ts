import type { RunOptions } from "@archive/schema";
import type { Feature } from "../post/features.js";
import type { PublishedPost } from "../post/post.js";
import type { Selection } from "../select/selection.js";
import type { Bytes } from "../source.js";

/** What a target is for; it decides which posts it gets by default. */
export type Purpose = "publish" | "data" | "migrate";

/** What becomes of a feature in an output. */
export type Support = "kept" | "dropped" | { readonly degraded: string };

/** One file of an output. */
export interface OutputFile {
  /** Relative, `/` between the parts; sinks refuse anything that leads outside. */
  readonly path: string;
  /** A stream is pulled when the file is written, and not at all when `fingerprint` tells that it need not be. */
  readonly content: string | Uint8Array | Bytes;
  /**
   * Names everything that the content is made from, the version of the code included: the same fingerprint at the
   * same path promises the same bytes. A sink that has an earlier output then leaves the file as it is without
   * pulling its content, so that a second run over a large archive makes only what changed. Any text; sinks keep
   * a hash of it.
   */
  readonly fingerprint?: string | undefined;
}

/** What a run of a target may be given. */
export interface RenderOptions extends RunOptions {
  /**
   * The text of a file of the output that this one takes the place of, by its path: as it was written, or `null` where
   * it is not there, or somebody changed it. What comes out must not depend on it.
   */
  readonly earlier?: ((path: string) => string | null) | undefined;
}

/** An output format, with the code that writes it. */
export interface Target<Options> {
  readonly name: string;
  readonly purpose: Purpose;
  /** The output is one file: `render` yields exactly one, and it may be written under any name. */
  readonly singleFile?: true;
  /** The output holds no posts: it is made of collections, such as those of accounts that are followed. */
  readonly withoutPosts?: true;
  /**
   * Its format is of one account: of a selection of several, posts of the others are refused, while the collections
   * are those of all. Whoever runs it had better not begin.
   */
  readonly oneAccount?: true;
  /** JSON Schema 2020-12 of its options. */
  readonly optionsSchema: { readonly [keyword: string]: unknown };
  /** What becomes of each feature: the losses, before anything is written. */
  readonly support: Readonly<Record<Feature, Support>>;
  /**
   * Why a selected post can't be in the output, in a few words; `null` when it can. The reason tells of the format,
   * or of what reads it: above all that an importer would show the post to more people than were to see it. It
   * never quotes the post. `render` leaves out what it refuses, and any trace of it. Takes every post unless given.
   */
  accepts?(post: PublishedPost, selection: Selection): string | null;
  /** The output, file by file; the sink pulls. Paths are unique. */
  render(selection: Selection, options: Options, run?: RenderOptions): AsyncIterable<OutputFile>;
}
