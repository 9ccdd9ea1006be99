import type { JsonObject, RunOptions } from "@archive/schema";
import type { Selection } from "../../select/selection.js";
import type { SourceCollection } from "../../source.js";
import { AcceptedPosts } from "../fediverse/accepted.js";
import { actorDocument } from "../fediverse/actor-document.js";
import { actorFacts } from "../fediverse/actor-facts.js";
import { collectionBytes, jsonText } from "../fediverse/collection-text.js";
import { MASTODON_CONTEXT } from "../fediverse/context.js";
import type { ActivityStyle } from "../fediverse/note-document.js";
import { extensionOf, type MediaPlace, mediaFiles } from "../fediverse/placed-media.js";
import type { OutputFile, Target } from "../target.js";
import { cleanedActivity } from "./cleaned-activity.js";

/** Where the files of an archive of ActivityStreams stand. */
export interface As2Layout {
  readonly accepts: NonNullable<Target<never>["accepts"]>;
  /** Folder of the documents, with a slash at its end; empty at the root. */
  readonly folder: string;
  /** Folder of the media, with a slash at its end. */
  readonly media: string;
  /** The way from the documents to the media. */
  readonly mediaFromDocuments: string;
  /** Files of the collections that may be written. */
  readonly collections: Readonly<Partial<Record<SourceCollection, string>>>;
}

/** `actor.json`, `outbox.json` with the newest post first, collections and media. */
export async function* as2Files(
  selection: Selection,
  layout: As2Layout,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  const accepted = new AcceptedPosts(selection, layout.accepts, run.signal);
  const { total, media } = await accepted.survey(true);
  yield* mediaFiles(selection, media, (each) => layout.media + each.name, run);
  const place: MediaPlace = ({ key, name }) =>
    name === key + extensionOf(name) ? layout.mediaFromDocuments + name : null;
  const actor = actorFacts(selection);
  const refused = await accepted.refused();
  const style: ActivityStyle = { accepted, refused, actor, attachments: { place, take: "all" } };
  async function* activities(): AsyncGenerator<unknown> {
    for await (const post of accepted.posts("newest")) yield cleanedActivity(post, style);
  }
  const head = (id: string): JsonObject => ({
    "@context": MASTODON_CONTEXT,
    id,
    type: "OrderedCollection",
  });
  yield {
    path: `${layout.folder}outbox.json`,
    content: collectionBytes({ ...head("outbox.json"), totalItems: total }, activities()),
  };
  const named: { [name: string]: string } = { outbox: "outbox.json" };
  for (const [name, file] of Object.entries(layout.collections)) {
    // The keys of the layout are names of collections: its type says so.
    const members = selection.collection(name as SourceCollection, run);
    if (members === null) continue;
    if (name === "likes" || name === "bookmarks") named[name] = file;
    yield { path: layout.folder + file, content: collectionBytes(head(file), memberDocuments(members)) };
  }
  yield { path: `${layout.folder}actor.json`, content: jsonText(profile(selection, style, named)) };
}

/** The actor's own document with all it says, its pictures those of the output. */
function profile(selection: Selection, style: ActivityStyle, collections: JsonObject): JsonObject {
  const { actor, refused, attachments } = style;
  const { place } = attachments;
  const made = actorDocument(selection, actor, { context: MASTODON_CONTEXT, place, collections, refused });
  const { "@context": context, icon, image, likes, bookmarks, ...rest } = actor.document;
  const pictures = {
    ...(made.icon ? { icon: made.icon } : {}),
    ...(made.image ? { image: made.image } : {}),
  };
  if (Object.keys(rest).length === 0) return made;
  const { followers } = actor;
  return { "@context": context ?? MASTODON_CONTEXT, ...rest, followers, ...pictures, ...collections };
}

/** Members that are nothing but an address are written as one. */
async function* memberDocuments(
  members: AsyncIterable<{ readonly id: string; readonly [property: string]: unknown }>,
): AsyncGenerator<unknown> {
  for await (const member of members) yield Object.keys(member).length === 1 ? member.id : member;
}
