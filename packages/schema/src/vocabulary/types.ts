/**
 * The type names that decide how an outbox item is read.
 * Source: ActivityStreams 2.0 Vocabulary §3 and §5, and the types that fediverse servers add.
 */

/**
 * Activity types of AS2 §3.1, and those servers add to an outbox.
 *
 * @example
 * ```ts
 * import { ACTIVITY_TYPES } from "@archive/schema";
 * ACTIVITY_TYPES.has("Announce"); // true
 * ```
 */
export const ACTIVITY_TYPES: ReadonlySet<string> = new Set([
  "Accept",
  "Add",
  "Announce",
  "Arrive",
  "Block",
  "Create",
  "Delete",
  "Dislike",
  "EmojiReact",
  "Flag",
  "Follow",
  "Ignore",
  "Invite",
  "Join",
  "Leave",
  "Like",
  "Listen",
  "Move",
  "Offer",
  "QuoteRequest",
  "Read",
  "Reject",
  "Remove",
  "TentativeAccept",
  "TentativeReject",
  "Travel",
  "Undo",
  "Update",
  "View",
]);

/**
 * Object types that a server shows as a post. `Question` is an intransitive activity in AS2, a post in practice.
 *
 * @example
 * ```ts
 * import { POST_TYPES } from "@archive/schema";
 * POST_TYPES.has("Question"); // true
 * ```
 */
export const POST_TYPES: ReadonlySet<string> = new Set([
  "Article",
  "Audio",
  "ChatMessage",
  "Document",
  "Event",
  "Image",
  "Note",
  "Page",
  "Question",
  "Video",
]);

/**
 * Actor types of AS2 §3.2.
 *
 * @example
 * ```ts
 * import { ACTOR_TYPES } from "@archive/schema";
 * ACTOR_TYPES.has("Person"); // true
 * ```
 */
export const ACTOR_TYPES: ReadonlySet<string> = new Set([
  "Application",
  "Group",
  "Organization",
  "Person",
  "Service",
]);

/**
 * Collection types of AS2 §3.3.
 *
 * @example
 * ```ts
 * import { COLLECTION_TYPES } from "@archive/schema";
 * COLLECTION_TYPES.has("OrderedCollection"); // true
 * ```
 */
export const COLLECTION_TYPES: ReadonlySet<string> = new Set([
  "Collection",
  "CollectionPage",
  "OrderedCollection",
  "OrderedCollectionPage",
]);
