import type { Target } from "./target.js";

/** What a person says of anything that is published: a site, a feed. */
export interface PublishOptions {
  /** Where it will stand, http or https. */
  readonly baseUrl?: string | undefined;
  /** What it is called; the person's name unless told. */
  readonly title?: string | undefined;
  /** Whether pictures, films and sounds are copied; `true` unless told. */
  readonly media?: boolean | undefined;
}

/** The JSON Schema of {@link PublishOptions} as properties; `gain` tells what an address makes possible. */
export function publishProperties(gain: string): Target<PublishOptions>["optionsSchema"] {
  return {
    baseUrl: {
      type: "string",
      format: "uri",
      pattern: "^https?://",
      description: `Where it will stand; makes ${gain} possible.`,
    },
    title: { type: "string", minLength: 1, description: "What it is called; the person’s name by default." },
    media: { type: "boolean", default: true, description: "Whether pictures, films and sounds are copied." },
  };
}
