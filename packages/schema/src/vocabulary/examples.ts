import { isSubclassOf } from "./lookup.js";

/** A small made-up document. */
export type Example = Readonly<Record<string, unknown>>;

const ADA = "https://social.example/users/ada";
const BOB = "https://other.example/users/bob";
const POST = `${ADA}/posts/1`;
const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
const CONTEXT = "https://www.w3.org/ns/activitystreams";

const NOTE: Example = {
  id: POST,
  type: "Note",
  attributedTo: ADA,
  to: [PUBLIC],
  cc: [`${ADA}/followers`],
  published: "2024-05-01T10:00:00Z",
  content: "<p>Good morning!</p>",
  contentMap: { en: "<p>Good morning!</p>" },
  tag: [{ type: "Mention", href: BOB, name: "@bob@other.example" }],
};

/** Examples of the classes that have a shape of their own; every other class is shown by the one above it. */
const EXAMPLES: Readonly<Record<string, Example>> = {
  Note: NOTE,
  Article: { ...NOTE, type: "Article", name: "On mornings", summary: "Why they are good." },
  Create: {
    id: `${POST}/activity`,
    type: "Create",
    actor: ADA,
    to: [PUBLIC],
    published: "2024-05-01T10:00:00Z",
    object: NOTE,
  },
  Announce: {
    id: `${ADA}/posts/2/activity`,
    type: "Announce",
    actor: ADA,
    to: [PUBLIC],
    cc: [BOB],
    object: `${BOB}/posts/7`,
  },
  Move: { id: `${ADA}#move`, type: "Move", actor: ADA, object: ADA, target: "https://new.example/users/ada" },
  Flag: {
    id: "https://social.example/flags/1",
    type: "Flag",
    actor: "https://social.example/actor",
    object: [BOB, `${BOB}/posts/7`],
  },
  EmojiReact: {
    id: `${ADA}#react-1`,
    type: "EmojiReact",
    actor: ADA,
    object: `${BOB}/posts/7`,
    content: "🐈",
  },
  Question: {
    id: `${ADA}/posts/3`,
    type: "Question",
    attributedTo: ADA,
    content: "<p>Tea or coffee?</p>",
    endTime: "2024-05-02T10:00:00Z",
    votersCount: 3,
    oneOf: [
      { type: "Note", name: "Tea", replies: { type: "Collection", totalItems: 2 } },
      { type: "Note", name: "Coffee", replies: { type: "Collection", totalItems: 1 } },
    ],
  },
  Person: {
    id: ADA,
    type: "Person",
    preferredUsername: "ada",
    name: "Ada",
    summary: "<p>I like mornings.</p>",
    inbox: `${ADA}/inbox`,
    outbox: `${ADA}/outbox`,
    followers: `${ADA}/followers`,
    following: `${ADA}/following`,
    manuallyApprovesFollowers: false,
    icon: { type: "Image", mediaType: "image/png", url: "https://social.example/media/ada.png" },
    publicKey: {
      id: `${ADA}#main-key`,
      owner: ADA,
      publicKeyPem: "-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----",
    },
    endpoints: { sharedInbox: "https://social.example/inbox" },
    attachment: [{ type: "PropertyValue", name: "Pronouns", value: "she/her" }],
  },
  Collection: { id: `${POST}/likes`, type: "Collection", totalItems: 1, items: [`${BOB}#like-1`] },
  OrderedCollection: {
    id: `${ADA}/outbox`,
    type: "OrderedCollection",
    totalItems: 2,
    first: `${ADA}/outbox?page=1`,
  },
  CollectionPage: {
    id: `${POST}/likes?page=1`,
    type: "CollectionPage",
    partOf: `${POST}/likes`,
    items: [`${BOB}#like-1`],
  },
  OrderedCollectionPage: {
    id: `${ADA}/outbox?page=1`,
    type: "OrderedCollectionPage",
    partOf: `${ADA}/outbox`,
    startIndex: 0,
    orderedItems: [`${POST}/activity`],
  },
  Link: {
    type: "Link",
    href: "https://news.example/2024/05",
    mediaType: "text/html",
    rel: "canonical",
    hreflang: "en",
  },
  Mention: { type: "Mention", href: BOB, name: "@bob@other.example" },
  Hashtag: { type: "Hashtag", href: "https://social.example/tags/morning", name: "#morning" },
  Emoji: {
    id: "https://social.example/emojis/1",
    type: "Emoji",
    name: ":sun:",
    icon: { type: "Image", mediaType: "image/png", url: "https://social.example/emojis/sun.png" },
  },
  Document: {
    type: "Document",
    mediaType: "image/jpeg",
    url: "https://social.example/media/1.jpg",
    name: "The sun over a lake",
    width: 640,
    height: 480,
    blurhash: "LEHV6nWB2yk8pyo0adR*.7kCMdnj",
    focalPoint: [0.1, -0.2],
  },
  Video: {
    id: "https://video.example/videos/1",
    type: "Video",
    name: "Sunrise",
    duration: "PT1M30S",
    url: [
      { type: "Link", mediaType: "text/html", href: "https://video.example/w/1" },
      {
        type: "Link",
        mediaType: "video/mp4",
        href: "https://video.example/1.mp4",
        height: 720,
        size: 12345,
        fps: 30,
      },
    ],
    language: { identifier: "en", name: "English" },
    views: 7,
  },
  Event: {
    id: "https://events.example/e/1",
    type: "Event",
    name: "Breakfast",
    startTime: "2024-05-03T08:00:00+02:00",
    endTime: "2024-05-03T09:00:00+02:00",
    location: { type: "Place", name: "By the lake", latitude: 47.5, longitude: 9.5 },
  },
  Place: {
    type: "Place",
    name: "By the lake",
    latitude: 47.5,
    longitude: 9.5,
    accuracy: 90,
    radius: 15,
    units: "m",
  },
  Profile: { type: "Profile", summary: "Ada's profile", describes: { id: ADA, type: "Person" } },
  Relationship: { type: "Relationship", subject: ADA, relationship: "IsFollowing", object: BOB },
  Tombstone: { id: POST, type: "Tombstone", formerType: "Note", deleted: "2024-06-01T00:00:00Z" },
  PropertyValue: { type: "PropertyValue", name: "Pronouns", value: "she/her" },
  Multikey: { id: `${ADA}#key-1`, type: "Multikey", controller: ADA, publicKeyMultibase: "z6Mk…" },
  QuoteAuthorization: {
    id: `${BOB}/quotes/1`,
    type: "QuoteAuthorization",
    attributedTo: BOB,
    interactingObject: POST,
    interactionTarget: `${BOB}/posts/7`,
  },
};

/**
 * Examples of a class, each a whole document: its own, or one made from what the class is a kind of.
 *
 * @param name A class of the tables.
 * @example
 * ```ts
 * import { examplesOf } from "@archive/schema/vocabulary";
 * examplesOf("Note")[0]?.type; // "Note"
 * ```
 */
export function examplesOf(name: string): readonly Example[] {
  return [{ "@context": CONTEXT, ...(EXAMPLES[name] ?? plainExample(name)) }];
}

function plainExample(type: string): Example {
  const id = `https://social.example/${type.toLowerCase().replaceAll(":", "-")}/1`;
  if (isSubclassOf(type, "IntransitiveActivity")) return { id, type, actor: ADA };
  if (isSubclassOf(type, "Activity")) return { id, type, actor: ADA, object: `${BOB}/posts/7` };
  if (isSubclassOf(type, "Link")) return { type, href: "https://news.example/2024/05" };
  if (isSubclassOf(type, "OrderedCollection")) return { id, type, orderedItems: [POST] };
  if (isSubclassOf(type, "Collection")) return { id, type, items: [POST] };
  return { id, type, name: "Good morning" };
}
