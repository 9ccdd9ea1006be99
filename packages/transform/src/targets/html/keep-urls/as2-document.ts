import type { JsonObject } from "@archive/schema";

/** For documents that stood in a list and took their context from it: the terms servers use in posts. */
const CONTEXT = [
  "https://www.w3.org/ns/activitystreams",
  {
    ostatus: "http://ostatus.org#",
    atomUri: "ostatus:atomUri",
    inReplyToAtomUri: "ostatus:inReplyToAtomUri",
    conversation: "ostatus:conversation",
    sensitive: "as:sensitive",
    Hashtag: "as:Hashtag",
    toot: "http://joinmastodon.org/ns#",
    Emoji: "toot:Emoji",
    votersCount: "toot:votersCount",
    blurhash: "toot:blurhash",
    focalPoint: { "@container": "@list", "@id": "toot:focalPoint" },
  },
] as const;

/** An AS2 document as a file: with a context, and ending in a line end. */
export function as2Text(document: JsonObject, context: unknown = document["@context"]): string {
  const { "@context": _, ...rest } = document;
  return `${JSON.stringify({ "@context": context ?? CONTEXT, ...rest })}\n`;
}

/** A document inside another, whose context holds for it too. */
export function embedded(document: JsonObject): JsonObject {
  const { "@context": _, ...rest } = document;
  return rest;
}

/** The context of documents that this toolkit makes. */
export const PLAIN_CONTEXT = "https://www.w3.org/ns/activitystreams";
