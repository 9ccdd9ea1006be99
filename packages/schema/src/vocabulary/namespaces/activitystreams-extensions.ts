import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const HEAD: NamespaceHead = {
  prefix: "as",
  iri: "https://www.w3.org/ns/activitystreams#",
  title: "ActivityStreams, as extended by servers",
  link: "https://purl.archive.org/socialweb/miscellany",
};
const { many, one, type } = termsOf(HEAD);
const ACTORS = ["Application", "Group", "Organization", "Person", "Service"] as const;

/** Terms that servers put into the AS2 namespace although no version of its context defines them. */
export const ACTIVITYSTREAMS_EXTENSIONS: Namespace = namespace(HEAD, [
  type("Hashtag", "Link", "A tag of a post: `name` with its # and `href` to what else has it."),
  one("sensitive", "Object", "boolean", "That the media or the text should be hidden until asked for."),
  one("manuallyApprovesFollowers", ACTORS, "boolean", "That the account decides about each follower."),
  one("movedTo", ACTORS, ["Object", "Link"], "The account that this one has moved to."),
  one("quoteUrl", "Object", "anyURI", "The post that this one quotes, as Pleroma and others write it."),
  one("dislikes", "Object", "Collection", "Who disliked it (PeerTube).", { since: "PeerTube 1.0" }),
  one("comments", "Object", "Collection", "The comments under a video (PeerTube).", {
    deprecated: "`replies`",
  }),
  one("votes", "Object", "nonNegativeInteger", "How many votes a poll or post has (Prismo)."),
  many("hasMember", "Object", ["Object", "Link"], "The members of a group of bookmarks or of a list."),
]);
