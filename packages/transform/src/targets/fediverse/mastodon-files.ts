import type { JsonObject, RunOptions } from "@archive/schema";
import type { Selection } from "../../select/selection.js";
import type { OutputFile, Target } from "../target.js";
import { AcceptedPosts } from "./accepted.js";
import { actorDocument } from "./actor-document.js";
import { type ActorFacts, actorFacts } from "./actor-facts.js";
import type { AttachmentStyle } from "./attachment-documents.js";
import { collectionBytes, jsonText } from "./collection-text.js";
import { AS2, MASTODON_CONTEXT } from "./context.js";
import { type ActivityStyle, mastodonActivity } from "./note-document.js";
import { mastodonPlaces, mediaFiles } from "./placed-media.js";
import type { RefusedPosts } from "./refused-posts.js";

/** How an output of Mastodon's shape differs from Mastodon's own. */
export interface MastodonShape extends Pick<ActivityStyle, "pollsAsText" | "withoutCounts"> {
  readonly accepts: NonNullable<Target<never>["accepts"]>;
  readonly attachments: AttachmentStyle["take"];
  /** Whether what the person liked and bookmarked is written. */
  readonly collections: boolean;
  /** Shows content warnings to importers that look for them on sensitive posts only. */
  readonly warningsAreSensitive?: true;
}

/**
 * An archive in the shape of Mastodon's own export: media first, for their names come from their content, then
 * the outbox, oldest post first, and the profile last.
 */
export async function* mastodonFiles(
  selection: Selection,
  shape: MastodonShape,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  const accepted = new AcceptedPosts(selection, shape.accepts, run.signal);
  const { total, media } = await accepted.survey(false);
  const place = mastodonPlaces(selection);
  yield* mediaFiles(selection, media, place, run);
  const actor = actorFacts(selection);
  const refused = await accepted.refused();
  const attachments = { place, take: shape.attachments };
  const style: ActivityStyle = { ...shape, accepted, refused, actor, attachments };
  yield {
    path: "outbox.json",
    content: collectionBytes(
      { "@context": MASTODON_CONTEXT, id: "outbox.json", type: "OrderedCollection", totalItems: total },
      activities(accepted, style, shape),
    ),
  };
  if (shape.collections) yield* collectionFiles(selection, refused, run);
  const listed = shape.collections ? { likes: "likes.json", bookmarks: "bookmarks.json" } : {};
  const collections = { outbox: "outbox.json", ...listed };
  const profile = { context: MASTODON_CONTEXT, place, collections, refused };
  const document = actorDocument(selection, actor, profile);
  yield { path: "actor.json", content: jsonText({ ...usualOf(actor, selection), ...document }) };
}

/**
 * What every actor of Mastodon's has. Fossilizer stops at one without any of it, and exports of other software may not
 * tell: then the addresses are made as Mastodon makes them, and the account is as old as its first post.
 */
function usualOf({ id }: ActorFacts, { counts }: Selection): JsonObject {
  return {
    following: `${id}/following`,
    inbox: `${id}/inbox`,
    url: id,
    published: counts.first ?? "1970-01-01T00:00:00Z",
  };
}

async function* activities(
  accepted: AcceptedPosts,
  style: ActivityStyle,
  { warningsAreSensitive }: MastodonShape,
): AsyncGenerator<unknown> {
  for await (const post of accepted.posts("oldest")) {
    const shown =
      warningsAreSensitive === true && post.contentWarning !== null ? { ...post, sensitive: true } : post;
    yield mastodonActivity(shown, style);
  }
}

const LISTED = ["likes", "bookmarks"] as const;

/**
 * `likes.json` and `bookmarks.json`. Both are there in every export of Mastodon's, and mav-z opens none without them:
 * where they were not asked for, or the archive does not have them, they are empty.
 */
async function* collectionFiles(
  selection: Selection,
  refused: RefusedPosts,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  for (const name of LISTED) {
    const path = `${name}.json`;
    const head = { "@context": AS2, id: path, type: "OrderedCollection" };
    yield { path, content: collectionBytes(head, idsIn(selection.collection(name, run), refused)) };
  }
}

/** The addresses of a collection's members, but those of posts that are left out. */
export async function* idsIn(
  members: AsyncIterable<{ readonly id: string }> | null,
  refused: RefusedPosts,
): AsyncGenerator<string> {
  if (members === null) return;
  for await (const { id } of members) if (!refused.leads(id)) yield id;
}
