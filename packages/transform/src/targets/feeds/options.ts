import { type PublishOptions, publishProperties } from "../publish-options.js";
import type { Target } from "../target.js";

/**
 * What a person may say about their feed. Without an address pictures are described and not copied, and all posts
 * are in one document.
 */
export interface FeedOptions extends PublishOptions {
  /** Everything in one file, without media. */
  readonly single?: boolean | undefined;
}

/** JSON Schema of {@link FeedOptions}. */
export const FEED_OPTIONS_SCHEMA: Target<FeedOptions>["optionsSchema"] = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  properties: {
    ...publishProperties("media and links between its documents"),
    single: { type: "boolean", default: false, description: "Everything in one file, without media." },
  },
};
