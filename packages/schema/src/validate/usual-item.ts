import { FACTS } from "../generated/validators/facts.js";
import type { JsonObject } from "../json.js";
import type { ResolvedProfile } from "../profiles/resolve.js";
import { textOf } from "../values/properties.js";
import * as addresses from "./usual-addresses.js";
import { type Asked, type DemandedKeys, demandedKeys } from "./usual-demands.js";
import { isUsualPoll } from "./usual-poll.js";
import * as usual from "./usual-values.js";

/** Says of an item that nothing can be found in it; `false` says only "look closer". */
export type UsualItem = (item: JsonObject) => boolean;

/**
 * Makes the quick look that nearly every item passes: one walk that asks of each key whether it has the form
 * that servers usually write and that no schema and no rule objects to. It decides nothing about what is
 * unusual: schemas and rules stay the only ones that find, and what is missing here costs time only.
 *
 * @param watched The properties that rules look at.
 */
export function usualItem(
  profile: ResolvedProfile,
  watched: Iterable<string>,
  actor: JsonObject | null,
): UsualItem {
  const marks = demandedKeys(profile);
  if (marks === null) return () => false;
  const mayBeFile =
    profile.rules["as2/relative-url"] === "off" || !Object.values(profile.schemas).includes("as2/document");
  const forms = new Map<string, Form>();
  for (const key of [...FACTS.keys(), ...watched]) forms.set(key, isUnusual);
  for (const [key, form] of FORMS) forms.set(key, form);
  if (mayBeFile) forms.set("url", isAddressOrFile);
  const keys = new Map<string, Key>();
  for (const [key, form] of forms) keys.set(key, { form, mark: 0 });
  for (const [key, mark] of marks.byKey) keys.set(key, { form: forms.get(key) ?? isScalar, mark });
  const orders = PLACES.map((): Order => ({ names: [], keys: [] }));
  const look: Look = { keys, demands: marks.demands, orders, own: addresses.ownAddresses(actor) };
  return (item) => isNode(item, ROOT, item, look);
}

type Form = (value: unknown, node: JsonObject, look: Look, place: Place) => boolean;

interface Key {
  readonly form: Form;
  /** A bit, if the profile demands the key of some type. */
  readonly mark: number;
}

interface Look {
  readonly keys: ReadonlyMap<string, Key>;
  readonly demands: DemandedKeys["demands"];
  /** By place, the keys of the last object that stood there: the next one nearly always has the same. */
  readonly orders: readonly Order[];
  readonly own: addresses.OwnAddresses;
}

/** Posts have some twenty keys; a hostile object with a million is not to be remembered. */
const LONGEST_ORDER = 64;

/** Keys in the order in which they stood, and what was looked up for them. */
interface Order {
  readonly names: string[];
  readonly keys: (Key | undefined)[];
}

/** Where an object stands. */
interface Place {
  /** Its number among the places. */
  readonly at: number;
  /** The types that are usual there; `null`: none. Polls and actors are looked at more closely, by all. */
  readonly types: ReadonlySet<string> | null;
  /** What is asked of it as a whole. */
  readonly isWhole: (node: JsonObject, above: JsonObject, look: Look) => boolean;
  /** As what the profile may demand keys of it. */
  readonly asked: Asked | null;
}

const always = (): boolean => true;

const ITEMS = new Set(["Create", "Announce", "Note", "Article"]);
const POSTS = new Set(["Note", "Article", "Question"]);
const ROOT: Place = { at: 0, types: ITEMS, isWhole: isWholeItem, asked: "" };
const OBJECT: Place = { at: 1, types: POSTS, isWhole: agreesWith, asked: "" };
const PARTS = new Set(["Document", "Image", "Video", "Audio", "Hashtag", "Mention", "Emoji"]);
const ATTACHMENT: Place = { at: 2, types: PARTS, isWhole: isWholePart, asked: "attachment/" };
const TAG: Place = { at: 3, types: PARTS, isWhole: isWholePart, asked: "tag/" };
const OPTION: Place = { at: 4, types: new Set(["Note"]), isWhole: always, asked: null };
const COLLECTION: Place = { at: 5, types: new Set(["Collection"]), isWhole: always, asked: null };
const PAGE: Place = { at: 6, types: new Set(["CollectionPage"]), isWhole: always, asked: null };
const PICTURE: Place = { at: 7, types: new Set(["Image"]), isWhole: always, asked: null };
const SIGNATURE: Place = { at: 8, types: new Set(["RsaSignature2017"]), isWhole: always, asked: null };
const POLICY: Place = { at: 9, types: null, isWhole: always, asked: null };

const PLACES = [ROOT, OBJECT, ATTACHMENT, TAG, OPTION, COLLECTION, PAGE, PICTURE, SIGNATURE, POLICY];

const isUnusual: Form = () => false;
/** Where the type does not matter, none is usual; elsewhere it was asked before. */
const isTypeAsked: Form = (_value, _node, _look, { types }) => types !== null;
const isScalar: Form = (value) => typeof value !== "object";
const isAddress: Form = (value, _node, { own }) => addresses.isAddress(value, own);
const areAddresses: Form = (value, _node, { own }) => addresses.areAddresses(value, own);
const isId: Form = (value, node, { own }) => addresses.isId(value, node, own);
const isAddressOrFile: Form = (value, node) => usual.isIri(value, node) || usual.isFile(value, node);
const isObject: Form = (value, node, look, place) =>
  place === ROOT && (usual.isIri(value, node) || isNode(value, OBJECT, node, look));

/** One object; below a place where it is usual, so that nothing nests without end. */
function one(place: Place, ...above: readonly Place[]): Form {
  return (value, node, look, at) =>
    (above.length === 0 || above.includes(at)) && isNode(value, place, node, look);
}

function many(part: Place): Form {
  return (value, node, look, place) => {
    if (!Array.isArray(value) || (place !== ROOT && place !== OBJECT)) return false;
    for (let at = 0; at < value.length; at += 1) if (!isNode(value[at], part, node, look)) return false;
    return true;
  };
}

const areOptions: Form = (value, node, look, place) => {
  if (place !== OBJECT || node.type !== "Question" || !Array.isArray(value)) return false;
  return value.every((option) => isNode(option, OPTION, node, look)) && isUsualPoll(value, node);
};

const areElements: Form = (value, node, { own }, place) =>
  (place === COLLECTION || place === PAGE) &&
  node.totalItems === undefined &&
  addresses.areAddresses(value, own);

const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ["type", isTypeAsked],
  ["@context", usual.isContext],
  ["id", isId],
  ...[
    "actor",
    "attributedTo",
    "context",
    "creator",
    "href",
    "inReplyTo",
    "next",
    "partOf",
    "prev",
    "url",
  ].map((key) => [key, isAddress] as const),
  ...["quote", "quoteUri", "quoteUrl", "_misskey_quote"].map((key) => [key, usual.isIri] as const),
  ...["to", "cc", "automaticApproval", "manualApproval"].map((key) => [key, areAddresses] as const),
  ...["bto", "bcc"].map((key) => [key, usual.isNothing] as const),
  ...["atomUri", "content", "conversation", "summary"].map((key) => [key, usual.isText] as const),
  ...["inReplyToAtomUri", "signatureValue"].map((key) => [key, usual.isString] as const),
  ["name", usual.isName],
  ["contentMap", usual.mapOf("content")],
  ["summaryMap", usual.mapOf("summary")],
  ["published", usual.isDate],
  ["created", usual.isDate],
  ["updated", usual.isUpdate],
  ["sensitive", usual.isBoolean],
  ...["endTime", "closed"].map((key) => [key, usual.isDate] as const),
  ...["oneOf", "anyOf"].map((key) => [key, areOptions] as const),
  ...["width", "height", "totalItems", "votersCount"].map((key) => [key, usual.isCount] as const),
  ["mediaType", usual.isMediaType],
  ["blurhash", usual.isHash],
  ["focalPoint", usual.isFocus],
  ["object", isObject],
  ["attachment", many(ATTACHMENT)],
  ["tag", many(TAG)],
  ...["replies", "likes", "shares"].map((key) => [key, one(COLLECTION, ROOT, OBJECT, OPTION)] as const),
  ["first", one(PAGE, COLLECTION)],
  ["items", areElements],
  ["icon", one(PICTURE, TAG)],
  ["signature", one(SIGNATURE, ROOT, OBJECT)],
  ["interactionPolicy", one(POLICY, ROOT, OBJECT)],
  ["canQuote", one(POLICY, POLICY)],
]);

function keyOf(property: string, at: number, { names, keys }: Order, look: Look): Key | undefined {
  if (names[at] === property) return keys[at];
  const key = look.keys.get(property);
  if (at < LONGEST_ORDER) {
    names[at] = property;
    keys[at] = key;
  }
  return key;
}

function isNode(value: unknown, place: Place, above: JsonObject, look: Look): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const node: JsonObject = Object(value);
  const { type } = node;
  if (place.types !== null && (typeof type !== "string" || !place.types.has(type))) return false;
  const order = look.orders[place.at] ?? { names: [], keys: [] };
  let marks = 0;
  let count = 0;
  for (const property in node) {
    const key = keyOf(property, count, order, look);
    count += 1;
    const held = node[property];
    if (held === null && key?.form !== isUnusual) continue;
    if (key === undefined) {
      if (typeof held === "object") return false;
    } else {
      marks |= key.mark;
      if (!key.form(held, node, look, place)) return false;
    }
  }
  // An object without a key says nothing of what it stands for.
  if (count === 0 || !place.isWhole(node, above, look)) return false;
  if (place.asked === null) return true;
  const demands = look.demands[place.asked];
  const demanded = demands.get(typeof type === "string" ? type : "") ?? demands.get("*") ?? 0;
  return (marks & demanded) === demanded;
}

/** An activity of the archive's owner, or a post by itself. */
function isWholeItem(node: JsonObject, _above: JsonObject, { own }: Look): boolean {
  if (node.type !== "Create" && node.type !== "Announce") return true;
  return typeof node.actor === "string" && (own.id === null || own.id === node.actor);
}

/** A post says what the activity says that brings it: whose it is, and for whom. */
function agreesWith(post: JsonObject, activity: JsonObject): boolean {
  if (activity.type !== "Create") return true;
  return (
    post.attributedTo === activity.actor &&
    isSameList(post.to, activity.to) &&
    isSameList(post.cc, activity.cc) &&
    typeof post.content === "string" &&
    /\S/.test(post.content) &&
    (post.type !== "Question" || Array.isArray(post.oneOf ?? post.anyOf))
  );
}

function isSameList(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

function isWholePart(node: JsonObject): boolean {
  if (node.type === "Mention") return textOf(node.href) !== null;
  if (node.type !== "Hashtag" && node.type !== "Emoji") return true;
  return (
    textOf(node.name) !== null && (node.type === "Hashtag" || (node.icon !== undefined && node.icon !== null))
  );
}
