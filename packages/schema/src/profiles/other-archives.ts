import type { Profile } from "./profile.js";

// What each exporter always writes. What it writes sometimes, or may leave null, nobody can demand.
const ACTIVITY = ["id", "actor", "to", "cc", "object"];
const POST = ["id", "attributedTo", "published", "to", "cc"];
const ACTOR = ["id", "inbox", "outbox", "preferredUsername", "url"];

function pleromaPost(...more: readonly string[]): readonly string[] {
  return [...POST, "actor", "content", "attachment", "tag", ...more];
}

/**
 * "Backup" of Pleroma: activities as they were federated, without their contexts. `summary` is empty rather than
 * missing, `source` may be a text, `sensitive` null. Media stay on the server.
 */
export const PLEROMA_ARCHIVE: Profile = {
  name: "pleroma-archive",
  title: "An account backup of Pleroma",
  extends: "wild",
  rules: { "media/remote": "off" },
  required: {
    "*": ["type"],
    Create: [...ACTIVITY, "published", "context"],
    Announce: [...ACTIVITY, "published"],
    Note: pleromaPost("context"),
    Question: pleromaPost("context"),
    Person: [...ACTOR, "followers", "following", "endpoints"],
    OrderedCollection: ["id", "orderedItems", "totalItems"],
  },
};

/** The same exporter before the fork, but for the lists of followers. */
export const AKKOMA_ARCHIVE: Profile = {
  name: "akkoma-archive",
  title: "An account backup of Akkoma",
  extends: "pleroma-archive",
};

/**
 * "Data export" of Pixelfed: until 0.12.0 bare Notes without tags, since then statuses of
 * Mastodon's interface, which are checked as the activities they amount to. Media stay on the server.
 */
export const PIXELFED_ARCHIVE: Profile = {
  name: "pixelfed-archive",
  title: "A data export of Pixelfed",
  extends: "wild",
  rules: {
    "media/remote": "off",
    // A picture without a caption, and an answer whose text was lost, are usual.
    "post/without-content": "off",
  },
  required: {
    "*": ["type"],
    // A draft is addressed to nobody.
    Create: ["id", "actor", "object", "published"],
    Note: ["id", "attributedTo", "published", "url", "sensitive", "attachment", "tag"],
    Image: ["url", "mediaType"],
    Person: ACTOR,
  },
};

/**
 * User export of PeerTube 6.1 and later: a `Create` for each video and each comment. Addresses of files lead up
 * out of the folder of the document, and a Create has no date of its own.
 */
export const PEERTUBE_ARCHIVE: Profile = {
  name: "peertube-archive",
  title: "A user export of PeerTube",
  extends: "wild",
  required: {
    "*": ["type"],
    Create: ACTIVITY,
    Video: [
      ...POST,
      "name",
      "duration",
      "uuid",
      "updated",
      "url",
      "icon",
      "tag",
      "sensitive",
      "views",
      "state",
    ],
    "attachment/Video": ["url", "mediaType"],
    Note: [...POST, "content", "inReplyTo", "tag"],
    Person: [...ACTOR, "followers", "following", "name"],
    OrderedCollection: ["id", "orderedItems", "totalItems"],
  },
};

/** The container says how to pack, not what; ActivityPub is what its documents have to keep. */
export const FEP_6FCD: Profile = {
  name: "fep-6fcd",
  title: "An account export container of FEP-6fcd",
  extends: "wild",
  required: {
    "*": ["type"],
    Create: ["actor", "object"],
    Announce: ["actor", "object"],
    Note: ["id", "attributedTo"],
    Article: ["id", "attributedTo"],
    Question: ["id", "attributedTo"],
  },
};
