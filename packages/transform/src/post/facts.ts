import {
  type Audience,
  audienceOf,
  firstIdOf,
  type ItemKind,
  type JsonObject,
  naturalText,
  type Timestamp,
  timestampOf,
  urlsOf,
  type Visibility,
} from "@archive/schema";
import { languageOf } from "./language.js";
import { isPoll } from "./poll.js";
import type { PostKind } from "./post.js";

/** A post's or boost's classified item. */
export type PostItem = Extract<ItemKind, { readonly kind: "post" | "boost" }>;

/** Which post it is, whose eyes it is for, when it was made and what it answers: what every operation asks first. */
export interface CoreFacts {
  readonly item: PostItem;
  /** The object's id; of a boost, the activity's. `null` where the document has none. */
  readonly id: string | null;
  readonly audience: Audience;
  readonly published: Timestamp | null;
  /** The id of the post it replies to; never of a boost. */
  readonly parent: string | null;
}

/**
 * What decides whether a post is selected and how it is counted. Counting (`inspect`) and choosing (`select`)
 * both start from these facts, so that they can't come to differ.
 */
export interface PostFacts extends CoreFacts {
  /** When the author last edited it; never of a boost. */
  readonly updated: Timestamp | null;
  readonly language: string | null;
  readonly poll: boolean;
  readonly contentWarning: string | null;
}

/** How the facts of one item are read. */
export type ReadFacts<F extends CoreFacts> = (
  item: PostItem,
  actor: JsonObject | null,
  hint: Visibility | undefined,
) => F;

/** Reads what is asked first of one item, and no more: for whoever goes over an archive and shows nothing of it. */
export const coreFactsOf: ReadFacts<CoreFacts> = (item, actor, hint) => {
  const { activity, object } = item;
  const audience = audienceOf({ activity, object, actor, hint });
  if (item.kind === "boost") {
    return { item, id: item.id, audience, published: timestampOf(item.activity.published), parent: null };
  }
  const published = timestampOf(object?.published) ?? timestampOf(activity?.published);
  return { item, id: item.id, audience, published, parent: firstIdOf(object?.inReplyTo) };
};

/** Reads the facts of one item. */
export const factsOf: ReadFacts<PostFacts> = (item, actor, hint) => {
  const { id, audience, published, parent } = coreFactsOf(item, actor, hint);
  const object = item.kind === "boost" ? null : item.object;
  return {
    item,
    id,
    audience,
    published,
    parent,
    updated: timestampOf(object?.updated),
    language: object === null ? null : languageOf(object),
    poll: object !== null && isPoll(object),
    contentWarning: object === null ? null : (naturalText(object, "summary")?.text ?? null),
  };
};

/** The kind of a post: the first of {@link POST_KINDS} that fits. */
export function kindOf(facts: PostFacts, isOwn: (id: string) => boolean): PostKind {
  if (facts.item.kind === "boost") return "boost";
  if (facts.poll) return "poll";
  if (facts.parent === null) return "post";
  return isOwn(facts.parent) ? "selfReply" : "reply";
}

/**
 * Every address by which a post can be meant: its id first, its page, its activity's id and the OStatus id. A
 * reference by any of them is a reference to it.
 */
export function addressesOf(item: PostItem): readonly string[] {
  const addresses = item.id === null ? [] : [item.id];
  if (item.kind === "boost") return addresses;
  for (const url of urlsOf(item.object?.url)) if (url !== item.id) addresses.push(url);
  addresses.push(...namesOf(item));
  return addresses;
}

/** What names a post besides its id: its activity's id and the OStatus id. */
export function namesOf({ kind, activity, object, id }: PostItem): readonly string[] {
  if (kind === "boost") return [];
  // Most servers write the id several times.
  return strings(activity?.id, activity?.atomUri, object?.atomUri).filter((name) => name !== id);
}

/** The conversations a document says it belongs to. */
export function conversationsOf(item: PostItem): readonly string[] {
  if (item.kind === "boost") return [];
  const { activity, object } = item;
  return strings(
    ...[object, activity].flatMap((each) => (each === null ? [] : [each.conversation, each.context])),
  );
}

function strings(...values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === "string").filter((value) => value !== "");
}
