import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const HEAD: NamespaceHead = {
  prefix: "lemmy",
  iri: "https://join-lemmy.org/ns#",
  title: "Lemmy",
  link: "https://join-lemmy.org/docs/contributors/05-federation.html",
};
const { many, one, type } = termsOf(HEAD);

export const LEMMY: Namespace = namespace(HEAD, [
  type("CommunityPostTag", "Object", "A tag that a community defines for its posts.", { since: "Lemmy 1.0" }),
  type("Lock", "Activity", "A moderator closes a post to comments.", { since: "Lemmy 1.0" }),
  one("matrixUserId", "Person", "string", "The person's Matrix address."),
  one("postingRestrictedToMods", "Group", "boolean", "That only moderators may post."),
  one("removeData", ["Block", "Delete"], "boolean", "That what the person posted goes as well."),
  one("stickied", "Page", "boolean", "That the post is pinned.", {
    deprecated: "`featured` of the community",
  }),
  one("distinguished", "Note", "boolean", "That a moderator speaks as one."),
  many("moderators", "Group", ["Collection", "Person"], "Who moderates the community."),
  one("expires", "Block", "dateTime", "When a ban ends.", {
    iri: "https://www.w3.org/ns/activitystreams#endTime",
    deprecated: "`endTime`",
  }),
]);
