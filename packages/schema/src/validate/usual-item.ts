import { FACTS } from "../generated/validators/facts.js";
import type { JsonObject } from "../json.js";
import type { ResolvedProfile } from "../profiles/resolve.js";
import { idOf, textOf } from "../values/properties.js";
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
  const marks = marksOf(profile);
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
  const look: Look = { keys, demands: marks.demands, actor: actor === null ? null : idOf(actor) };
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
  /** The marks of the keys that have to be there, by type; there is one for each place that is asked. */
  readonly demands: Readonly<Record<Asked, ReadonlyMap<string, number>>>;
  readonly actor: string | null;
}

/** What stands in attachments and tags may have demands of its own. */
type Asked = "" | "attachment/" | "tag/";

/** Where an object stands. */
interface Place {
  /** The types that are usual there; `null`: none. Polls and actors are looked at more closely, by all. */
  readonly types: ReadonlySet<string> | null;
  /** What is asked of it as a whole. */
  readonly isWhole: (node: JsonObject, above: JsonObject, look: Look) => boolean;
  /** As what the profile may demand keys of it. */
  readonly asked: Asked | null;
}

const always = (): boolean => true;

const ROOT: Place = {
  types: new Set(["Create", "Announce", "Note", "Article"]),
  isWhole: isWholeItem,
  asked: "",
};
const OBJECT: Place = {
  types: new Set(["Note", "Article", "Question"]),
  isWhole: agreesWith,
  asked: "",
};
const PARTS = new Set(["Document", "Image", "Video", "Audio", "Hashtag", "Mention", "Emoji"]);
const ATTACHMENT: Place = { types: PARTS, isWhole: isWholePart, asked: "attachment/" };
const TAG: Place = { types: PARTS, isWhole: isWholePart, asked: "tag/" };
const OPTION: Place = { types: new Set(["Note"]), isWhole: always, asked: null };
const COLLECTION: Place = { types: new Set(["Collection"]), isWhole: always, asked: null };
const PAGE: Place = { types: new Set(["CollectionPage"]), isWhole: always, asked: null };
const PICTURE: Place = { types: new Set(["Image"]), isWhole: always, asked: null };
const SIGNATURE: Place = { types: new Set(["RsaSignature2017"]), isWhole: always, asked: null };
const POLICY: Place = { types: null, isWhole: always, asked: null };

const isUnusual: Form = () => false;
/** Where the type does not matter, none is usual; elsewhere it was asked before. */
const isTypeAsked: Form = (_value, _node, _look, { types }) => types !== null;
const isScalar: Form = (value) => typeof value !== "object";
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

const areElements: Form = (value, node, _look, place) =>
  (place === COLLECTION || place === PAGE) && node.totalItems === undefined && usual.areIris(value, node);

const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ["type", isTypeAsked],
  ["@context", usual.isContext],
  ["id", usual.isId],
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
  ].map((key) => [key, usual.isIri] as const),
  ...["quote", "quoteUri", "quoteUrl", "_misskey_quote"].map((key) => [key, usual.isIri] as const),
  ...["to", "cc", "automaticApproval", "manualApproval"].map((key) => [key, usual.areIris] as const),
  ...["bto", "bcc"].map((key) => [key, usual.isNothing] as const),
  ...["atomUri", "content", "conversation", "inReplyToAtomUri", "signatureValue", "summary"].map(
    (key) => [key, usual.isText] as const,
  ),
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

function isNode(value: unknown, place: Place, above: JsonObject, look: Look): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const node: JsonObject = Object(value);
  const { type } = node;
  if (place.types !== null && (typeof type !== "string" || !place.types.has(type))) return false;
  let marks = 0;
  let isEmpty = true;
  for (const property in node) {
    isEmpty = false;
    const held = node[property];
    const key = look.keys.get(property);
    if (held === null && key?.form !== isUnusual) continue;
    if (key === undefined) {
      if (typeof held === "object") return false;
    } else {
      marks |= key.mark;
      if (!key.form(held, node, look, place)) return false;
    }
  }
  // An object without a key says nothing of what it stands for.
  if (isEmpty || !place.isWhole(node, above, look)) return false;
  if (place.asked === null) return true;
  const demands = look.demands[place.asked];
  const demanded = demands.get(typeof type === "string" ? type : "") ?? demands.get("*") ?? 0;
  return (marks & demanded) === demanded;
}

/** An activity of the archive's owner, or a post by itself. */
function isWholeItem(node: JsonObject, _above: JsonObject, { actor }: Look): boolean {
  if (node.type !== "Create" && node.type !== "Announce") return true;
  return typeof node.actor === "string" && (actor === null || actor === node.actor);
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

/** More marks than these do not fit into one number; then every item is looked at closely. */
const MOST_MARKS = 30;

function marksOf({
  required,
}: ResolvedProfile): (Pick<Look, "demands"> & { byKey: Map<string, number> }) | null {
  const byKey = new Map<string, number>();
  for (const key of Object.values(required).flat()) {
    if (!byKey.has(key)) byKey.set(key, 1 << byKey.size);
  }
  if (byKey.size > MOST_MARKS) return null;
  const sum = (keys: readonly string[] = []): number =>
    keys.reduce((marks, key) => marks | (byKey.get(key) ?? 0), 0);
  const everywhere = sum(required["*"]);
  const types = new Set(["*", ...Object.keys(required).map((key) => key.slice(key.indexOf("/") + 1))]);
  const demandsAt = (place: Asked): ReadonlyMap<string, number> =>
    new Map(
      [...types].map((type) => [type, everywhere | sum(required[`${place}${type}`] ?? required[type])]),
    );
  return {
    byKey,
    demands: { "": demandsAt(""), "attachment/": demandsAt("attachment/"), "tag/": demandsAt("tag/") },
  };
}
