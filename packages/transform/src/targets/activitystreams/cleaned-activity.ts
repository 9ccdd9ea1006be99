import {
  audienceOf,
  isJsonObject,
  type JsonObject,
  narrower,
  textOf,
  urlsOf,
  valuesOf,
} from "@archive/schema";
import type { PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import { addressing } from "../fediverse/addressing.js";
import { attachmentDocuments } from "../fediverse/attachment-documents.js";
import { type ActivityStyle, mastodonActivity } from "../fediverse/note-document.js";
import { placeOf } from "../fediverse/placed-media.js";
import { idsOf, sourceDocument } from "../fediverse/source-document.js";

/**
 * A post's activity: the document of the archive with all it says, its media pointing at the output's files, its
 * addressing narrowed to the visibility the post was selected by. An archive of another kind of JSON gives one that
 * is made from the post.
 */
export function cleanedActivity(post: PublishedPost, style: ActivityStyle): JsonObject {
  const source = sourceDocument(post, style.accepted.selection);
  const { activity, object } = source;
  const hasActivity = Object.keys(activity).length > 0;
  if (!hasActivity && Object.keys(object).length === 0) return mastodonActivity(post, style);
  const audience = narrowed(
    post,
    style,
    hasActivity ? activity : null,
    post.kind === "boost" ? null : object,
  );
  // A post that is only named stays so.
  if (post.kind === "boost" || Object.keys(object).length === 0) return { ...activity, ...audience };
  const ids = idsOf(post, source);
  return {
    ...(hasActivity
      ? activity
      : {
          id: ids.activity,
          type: "Create",
          actor: style.actor.id,
          ...(object.published === undefined ? {} : { published: object.published }),
          ...(object.to === undefined ? {} : { to: object.to }),
          ...(object.cc === undefined ? {} : { cc: object.cc }),
        }),
    ...audience,
    object: { ...object, ...audience, ...attachmentsOf(post, object, style) },
  };
}

/** The addressing to write instead, where what the document says is wider than what holds. */
function narrowed(
  post: PublishedPost,
  style: ActivityStyle,
  activity: JsonObject | null,
  object: JsonObject | null,
): JsonObject {
  const { document, followers } = style.actor;
  // As it will be read again, with the followers the profile names then.
  const actor = { ...document, followers };
  const said = audienceOf({ activity, object, actor }).visibility;
  const { visibility } = post.audience;
  if (said === visibility || (visibility !== "unknown" && narrower(said, visibility) === said)) return {};
  const source = { activity: activity ?? {}, object: object ?? {} };
  return { ...addressing(post, source, style.actor) };
}

/** The document's attachments, each with the post's own view of it; what is no medium stays as it is. */
function attachmentsOf(post: PublishedPost, object: JsonObject, style: ActivityStyle): JsonObject {
  if (post.attachments.length === 0) return {};
  const { selection } = style.accepted;
  const documents = valuesOf(object.attachment);
  const media = documents.filter(isMedium);
  const made = attachmentDocuments(post, selection, style.attachments);
  // A film that is the post itself stands before its attachments.
  const own = post.attachments.length - media.length;
  if (own < 0 || own > 1 || made.length !== post.attachments.length) return { attachment: made };
  let at = own;
  const kept = documents.map((document) => {
    if (!isMedium(document)) return document;
    const attachment = post.attachments[at];
    const written = made[at];
    at += 1;
    return attachment?.media == null ? document : { ...document, ...written, ...typeOf(document) };
  });
  return {
    attachment: [...made.slice(0, own), ...kept].map((each) => withExtras(each, post, selection, style)),
  };
}

function typeOf({ type }: JsonObject): JsonObject {
  return type === undefined ? {} : { type };
}

function isMedium(document: unknown): document is JsonObject {
  if (!isJsonObject(document)) return false;
  const types = valuesOf(document.type);
  return !types.includes("Link") && !types.includes("PropertyValue");
}

/** Posters and subtitles by the names their copies have; a path into the archive that leads nowhere goes. */
function withExtras(
  document: unknown,
  { attachments }: PublishedPost,
  selection: Selection,
  { attachments: { place } }: ActivityStyle,
): unknown {
  if (!isJsonObject(document)) return document;
  const found = attachments.find((each) => placeOf(selection, each.media, place) === textOf(document.url));
  const { icon, subtitleLanguage, ...rest } = document;
  const poster = placeOf(selection, found?.poster ?? null, place);
  const captions = (found?.captions ?? []).flatMap(({ language, media }) => {
    const url = placeOf(selection, media, place);
    return url === null ? [] : [{ ...(language === null ? {} : { identifier: language }), url }];
  });
  const remoteIcon = poster === null && allRemote(icon) ? { icon } : {};
  const remoteCaptions = captions.length === 0 && allRemote(subtitleLanguage) ? { subtitleLanguage } : {};
  return {
    ...rest,
    ...(poster === null ? remoteIcon : { icon: { type: "Image", url: poster } }),
    ...(captions.length === 0 ? remoteCaptions : { subtitleLanguage: captions }),
  };
}

function allRemote(value: unknown): boolean {
  const urls = valuesOf(value).flatMap((each) => (isJsonObject(each) ? urlsOf(each.url) : urlsOf(each)));
  return urls.length > 0 && urls.every((url) => /^https?:\/\//i.test(url));
}
