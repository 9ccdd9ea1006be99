import { MASTODON_ARCHIVE } from "./mastodon-archive.js";
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
  // AS2 Core §2: documents are UTF-8.
  rules: { "json/invalid-utf8": "error" },
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

const ACTIVITIES = { Create: ["actor", "object"], Announce: ["actor", "object"] };

function archive(name: string, title: string, required: Profile["required"] = ACTIVITIES): Profile {
  return { name, title, extends: "wild", required };
}

/** The built-in profiles, as plain JSON. */
export const PROFILES: readonly Profile[] = [
  AS2,
  ACTIVITYPUB,
  WILD,
  MASTODON_ARCHIVE,
  archive("pleroma-archive", "An account backup of Pleroma"),
  archive("akkoma-archive", "An account backup of Akkoma"),
  // Its posts are bare Notes or objects of Mastodon's API; neither is wrapped in an activity.
  archive("pixelfed-archive", "A data export of Pixelfed", { Note: ["id", "published"] }),
  archive("peertube-archive", "A user export of PeerTube"),
  archive("fep-6fcd", "An account export container of FEP-6fcd"),
];
