import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const MISSKEY_HEAD: NamespaceHead = {
  prefix: "misskey",
  iri: "https://misskey-hub.net/ns#",
  title: "Misskey",
  link: "https://misskey-hub.net/ns",
  linkTo: (name) => `https://misskey-hub.net/ns#${name.toLowerCase()}`,
};
const FIREFISH_HEAD: NamespaceHead = {
  prefix: "firefish",
  iri: "https://joinfirefish.org/ns#",
  title: "Firefish",
  link: "https://joinfirefish.org/ns",
};
const SHARKEY_HEAD: NamespaceHead = {
  prefix: "sharkey",
  iri: "https://joinsharkey.org/ns#",
  title: "Sharkey",
  link: "https://joinsharkey.org/ns",
};
const { one } = termsOf(MISSKEY_HEAD);
const firefish = termsOf(FIREFISH_HEAD);
const sharkey = termsOf(SHARKEY_HEAD);
const ACTORS = ["Application", "Group", "Organization", "Person", "Service"] as const;

/** Misskey and its many descendants. */
export const MISSKEY: Namespace = namespace(MISSKEY_HEAD, [
  one("_misskey_content", "Object", "string", "The text in Misskey's own markup, MFM.", {
    deprecated: "`source`",
  }),
  one("_misskey_quote", "Object", "anyURI", "The post that this one quotes."),
  one("_misskey_reaction", "Like", "string", "The emoji that a Like is a reaction with."),
  one("_misskey_votes", "Object", "nonNegativeInteger", "How many votes a poll option has."),
  one("_misskey_summary", ACTORS, "string", "The profile's text in MFM."),
  one("_misskey_followedMessage", ACTORS, "string", "What the account tells those who follow it."),
  one("_misskey_license", "Emoji", "CustomEmojiLicense", "The licence of a custom emoji."),
  one(
    "_misskey_requireSigninToViewContents",
    ACTORS,
    "boolean",
    "That posts are shown only to those signed in.",
  ),
  one(
    "_misskey_makeNotesFollowersOnlyBefore",
    ACTORS,
    "integer",
    "From what age or time on posts are followers-only.",
  ),
  one("_misskey_makeNotesHiddenBefore", ACTORS, "integer", "From what age or time on posts are hidden."),
  one("requireSigninToViewContents", ACTORS, "boolean", "That posts are shown only to those signed in."),
  one(
    "makeNotesFollowersOnlyBefore",
    ACTORS,
    "integer",
    "From what age or time on posts are followers-only.",
  ),
  one("makeNotesHiddenBefore", ACTORS, "integer", "From what age or time on posts are hidden."),
  one("isCat", ACTORS, "boolean", "That the account is a cat."),
  one("freeText", "CustomEmojiLicense", "string", "The licence in words."),
  termsOf(MISSKEY_HEAD).shape("CustomEmojiLicense", "A licence given as free text."),
]);

export const FIREFISH: Namespace = namespace(FIREFISH_HEAD, [
  firefish.one("speakAsCat", ACTORS, "boolean", "That the account's posts should be shown in cat speech."),
]);

export const SHARKEY: Namespace = namespace(SHARKEY_HEAD, [
  sharkey.one("backgroundUrl", ACTORS, ["anyURI", "Image"], "The picture behind the profile."),
  sharkey.one("listenbrainz", ACTORS, "string", "The account's name on ListenBrainz."),
  sharkey.one("hideOnlineStatus", ACTORS, "boolean", "That nobody sees whether the person is online."),
  sharkey.one("noindex", ACTORS, "boolean", "That search engines should leave the account out."),
  sharkey.one("enableRss", ACTORS, "boolean", "That the account has an RSS feed."),
]);
