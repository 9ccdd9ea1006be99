import type { PostRecord } from "./post-record.js";

type Schema = { readonly [keyword: string]: unknown };

const text = (description: string): Schema => ({ type: "string", description });
const textOrNull = (description: string): Schema => ({ type: ["string", "null"], description });
const time = (description: string): Schema => ({
  type: ["string", "null"],
  format: "date-time",
  description,
});
const numberOrNull = (description: string): Schema => ({ type: ["number", "null"], description });
const countOrNull = (description: string): Schema => ({ type: ["integer", "null"], minimum: 0, description });
const truth = (description: string): Schema => ({ type: "boolean", description });
const list = (items: Schema, description: string): Schema => ({ type: "array", items, description });

function record(properties: { readonly [name: string]: Schema }, more: Schema = {}): Schema {
  return {
    type: "object",
    required: Object.keys(properties),
    additionalProperties: false,
    properties,
    ...more,
  };
}

const PROPERTIES: Readonly<Record<keyof PostRecord, Schema>> = {
  key: text("What this toolkit calls the post: a hash of its id, the same in every output."),
  id: textOrNull("The post’s ActivityPub id, of a boost the activity’s."),
  url: textOrNull("The page a person opens to see the original."),
  account: textOrNull("Whose post it is: @name@host, else the account’s id."),
  kind: { enum: ["post", "reply", "selfReply", "boost", "poll"], description: "What kind of post it is." },
  type: textOrNull("ActivityStreams type of the object; null of a boost."),
  visibility: {
    enum: ["public", "unlisted", "followers", "direct", "unknown"],
    description: "Who may see it on its server.",
  },
  published: time("When it was written, UTC."),
  updated: time("When it was last edited, UTC."),
  goneSince: time("Date of the first later export that no longer has it."),
  language: textOrNull("BCP-47."),
  title: textOrNull("Title of an article, page, event or video."),
  contentWarning: textOrNull("Plain text."),
  sensitive: truth("Whether its author marked it as sensitive."),
  text: textOrNull("Its text without markup."),
  html: textOrNull("Its text as sanitised HTML."),
  hashtags: list({ type: "string" }, "Without #."),
  mentions: list(
    record({ name: text("As the post has it."), url: textOrNull("Id of the account.") }),
    "Accounts it names.",
  ),
  customEmoji: list({ type: "string" }, "Names without colons."),
  attachments: list(
    record({
      kind: { enum: ["image", "video", "audio", "unknown"] },
      mediaType: textOrNull("As the document says."),
      url: textOrNull("Where it lies on a server."),
      inArchive: truth("Whether the document means a file of the archive."),
      alt: textOrNull("Alt text."),
      width: numberOrNull("Pixels."),
      height: numberOrNull("Pixels."),
      duration: numberOrNull("Seconds."),
      blurhash: textOrNull("BlurHash."),
      focalPoint: {
        type: ["array", "null"],
        prefixItems: [{ type: "number" }, { type: "number" }],
        items: false,
        minItems: 2,
        description: "x and y from -1 to 1.",
      },
    }),
    "Pictures, films and sounds.",
  ),
  poll: record(
    {
      multiple: truth("Whether several options may be chosen."),
      options: list(
        record({ name: text("Its text."), votes: countOrNull("Votes.") }),
        "In the author’s order.",
      ),
      voters: countOrNull("People who voted."),
      endTime: time("When it closes or closed, UTC."),
      closed: truth("Whether it is closed."),
    },
    { type: ["object", "null"] },
  ),
  event: record(
    { start: time("UTC."), end: time("UTC."), place: textOrNull("Name or address of the place.") },
    { type: ["object", "null"] },
  ),
  inReplyTo: textOrNull("Id of the post it answers; null also where that may not be shown."),
  inReplyToKey: textOrNull("Key of the own post it answers."),
  thread: text("Key of the first post of the self-thread it belongs to; its own where it stands alone."),
  quote: textOrNull("Id of the post it quotes."),
  boostOf: textOrNull("Id of the post that is boosted."),
  likes: countOrNull("As the server counted."),
  boosts: countOrNull("As the server counted."),
  replies: countOrNull("As the server counted."),
  history: list(
    record({
      updated: time("When it was written, UTC."),
      title: textOrNull("Title."),
      contentWarning: textOrNull("Plain text."),
      text: textOrNull("Without markup."),
      html: textOrNull("Sanitised HTML."),
    }),
    "Earlier versions, oldest first; empty unless asked for.",
  ),
};

/**
 * JSON Schema 2020-12 of a {@link PostRecord}: of one line of `ndjson`.
 *
 * @example
 * ```ts
 * import { POST_RECORD_SCHEMA } from "@archive/transform/data";
 * POST_RECORD_SCHEMA.type; // "object"
 * ```
 */
export const POST_RECORD_SCHEMA: Schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "A post as a row of data",
  ...record(PROPERTIES),
};
