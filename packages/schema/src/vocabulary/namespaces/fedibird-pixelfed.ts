import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const FEDIBIRD_HEAD: NamespaceHead = {
  prefix: "fedibird",
  iri: "http://fedibird.com/ns#",
  title: "Fedibird",
  link: "https://fedibird.com/",
};
const PIXELFED_HEAD: NamespaceHead = {
  prefix: "pixelfed",
  iri: "http://pixelfed.org/ns#",
  title: "Pixelfed",
  link: "https://docs.pixelfed.org/",
};
const fedibird = termsOf(FEDIBIRD_HEAD);
const pixelfed = termsOf(PIXELFED_HEAD);

/** The terms of Fedibird, a Mastodon fork, some of which FEPs took up. */
export const FEDIBIRD: Namespace = namespace(FEDIBIRD_HEAD, [
  fedibird.one("quoteUri", "Object", "anyURI", "The post that this one quotes."),
  fedibird.many(
    "searchableBy",
    ["Object", "Person"],
    ["Object", "Link", "publicAlias"],
    "Who may find it by search.",
    {
      link: "https://w3id.org/fep/268d",
    },
  ),
  fedibird.one("emojiReactions", "Object", "Collection", "The reactions with emojis that it received.", {
    link: "https://w3id.org/fep/c0e0",
  }),
  fedibird.one("references", "Object", "Collection", "The posts that this one refers to."),
  fedibird.one("expiry", "Object", "dateTime", "When the post is to vanish."),
]);

/** Pixelfed's terms. Comments switched off is told in two ways, one of them a string with an array in it. */
export const PIXELFED: Namespace = namespace(PIXELFED_HEAD, [
  pixelfed.one("commentsEnabled", "Object", "boolean", "That the post takes comments."),
  pixelfed.one("announce", "Capabilities", "string", "Who may boost the post.", {
    iri: "http://pixelfed.org/ns#canAnnounce",
  }),
  pixelfed.one("like", "Capabilities", "string", "Who may like the post.", {
    iri: "http://pixelfed.org/ns#canLike",
  }),
  pixelfed.one("reply", "Capabilities", "string", "Who may answer; the string `[]` when nobody may.", {
    iri: "http://pixelfed.org/ns#canReply",
  }),
]);
