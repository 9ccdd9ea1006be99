import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const HEAD: NamespaceHead = {
  prefix: "litepub",
  iri: "http://litepub.social/ns#",
  title: "LitePub (Pleroma, Akkoma)",
  link: "https://docs-develop.pleroma.social/backend/development/ap_extensions/",
};
const { many, one, shape, type } = termsOf(HEAD);
const ACTORS = ["Application", "Group", "Organization", "Person", "Service"] as const;

/** The terms of LitePub's context, per-instance as it is, that are not borrowed from others. */
export const LITEPUB: Namespace = namespace(HEAD, [
  type("EmojiReact", "Activity", "A reaction to a post with an emoji, which is the `content`.", {
    link: "https://w3id.org/fep/c0e0",
  }),
  type("ChatMessage", "Object", "A message in a one-to-one chat: never public."),
  one("directMessage", ["Object", "Activity"], "boolean", "That it is a direct message."),
  one("listMessage", ["Object", "Activity"], ["Object", "Link"], "The list of people it was addressed to."),
  one("invisible", ACTORS, "boolean", "That the actor should not be shown as an account: a relay."),
  one(
    "capabilities",
    [...ACTORS, "Object"],
    "Capabilities",
    "What the account, or those who see the post, may do.",
  ),
  shape("Capabilities", "What an account can do (LitePub), or what others may do with a post (Pixelfed)."),
  one("acceptsChatMessages", "Capabilities", "boolean", "That the account takes chat messages."),
  one(
    "formerRepresentations",
    "Object",
    "Collection",
    "The earlier versions of an edited post, newest first.",
  ),
  one("oauthRegistrationEndpoint", "Endpoints", "anyURI", "Where a client registers with the server."),
  many("emoji", "Object", "json", "Custom emojis of old posts, as a map from shortcode to address.", {
    deprecated: "`tag` with Emoji objects",
  }),
]);
