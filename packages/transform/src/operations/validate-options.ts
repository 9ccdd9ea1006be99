import type { JsonObject, RunOptions } from "@archive/schema";
import type { Profile } from "@archive/schema/validate";
import type { SourceItem } from "../source.js";

/** How to check. */
export interface ValidateOptions extends RunOptions {
  /**
   * What to hold it against: the name of a built-in profile, or one from `loadProfile`. Unless told, an archive
   * is held against its own dialect's, a single document against `wild`.
   */
  readonly profile?: Profile | string | undefined;
  /** Reads the first bytes of every media file that a post shows, to tell whether it is what the post says. */
  readonly media?: boolean | undefined;
  /**
   * Called with the actor and each item of the outbox before it is checked. What is found in it follows, and until the
   * next one it is at hand: afterwards it is gone, for archives are read once and in constant memory.
   */
  readonly onDocument?: ((document: SourceItem<JsonObject>, kind: "actor" | "item") => void) | undefined;
  /**
   * Findings of each code, at most, whose `offset` is that of the innermost list item around them; of further ones it
   * is that of the outbox item. 100 unless told: each costs a search through the item's bytes.
   */
  readonly exactOffsets?: number | undefined;
  /** Lets findings quote what is not public. Without it they say where and what, never with whose words. */
  readonly showContent?: boolean | undefined;
}

/** What was checked. The findings went to `onDiagnostic`, for there may be more than fit in memory. */
export interface ValidationSummary {
  /** Name of the profile that it was held against. */
  readonly profile: string;
  readonly checked: {
    /** JSON documents: actor, outbox and collections of an archive, or the files given. */
    readonly documents: number;
    /** Items of the outbox and entries of collections; a document that is no collection is one. */
    readonly items: number;
  };
}
