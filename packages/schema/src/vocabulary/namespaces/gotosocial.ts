import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const HEAD: NamespaceHead = {
  prefix: "gts",
  iri: "https://gotosocial.org/ns#",
  title: "GoToSocial",
  link: "https://docs.gotosocial.org/en/latest/federation/interaction_policy/",
};
const { many, one, shape, type } = termsOf(HEAD);
const POLICY = "InteractionPolicy";
const RULE = "InteractionRule";
const RECIPIENT = ["Object", "Link", "publicAlias"] as const;
const ACTORS = ["Application", "Group", "Organization", "Person", "Service"] as const;
const OLD = { deprecated: "the names of GoToSocial 0.20" };

/** Interaction policies: who may like, answer, boost or quote a post, and the proof that an answer is let in. */
export const GOTOSOCIAL: Namespace = namespace(HEAD, [
  type("LikeRequest", "Activity", "A request to be allowed to like a post.", { since: "GoToSocial 0.20" }),
  type("ReplyRequest", "Activity", "A request to be allowed to answer a post.", { since: "GoToSocial 0.20" }),
  type("AnnounceRequest", "Activity", "A request to be allowed to boost a post.", {
    since: "GoToSocial 0.20",
  }),
  type("LikeAuthorization", "Object", "The author's word that a like is allowed."),
  type("LikeApproval", "Object", "The earlier name of LikeAuthorization.", OLD),
  type("ReplyAuthorization", "Object", "The author's word that an answer is allowed."),
  type("ReplyApproval", "Object", "The earlier name of ReplyAuthorization.", OLD),
  type("AnnounceAuthorization", "Object", "The author's word that a boost is allowed."),
  type("AnnounceApproval", "Object", "The earlier name of AnnounceAuthorization.", OLD),
  one("likeAuthorization", "Like", ["LikeAuthorization"], "The authorisation of this like."),
  one("replyAuthorization", "Object", ["ReplyAuthorization"], "The authorisation of this answer."),
  one("announceAuthorization", "Announce", ["AnnounceAuthorization"], "The authorisation of this boost."),
  one("approvedBy", "Object", ["Object", "Link"], "The authorisation, as earlier versions name it."),
  one(
    "interactingObject",
    "LikeAuthorization",
    ["Object", "Link"],
    "What is allowed: the like, answer, boost or quote.",
  ),
  one("interactionTarget", "LikeAuthorization", ["Object", "Link"], "The post that the interaction is with."),
  one(
    "interactionPolicy",
    ["Object", ...ACTORS],
    [POLICY, "anyURI"],
    "Who may do what with the post or the account.",
  ),
  shape(POLICY, "Who may do what: one rule for each kind of interaction."),
  shape(RULE, "Who may do it at once, and who after the author has agreed."),
  one("canLike", POLICY, RULE, "Who may like."),
  one("canReply", POLICY, RULE, "Who may answer."),
  one("canAnnounce", POLICY, RULE, "Who may boost."),
  one("canQuote", POLICY, RULE, "Who may quote.", { link: "https://w3id.org/fep/044f" }),
  many("automaticApproval", RULE, RECIPIENT, "Those who may at once.", { since: "GoToSocial 0.20" }),
  many("manualApproval", RULE, RECIPIENT, "Those who may when the author agrees.", {
    since: "GoToSocial 0.20",
  }),
  many("always", RULE, RECIPIENT, "Those who may at once.", { deprecated: "`automaticApproval`" }),
  many("approvalRequired", RULE, RECIPIENT, "Those who may when the author agrees.", {
    deprecated: "`manualApproval`",
  }),
  one(
    "hidesToPublicFromUnauthedWeb",
    ACTORS,
    "boolean",
    "That public posts are hidden from strangers on the web.",
  ),
  one(
    "hidesCcPublicFromUnauthedWeb",
    ACTORS,
    "boolean",
    "That unlisted posts are hidden from strangers on the web.",
  ),
]);
