import type { JsonObject } from "../json.js";
import * as addresses from "./usual-addresses.js";
import { type Form, isNothing, isUnusual, type KeyFacts, type Place } from "./usual-node.js";
import { isUsualPoll } from "./usual-poll.js";
import * as usual from "./usual-values.js";

const always = (): boolean => true;

const ITEMS = new Set(["Create", "Announce", "Note", "Article"]);
const POSTS = new Set(["Note", "Article", "Question"]);
const PARTS = new Set(["Document", "Image", "Video", "Audio", "Hashtag", "Mention", "Emoji"]);
/** Where the items of an outbox stand. */
export const ROOT: Place = { types: ITEMS, isWhole: isWholeItem, asked: "" };
const OBJECT: Place = { types: POSTS, isWhole: isWholePost, asked: "" };
const ATTACHMENT: Place = { types: PARTS, isWhole: isWholePart, asked: "attachment/" };
const TAG: Place = { types: PARTS, isWhole: isWholePart, asked: "tag/" };
const OPTION: Place = { types: new Set(["Note"]), isWhole: always, asked: null };
const COLLECTION: Place = { types: new Set(["Collection"]), isWhole: isUncounted, asked: null };
const PAGE: Place = { types: new Set(["CollectionPage"]), isWhole: isUncounted, asked: null };
const PICTURE: Place = { types: new Set(["Image"]), isWhole: always, asked: null };
const SIGNATURE: Place = { types: new Set(["RsaSignature2017"]), isWhole: always, asked: null };
const POLICY: Place = { types: null, isWhole: always, asked: null };
const PERMISSION: Place = { types: null, isWhole: always, asked: null };

/** What holds nothing but an object, or a list of them. */
function one(place: Place, ...at: readonly Place[]): KeyFacts {
  return { form: isNothing, inside: { place, isList: false }, at };
}
function many(place: Place, ...at: readonly Place[]): KeyFacts {
  return { form: isNothing, inside: { place, isList: true }, at };
}

/** A page, or a file of the archive. */
export const ADDRESS_OR_FILE: KeyFacts = {
  form: (value, node, own) => addresses.isWebAddress(value) || usual.isFile(value, node, own),
};

const FORMS: ReadonlyMap<Form, readonly string[]> = new Map([
  // Where there are types, the type is asked by itself.
  [isUnusual, ["type"]],
  [usual.isContext, ["@context"]],
  [addresses.isId, ["id"]],
  [addresses.isOwner, ["actor", "attributedTo"]],
  [addresses.isAddress, ["context", "href", "inReplyTo", "next", "partOf", "prev", "url"]],
  [addresses.isWebAddress, ["quote", "quoteUri", "quoteUrl", "_misskey_quote"]],
  [addresses.areAddresses, ["to", "cc", "automaticApproval", "manualApproval"]],
  [usual.repeated(addresses.isWebAddress), ["creator"]],
  [usual.isEmpty, ["bto", "bcc"]],
  [usual.isText, ["content", "conversation", "summary"]],
  [usual.isString, ["inReplyToAtomUri", "signatureValue"]],
  [usual.isIdOrText, ["atomUri"]],
  [usual.isName, ["name"]],
  [usual.mapOf("content"), ["contentMap"]],
  [usual.mapOf("summary"), ["summaryMap"]],
  [usual.isDate, ["published", "created", "endTime", "closed"]],
  [usual.isUpdate, ["updated"]],
  [usual.isBoolean, ["sensitive"]],
  [usual.isCount, ["width", "height", "totalItems", "votersCount"]],
  [usual.isMediaType, ["mediaType"]],
  [usual.isHash, ["blurhash"]],
  [usual.isFocus, ["focalPoint"]],
]);

/** What is asked of each key. */
export const KEYS: ReadonlyMap<string, KeyFacts> = new Map<string, KeyFacts>([
  ...[...FORMS].flatMap(([form, keys]) => keys.map((key) => [key, { form }] as const)),
  ["object", { form: addresses.isWebAddress, inside: { place: OBJECT, isList: false }, at: [ROOT] }],
  ["attachment", many(ATTACHMENT, ROOT, OBJECT)],
  ["tag", many(TAG, ROOT, OBJECT)],
  ...["oneOf", "anyOf"].map((key) => [key, many(OPTION, OBJECT)] as const),
  ...["replies", "likes", "shares"].map((key) => [key, one(COLLECTION, ROOT, OBJECT, OPTION)] as const),
  ["first", one(PAGE, COLLECTION)],
  ["items", { form: addresses.areAddresses, at: [COLLECTION, PAGE] }],
  ["icon", one(PICTURE, TAG)],
  ["signature", one(SIGNATURE, ROOT, OBJECT)],
  ["interactionPolicy", one(POLICY, ROOT, OBJECT)],
  ["canQuote", one(PERMISSION, POLICY)],
]);

/** An activity of the archive's owner, or a post by itself. */
function isWholeItem(node: JsonObject, _above: JsonObject, own: addresses.OwnAddresses): boolean {
  if (node.type !== "Create" && node.type !== "Announce") return true;
  return typeof node.actor === "string" && (own.id === null || own.id === node.actor);
}

/** A poll, if it has options; and what says the same as the activity that brings it: whose it is, and for whom. */
function isWholePost(post: JsonObject, activity: JsonObject): boolean {
  const options = post.oneOf ?? post.anyOf ?? null;
  if (options !== null && !(post.type === "Question" && isUsualPoll(options, post))) return false;
  if (activity.type !== "Create") return true;
  return (
    post.attributedTo === activity.actor &&
    isSameList(post.to, activity.to) &&
    isSameList(post.cc, activity.cc) &&
    isFilled(post.content) &&
    (post.type !== "Question" || options !== null)
  );
}

/** Where there are both, the number of the elements and the elements have to agree. */
function isUncounted({ items, totalItems }: JsonObject): boolean {
  return items === undefined || items === null || totalItems === undefined;
}

function isSameList(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

function isWholePart(node: JsonObject): boolean {
  if (node.type === "Mention") return isFilled(node.href);
  if (node.type !== "Hashtag" && node.type !== "Emoji") return true;
  return isFilled(node.name) && (node.type === "Hashtag" || (node.icon !== undefined && node.icon !== null));
}

function isFilled(text: unknown): boolean {
  return typeof text === "string" && /\S/.test(text);
}
