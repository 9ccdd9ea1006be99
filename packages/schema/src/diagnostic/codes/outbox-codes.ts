/** The codes of actors, collections, and the activities in them. */
export const OUTBOX_CODES = {
  "outbox/not-a-collection": {
    severity: "error",
    title: "The outbox holds no list of items",
    explanation: "An outbox is an OrderedCollection with `orderedItems` (ActivityPub §5.1).",
    hint: "Pass the outbox.json of an account export.",
  },
  "outbox/doubled-items": {
    severity: "error",
    title: "The outbox holds two lists of items",
    explanation:
      "`orderedItems` stands twice in one object and neither is empty. Both were read. (An empty first one is how Mastodon 4.2.10 wrote its exports, and is no finding.)",
    hint: "",
  },
  "outbox/item-not-an-object": {
    severity: "error",
    title: "An item of the outbox is not an object",
    explanation: "Items are activities: JSON objects. A null, a string or a number can't be read as a post.",
    hint: "",
  },
  "outbox/create-without-object": {
    severity: "error",
    title: "An activity that should bring a post brings none",
    explanation:
      "Create and Announce name or hold the post they are about in `object` (AS2 Vocabulary §3.1).",
    hint: "",
  },
  "outbox/unknown-item": {
    severity: "error",
    title: "An item of the outbox is neither an activity nor a post",
    explanation: "It has no type that can be understood, and nothing to read.",
    hint: "",
  },
  "outbox/other-activity": {
    severity: "info",
    title: "An activity that makes no post",
    explanation:
      "Updates, deletions, likes and the like may stand in an outbox; they are not posts and are not counted. What one deletes is left out, unless posts that are gone are asked for; what one makes to be for fewer eyes is.",
    hint: "",
  },
  "collection/same-as-another": {
    severity: "warning",
    title: "The accounts followed are the same as the followers",
    explanation:
      "A program that writes account export containers (FEP-6fcd) puts the followers into both files. Whom the account follows is then not in the export.",
    hint: "Export the list of follows from the server's settings, and put the CSV beside the archive.",
  },
  "outbox/several-objects": {
    severity: "warning",
    title: "An activity has several objects",
    explanation: "Only the first is read as the post.",
    hint: "",
  },
  "outbox/total-differs": {
    severity: "info",
    title: "The outbox says another number of items than it holds",
    explanation:
      "`totalItems` of Mastodon before 4.6 is a cached count that leaves direct posts out. It is not used for anything.",
    hint: "",
  },
  "outbox/out-of-order": {
    severity: "info",
    title: "The outbox is not in the order of its dates",
    explanation:
      "Servers list the newest first, exports the oldest; posts that were fetched or dated back stand elsewhere. Dates decide, not the order.",
    hint: "",
  },
  "outbox/not-own": {
    severity: "info",
    title: "An item is another person's, and was left out",
    explanation:
      "Exports such as Friendica's hold the whole stream of an account: what others wrote in it is no post of its own.",
    hint: "",
  },
  "collection/not-a-collection": {
    severity: "error",
    title: "A collection holds no list of items",
    explanation:
      "likes.json, bookmarks.json and the like are OrderedCollections with `orderedItems`. The archive is read without this one.",
    hint: "",
  },
  "collection/unrecognised": {
    severity: "info",
    title: "A file has the name of a collection and holds none, and was left alone",
    explanation:
      "`following.csv`, `lists.json` and the like are told by what they hold: accounts, addresses, lists. This one holds something else.",
    hint: "",
  },
  "collection/total-differs": {
    severity: "info",
    title: "A collection says fewer items than it holds",
    explanation: "`totalItems` is a cached count on most servers. It is not used for anything.",
    hint: "",
  },
  "actor/missing": {
    severity: "warning",
    title: "The archive has no actor.json",
    explanation:
      "Whose archive it is can't be told, and which address means the followers is worked out from the activities.",
    hint: "Pass the whole export rather than its outbox.json alone.",
  },
  "actor/invalid": {
    severity: "error",
    title: "actor.json is not an actor",
    explanation: "It holds no JSON object with a type.",
    hint: "",
  },
  "activity/without-actor": {
    severity: "warning",
    title: "An activity does not say who did it",
    explanation:
      "Every activity has an `actor` (ActivityPub §3.1, AS2 Vocabulary §2). It is taken for one of the archive's owner.",
    hint: "",
  },
  "activity/other-actor": {
    severity: "warning",
    title: "An activity is by somebody else than whose archive it is",
    explanation: "An outbox holds what its own actor did.",
    hint: "",
  },
  "activity/duplicate-id": {
    severity: "warning",
    title: "Two activities have the same id",
    explanation:
      "Ids are unique (ActivityPub §3.1). The posts they bring are different ones, and both are read.",
    hint: "",
  },
  "id/not-absolute": {
    severity: "warning",
    title: "An id is no absolute address",
    explanation:
      "Ids are absolute IRIs (AS2 Core §2.2, ActivityPub §3.1): others can't be told apart once they leave the file.",
    hint: "",
  },
  "id/other-origin": {
    severity: "warning",
    title: "Something is of another server than its author",
    explanation:
      "A server vouches for ids of its own only: the id of an activity or post and that of its actor begin with the same scheme, host and port.",
    hint: "",
  },
  "reference/invalid": {
    severity: "warning",
    title: "A reference is no web address",
    explanation:
      "`inReplyTo`, `quote` and `object` of a boost hold the id of a post: it is shown as text, or not at all. A row of a list that names no account, domain or address is left out.",
    hint: "",
  },
  "reference/empty": {
    severity: "warning",
    title: "An object without a single key stands for something",
    explanation:
      "It has neither an id nor anything else: nothing can be told of what it stands for, and JSON-LD drops it (AS2 Core §2.1).",
    hint: "Write the id of what is meant, or leave the property out.",
  },
  "reference/own-missing": {
    severity: "info",
    title: "A post answers one of the account's own that is not in the archive",
    explanation: "It was deleted, or the export is a part. The thread begins with the answer then.",
    hint: "",
  },
  "reference/remote": {
    severity: "info",
    title: "Posts refer to posts that are not in the archive",
    explanation:
      "Answers, boosts and quotes name posts that are not in the archive. What they are about will be gone when that server is.",
    hint: "",
  },
} as const;
