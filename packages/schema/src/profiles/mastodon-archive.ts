import type { Demands, Profile } from "./profile.js";

// What Mastodon's ActivityPub serializers write into every post, release by release; `summary`, `inReplyTo` and
// the like are always there too, but may be null.
const POST = ["id", "published", "attributedTo", "to", "cc", "content", "sensitive", "attachment", "tag"];
const ACTIVITY = ["id", "actor", "published", "to", "cc", "object"];

function posts(...keys: readonly string[]): Demands {
  return { required: { Note: keys, Question: keys } };
}

const SINCE_2_8 = posts("replies");
const SINCE_4_3 = posts("replies", "likes", "shares");
const SINCE_4_5 = posts("replies", "likes", "shares", "interactionPolicy");

/**
 * "Request your archive" of Mastodon. Its items keep the letter of AS2, but for files: the exporter cuts their
 * addresses down to paths inside the archive, and calls its own files by their names.
 */
export const MASTODON_ARCHIVE: Profile = {
  name: "mastodon-archive",
  title: "An account archive of Mastodon",
  extends: "wild",
  schemas: { item: "as2/document", document: "as2/document" },
  rules: {
    "as2/relative-url": "off",
    "as2/null-in-list": "info",
    // The envelopes of 4.2.0 to 4.2.10 are written so.
    "json/duplicate-key": "info",
    // Mastodon names whatever it refers to.
    "reference/empty": "error",
  },
  required: { "*": ["type"], Create: ACTIVITY, Announce: ACTIVITY, Note: POST, Question: POST },
  eras: {
    "2.3-2.4": {},
    "2.5-2.7": {},
    "2.8-3.0": SINCE_2_8,
    "3.1-4.1": SINCE_2_8,
    "4.2": SINCE_2_8,
    "4.3-4.4": SINCE_4_3,
    "4.5": SINCE_4_5,
    "4.6+": SINCE_4_5,
  },
};
