const ACTOR = "https://m.example/users/ada";
const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

/** A public post with all that Mastodon 4.3 writes into one, made up. */
export const mastodonItem = {
  id: `${ACTOR}/statuses/1/activity`,
  type: "Create",
  actor: ACTOR,
  published: "2024-05-01T10:00:00Z",
  to: [PUBLIC],
  cc: [`${ACTOR}/followers`, "https://m.example/users/bo"],
  object: {
    id: `${ACTOR}/statuses/1`,
    type: "Note",
    summary: null,
    inReplyTo: "https://m.example/users/bo/statuses/9",
    published: "2024-05-01T10:00:00Z",
    updated: "2024-05-02T10:00:00Z",
    url: "https://m.example/@ada/1",
    attributedTo: ACTOR,
    to: [PUBLIC],
    cc: [`${ACTOR}/followers`, "https://m.example/users/bo"],
    sensitive: false,
    atomUri: `${ACTOR}/statuses/1`,
    conversation: "tag:m.example,2024-05-01:objectId=1:objectType=Conversation",
    content: "<p>Tea is ready</p>",
    contentMap: { en: "<p>Tea is ready</p>" },
    attachment: [
      {
        type: "Document",
        mediaType: "image/jpeg",
        url: "/media_attachments/files/000/000/001/original/0123456789abcdef.jpg",
        name: "A pot of tea",
        blurhash: "UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH",
        focalPoint: [0, 0.5],
        width: 640,
        height: 480,
      },
    ],
    tag: [
      { type: "Mention", href: "https://m.example/users/bo", name: "@bo" },
      { type: "Hashtag", href: "https://m.example/tags/tea", name: "#tea" },
    ],
    replies: {
      id: `${ACTOR}/statuses/1/replies`,
      type: "Collection",
      first: {
        type: "CollectionPage",
        next: `${ACTOR}/statuses/1/replies?page=true`,
        partOf: `${ACTOR}/statuses/1/replies`,
        items: [`${ACTOR}/statuses/2`],
      },
    },
    likes: { id: `${ACTOR}/statuses/1/likes`, type: "Collection", totalItems: 3 },
    shares: { id: `${ACTOR}/statuses/1/shares`, type: "Collection", totalItems: 0 },
  },
};

/** The same post, to one person. */
export const directItem = {
  ...mastodonItem,
  to: ["https://m.example/users/bo"],
  cc: [],
  object: { ...mastodonItem.object, to: ["https://m.example/users/bo"], cc: [] },
};
