import {
  audienceOf,
  hasType,
  isJsonObject,
  type JsonObject,
  POST_TYPES,
  typesOf,
  urlsOf,
  type Visibility,
} from "@archive/schema";
import { redactText } from "../content/redaction.js";
import { sanitise } from "../content/sanitise.js";
import { toHtml } from "../content/to-html.js";
import { isWithheld, type Redact, withheldRanges } from "../content/withheld.js";

/** In which ways withheld posts point at a post. */
export interface Touches {
  readonly answered: boolean;
  readonly boosted: boolean;
}

/** What may be shown of a document. */
export interface DocumentRules {
  readonly redact: Redact;
  /** Whether a conversation was begun by a post that was withheld, or is named after one. */
  readonly derives: (conversation: string) => boolean;
  /** Visibilities that were selected; embedded posts of other ones go. */
  readonly visibilities: ReadonlySet<Visibility>;
  readonly actor: JsonObject | null;
  /** Whether earlier versions are taken along. */
  readonly history: boolean;
  /** Whether withheld posts answer or boost a post: then even the number of its replies or boosts tells of them. */
  readonly touched: (id: string) => Touches;
}

/** Addressees nobody was to see: ActivityPub §6 has servers take them off before anything is sent. */
const BLIND: ReadonlySet<string> = new Set(["bto", "bcc"]);
const CONVERSATIONS: ReadonlySet<string> = new Set([
  "conversation",
  "context",
  "ostatus:conversation",
  "thread",
]);
const SIGNATURES: ReadonlySet<string> = new Set(["signature", "proof"]);
const KEYS: ReadonlySet<string> = new Set([
  "publicKey",
  "privateKey",
  "publicKeyPem",
  "privateKeyPem",
  "assertionMethod",
  "authentication",
  "keys",
  "devices",
]);
const HTML: ReadonlySet<string> = new Set([
  "content",
  "contentMap",
  "summary",
  "summaryMap",
  "name",
  "nameMap",
  "value",
]);
const ANSWERS = ["replies", "repliesCount"] as const;
const BOOSTS = ["shares", "announcements", "announcement_count"] as const;

/**
 * A copy of an activity without any trace of a withheld post: no reference to one by id, page or link, no address of
 * one in a text, no post that stands inside it and was not selected, no conversation that begins with one, no blind
 * addressees. Everything else stays, also what no vocabulary knows. A signature goes where anything went: it no
 * longer holds.
 */
export function redactActivity(activity: JsonObject, rules: DocumentRules): JsonObject {
  const redaction = new DocumentRedaction(rules);
  return redaction.activity(activity);
}

/** A copy of an actor without its keys and any trace of a withheld post. */
export function redactActor(actor: JsonObject, rules: DocumentRules): JsonObject {
  const redaction = new DocumentRedaction(rules);
  const open = Object.entries(actor).filter(([name]) => !KEYS.has(name));
  return redaction.document(Object.fromEntries(open)) ?? {};
}

/** A copy of a member of a collection; `null` when it is a withheld post itself. */
export function redactMember(member: JsonObject, rules: DocumentRules): JsonObject | null {
  return new DocumentRedaction(rules).document(member);
}

class DocumentRedaction {
  readonly #rules: DocumentRules;
  #changed = false;

  constructor(rules: DocumentRules) {
    this.#rules = rules;
  }

  activity(activity: JsonObject): JsonObject {
    const copy = this.#fields(activity, (name, value) => {
      if (name !== "object") return this.#value(name, value);
      // A boosted post is somebody else's, or stands by itself: its address says it all.
      if (hasType(activity, "Announce")) return this.#boosted(value);
      const values = Array.isArray(value) ? value : [value];
      const own = values.map((each) => (isJsonObject(each) ? this.#post(each) : this.#value(name, each)));
      const kept = own.filter((each) => each !== undefined);
      return Array.isArray(value) ? kept : kept[0];
    });
    return this.#changed ? withoutSignatures(copy) : copy;
  }

  /** An object that is not selected by itself: `null` where it is a withheld post or tells of one. */
  document(document: JsonObject): JsonObject | null {
    if (this.#isHidden(document)) {
      this.#changed = true;
      return null;
    }
    return this.#fields(document, (name, value) => this.#value(name, value));
  }

  #boosted(value: unknown): unknown {
    const values = Array.isArray(value) ? value : [value];
    const ids = values.map((each) => (isJsonObject(each) ? (each.id ?? each.url) : each));
    if (values.some(isJsonObject)) this.#changed = true;
    const kept = ids.map((each) => this.#value("object", each)).filter((each) => each !== undefined);
    return Array.isArray(value) ? kept : kept[0];
  }

  /** The post itself: its own id and page are no trace. */
  #post(post: JsonObject): JsonObject {
    const { answered, boosted } = this.#rules.touched(typeof post.id === "string" ? post.id : "");
    const counted = new Set<string>([...(answered ? ANSWERS : []), ...(boosted ? BOOSTS : [])]);
    return this.#fields(post, (name, value) => {
      if (name === "formerRepresentations" && !this.#rules.history) return undefined;
      if (!counted.has(name)) return this.#value(name, value);
      const copy = isJsonObject(value) ? this.#value(name, withoutCounts(value)) : undefined;
      this.#changed = true;
      return copy;
    });
  }

  #fields(document: JsonObject, read: (name: string, value: unknown) => unknown): JsonObject {
    const copy: { [name: string]: unknown } = {};
    for (const [name, value] of Object.entries(document)) {
      const kept =
        BLIND.has(name) || isWithheld(name, this.#rules.redact)
          ? undefined
          : name === "@context"
            ? value
            : read(name, value);
      if (kept === undefined) this.#changed ||= value !== undefined;
      // A name such as `__proto__` is one among others.
      else
        Object.defineProperty(copy, name, {
          value: kept,
          enumerable: true,
          configurable: true,
          writable: true,
        });
    }
    return copy;
  }

  /** A value as it may be shown; `undefined` when nothing of it may. */
  #value(name: string, value: unknown): unknown {
    if (typeof value === "string") return this.#text(name, value);
    if (Array.isArray(value)) {
      const kept = value.map((each: unknown) => this.#value(name, each)).filter((each) => each !== undefined);
      if (kept.length < value.length) this.#changed = true;
      return kept;
    }
    if (!isJsonObject(value)) return value;
    if (this.#isHidden(value)) return undefined;
    const isMap = name.endsWith("Map");
    const before = membersOf(value);
    const copy = this.#fields(value, (inner, each) => this.#value(isMap ? name : inner, each));
    // A collection that lost a member must not say how many there were.
    return before > membersOf(copy) ? withoutCounts(copy) : copy;
  }

  #text(name: string, text: string): string | undefined {
    const { redact, derives } = this.#rules;
    if (isWithheld(text, redact)) return undefined;
    if (CONVERSATIONS.has(name) && derives(text)) return undefined;
    const kept = HTML.has(name) ? redactHtml(text, redact) : redactText(text, redact);
    if (kept === text) return text;
    this.#changed = true;
    return kept.trim() === "" ? undefined : kept;
  }

  /** Whether an embedded object is a withheld post, a link to one, or a post of a visibility that was not selected. */
  #isHidden(value: JsonObject): boolean {
    const { redact, visibilities, actor } = this.#rules;
    for (const address of [value.id, value.href, value.atomUri, ...urlsOf(value.url)]) {
      if (typeof address === "string" && isWithheld(address, redact)) return true;
    }
    if (value.to === undefined && value.cc === undefined) return false;
    if (!typesOf(value).some((type) => POST_TYPES.has(type))) return false;
    const { visibility } = audienceOf({ activity: null, object: value, actor });
    return !visibilities.has(visibility === "unknown" ? "direct" : visibility);
  }
}

/** The HTML as it is where it holds no withheld address; else what the sanitiser makes of it, without them. */
function redactHtml(html: string, redact: Redact): string {
  const plain = decoded(html);
  const kept = sanitise(html, { redact });
  // Comments and attributes that the sanitiser drops are a part of the text too.
  const traced = withheldRanges(html, redact).length > 0 || withheldRanges(plain, redact).length > 0;
  if (!traced && JSON.stringify(kept) === JSON.stringify(sanitise(html))) return html;
  return redactText(toHtml(kept), redact);
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", sol: "/", colon: ":", period: ".", quot: '"' };

/** With the references to characters that an address may be written with resolved. */
function decoded(html: string): string {
  if (!html.includes("&")) return html;
  return html.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));?/gi, (whole, hex, decimal, name) => {
    if (typeof name === "string") return NAMED[name.toLowerCase()] ?? whole;
    const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function membersOf(value: JsonObject): number {
  const items = value.items ?? value.orderedItems;
  return Array.isArray(items) ? items.length : 0;
}

function withoutCounts(collection: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(collection).filter(([name]) => name !== "totalItems"));
}

function withoutSignatures(document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !SIGNATURES.has(name)));
}
