import { MASTODON_ARCHIVE } from "./mastodon-archive.js";
import {
  AKKOMA_ARCHIVE,
  FEP_6FCD,
  PEERTUBE_ARCHIVE,
  PIXELFED_ARCHIVE,
  PLEROMA_ARCHIVE,
} from "./other-archives.js";
import type { Profile } from "./profile.js";

const ACTOR_TYPES = ["Application", "Group", "Organization", "Person", "Service"];

const AS2: Profile = {
  name: "as2",
  title: "The letter of ActivityStreams 2.0",
  schemas: {
    item: "as2/document",
    actor: "as2/document",
    outbox: "as2/document",
    collection: "as2/document",
    document: "as2/document",
  },
  rules: {
    // AS2 Core §2: documents are UTF-8.
    "json/invalid-utf8": "error",
    // The specification's own list of conforming documents has one.
    "json/control-character": "warning",
    // AS2 Core §2.3 by RFC 3339 §5.7: no month has more days than it has. The schemas can't tell.
    "date/unreadable": "error",
    // AS2 Vocabulary, `name`: "HTML markup MUST NOT be included".
    "text/html-in-name": "error",
  },
};

const ACTIVITYPUB: Profile = {
  name: "activitypub",
  title: "The letter of ActivityPub, on top of ActivityStreams",
  extends: "as2",
  // ActivityPub §3.1 and §4.1.
  required: { "*": ["type"], ...Object.fromEntries(ACTOR_TYPES.map((type) => [type, ["inbox", "outbox"]])) },
};

const WILD: Profile = {
  name: "wild",
  title: "What any sane consumer accepts",
  schemas: {
    item: "wild/document",
    actor: "wild/document",
    outbox: "wild/document",
    collection: "wild/document",
    document: "wild/document",
  },
};

/**
 * The built-in profiles, as plain JSON.
 *
 * @example
 * ```ts
 * import { PROFILES } from "@archive/schema/validate";
 * PROFILES.some(({ name }) => name === "mastodon-archive"); // true
 * ```
 */
export const PROFILES: readonly Profile[] = [
  AS2,
  ACTIVITYPUB,
  WILD,
  MASTODON_ARCHIVE,
  PLEROMA_ARCHIVE,
  AKKOMA_ARCHIVE,
  PIXELFED_ARCHIVE,
  PEERTUBE_ARCHIVE,
  FEP_6FCD,
];
