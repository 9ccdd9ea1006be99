import { hasType, isJsonObject, type JsonObject, textOf, valuesOf } from "@archive/schema";
import { toHtml } from "../../content/to-html.js";
import type { MediaKey } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import type { ActorFacts } from "./actor-facts.js";
import { type MediaPlace, placeOf } from "./placed-media.js";
import type { RefusedPosts } from "./refused-posts.js";

/** The addresses and marks of an actor that Mastodon writes and that are taken over as they are. */
const TEXTS = ["following", "inbox", "featured", "featuredTags"] as const;
const MARKS = ["manuallyApprovesFollowers", "discoverable", "indexable", "memorial", "suspended"] as const;
const ACTOR_TYPES: ReadonlySet<string> = new Set([
  "Person",
  "Service",
  "Group",
  "Application",
  "Organization",
]);

/** What of an actor differs from export to export. */
export interface ActorStyle {
  readonly context: readonly unknown[];
  readonly place: MediaPlace;
  /** What `outbox`, `likes` and `bookmarks` point at. */
  readonly collections: JsonObject;
  readonly refused: RefusedPosts;
}

/** The profile with the keys Mastodon writes. Its texts hold nothing but safe HTML. */
export function actorDocument(
  selection: Selection,
  actor: ActorFacts,
  { context, place, collections, refused }: ActorStyle,
): JsonObject {
  const account = selection.account === null ? null : refused.hiddenFromAccount(selection.account);
  const { document } = actor;
  const texts = TEXTS.flatMap((name) => {
    const value = textOf(document[name]);
    return value === null ? [] : [[name, value] as const];
  });
  const marks = MARKS.flatMap((name) =>
    typeof document[name] === "boolean" ? [[name, document[name]] as const] : [],
  );
  const knownAs = valuesOf(document.alsoKnownAs).filter((each) => typeof each === "string");
  const type = account?.type ?? "Person";
  return {
    "@context": context,
    id: actor.id,
    type: ACTOR_TYPES.has(type) ? type : "Person",
    followers: actor.followers,
    ...Object.fromEntries(texts),
    preferredUsername: actor.username,
    name: account?.name ?? "",
    summary: account?.bio === null || account === null ? "" : toHtml(account.bio),
    ...(account?.url === null || account === null ? {} : { url: account.url }),
    ...Object.fromEntries(marks),
    ...(account?.joinedAt === null || account === null ? {} : { published: account.joinedAt }),
    tag: emojiOf(document),
    attachment: (account?.fields ?? []).map(({ name, value }) => ({
      type: "PropertyValue",
      name,
      value: toHtml(value),
    })),
    ...imageOf("icon", account?.avatar ?? null, selection, place),
    ...imageOf("image", account?.header ?? null, selection, place),
    ...(account?.movedTo === null || account === null ? {} : { movedTo: account.movedTo }),
    ...(knownAs.length === 0 ? {} : { alsoKnownAs: knownAs }),
    ...collections,
  };
}

function imageOf(
  name: "icon" | "image",
  key: MediaKey | null,
  selection: Selection,
  place: MediaPlace,
): JsonObject {
  const url = placeOf(selection, key, place);
  if (key === null || url === null) return {};
  const state = selection.mediaState(key);
  const mediaType = state.state === "present" ? { mediaType: state.mediaType } : {};
  return { [name]: { type: "Image", ...mediaType, url } };
}

function emojiOf(document: JsonObject): readonly JsonObject[] {
  return valuesOf(document.tag)
    .filter(isJsonObject)
    .filter((tag) => hasType(tag, "Emoji") && textOf(tag.name) !== null);
}
